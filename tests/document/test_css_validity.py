import pytest

from composer.document.css import parse_style
from composer.document.css_validity import is_valid


@pytest.mark.parametrize(
    ("name", "value", "valid"),
    [
        ("color", "red", True),
        ("color", "333333", False),
        ("color", "windowtext", True),
        ("color", "color-mix(in srgb, red, blue)", True),
        ("font-size", "14", False),
        ("font-size", "0", True),
        ("font-size", "-1px", False),
        ("font-size", "14 px", False),
        ("font-size", "clamp(1rem, 2vw, 2rem)", True),
        ("line-height", "1.5", True),
        ("line-height", "1.5 em", False),
        ("line-height", "-1", False),
        ("font-family", "Arial,", False),
        ("font-family", "Arial, , serif", False),
        ("font-family", "'A, B', Segoe UI, serif", True),
        ("font-family", "ＭＳ Ｐゴシック", True),
        ("font-family", "inherit, Arial", False),
        ("font-family", "inherit", True),
        ("font-family", "12px", False),
        ("text-align", "middle", False),
        ("text-align", "-webkit-center", True),
        ("text-align", "var(--x)", True),
        ("margin-left", "anything", True),
    ],
)
def test_what_browsers_take(name: str, value: str, valid: bool) -> None:
    """Values are checked for the properties that decide how words look."""
    assert is_valid(name, value) is valid


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("color: red; color: nonsense", "color", "red"),
        ("color: nonsense", "color", "nonsense"),
        ("color: nonsense; color: red", "color", "red"),
        ("font: 12px Arial; font: junk", "font-size", "12px"),
        ("font-size: 9px; font: 14px Arial,", "font-size", "9px"),
        ("font-size: 9px; font: 14px Arial", "font-size", "14px"),
        ("font: condensed oblique 10deg 14px/2 Arial", "line-height", "2"),
        ("line-height: 2; font: italic 16px", "line-height", "2"),
        ("margin: 1px; margin: var(--x)", "margin-left", None),
    ],
)
def test_what_is_not_taken_undoes_nothing(text: str, name: str, value: str | None) -> None:
    """It is kept where there is nothing else, so that it can be flagged."""
    assert parse_style(text).get(name) == value

from collections.abc import Callable

import pytest

from composer.document.used import UsedText
from composer.document.used.colors import parse_color

Look = Callable[[str], UsedText]


@pytest.mark.parametrize(
    ("value", "color"),
    [
        ("#ABC", "#aabbcc"),
        ("#aabbcc", "#aabbcc"),
        ("#aabbccff", "#aabbcc"),
        ("RebeccaPurple", "#663399"),
        ("rgb(1, 2, 3)", "#010203"),
        ("rgb(100% 0% 50% / 1)", "#ff0080"),
        ("rgba(1,2,3,1)", "#010203"),
        ("hsl(120, 100%, 25%)", "#008000"),
        ("hsl(240deg 100% 50%)", "#0000ff"),
    ],
)
def test_spellings_of_a_color(value: str, color: str) -> None:
    """Names, hexadecimal, rgb and hsl are one colour as #rrggbb (CSS Color 4)."""
    found = parse_color(value)
    assert found is not None
    assert found.hex == color


@pytest.mark.parametrize(
    "value", ["", "bluish", "#12", "#ggg", "rgb(1,2)", "rgb(a,b,c)", "lab(1 2 3)"]
)
def test_what_is_no_color(value: str) -> None:
    """Other words, and spaces not resolved here, are None."""
    assert parse_color(value) is None


@pytest.mark.parametrize(
    ("html", "color"),
    [
        ("<p>x</p>", None),
        ('<p style="color: red">x</p>', "#ff0000"),
        ('<div style="color: red"><p style="color: inherit">x</p></div>', "#ff0000"),
        ('<div style="color: red"><p style="color: initial">x</p></div>', "#000000"),
        ('<p><a href="u" style="color: initial">x</a></p>', "#000000"),
        ('<div style="color: red"><p style="color: nonsense">x</p></div>', "#ff0000"),
        ('<div style="color: red"><p><a href="u">x</a></p></div>', None),
        ('<p><a href="u" style="color: green">x</a></p>', "#008000"),
        ('<p style="color: red; -webkit-text-fill-color: blue">x</p>', "#0000ff"),
        ('<p style="background: black; color: rgba(255,255,255,.5)">x</p>', "#808080"),
        ("<p><font color=#0a0>x</font></p>", "#00aa00"),
    ],
)
def test_used_color(last: Look, html: str, color: str | None) -> None:
    """Colours are inherited, seen over their background, and links start anew."""
    assert last(html).color == color


@pytest.mark.parametrize(
    ("html", "background"),
    [
        ("<p>x</p>", None),
        ("<table bgcolor=black><tr><td><p>x</p></td></tr></table>", "#000000"),
        ('<div style="background: #fff"><p style="background: transparent">x</p></div>', "#ffffff"),
        (
            '<div style="background: #000"><p style="background: rgba(255,0,0,.5)">x</p></div>',
            "#800000",
        ),
    ],
)
def test_background_is_seen_through(last: Look, html: str, background: str | None) -> None:
    """The nearest colour of the elements around shows, transparent ones let it through."""
    assert last(html).background == background


def test_unresolved_colors_are_named(last: Look) -> None:
    """Variables and pictures behind text are reported, not guessed."""
    html = '<div style="background-image: url(x.png)"><p style="color: var(--ink)">x</p></div>'
    assert last(html).unknown == ("background-image", "color")

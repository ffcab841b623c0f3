"""Declarations as authored, their longhands and their places."""

import pytest

from composer.document.css import expand, parse_declarations, parse_style, split_values
from composer.document.css_values import parse_length


def style(text: str) -> dict[str, str]:
    """What a style attribute sets."""
    return dict(parse_style(text).declarations)


def test_values_are_lower_case_save_strings_addresses_and_fonts() -> None:
    """Case is dropped where CSS ignores it, and nowhere else."""
    text = "COLOR: RED; content: 'Ab'; background-image: URL(Http://X/A.png); font-family: Arial"
    assert style(text) == {
        "color": "red",
        "content": "'Ab'",
        "background-image": "url(Http://X/A.png)",
        "font-family": "Arial",
    }


@pytest.mark.parametrize(
    ("value", "sides"),
    [
        ("1px", ("1px", "1px", "1px", "1px")),
        ("1px 2%", ("1px", "2%", "1px", "2%")),
        ("1px auto 3em", ("1px", "auto", "3em", "auto")),
        ("1px 2px 3px calc(1px + 2px)", ("1px", "2px", "3px", "calc(1px + 2px)")),
    ],
)
def test_one_to_four_values_make_four_sides(value: str, sides: tuple[str, ...]) -> None:
    """Sides left out are those opposite, as CSS counts them."""
    names = ("margin-top", "margin-right", "margin-bottom", "margin-left")
    assert expand("margin", value) == tuple(zip(names, sides, strict=True))


def test_font_sets_size_height_and_family() -> None:
    """The font shorthand gives every part that a rule looks at, and resets weight and slant."""
    assert style("font: italic bold 10px/1.2 'Times New Roman', Arial") == {
        "font-style": "italic",
        "font-weight": "bold",
        "font-size": "10px",
        "line-height": "1.2",
        "font-family": "'Times New Roman', Arial",
    }
    assert style("font: 12px Arial")["line-height"] == "normal"


@pytest.mark.parametrize("value", ["caption", "var(--x)", "12px", "bold"])
def test_a_font_not_understood_stays_whole(value: str) -> None:
    """What is no complete font shorthand is kept under its own name."""
    assert expand("font", value) == (("font", value),)


def test_background_parts_are_told_apart() -> None:
    """Colour, picture, repeat, place and size each find their longhand."""
    assert style("background: #fff url(http://x/y;z.png) no-repeat top left / cover") == {
        "background-color": "#fff",
        "background-image": "url(http://x/y;z.png)",
        "background-repeat": "no-repeat",
        "background-position": "top left",
        "background-size": "cover",
    }


def test_border_reaches_all_sides_and_one_side_overrides() -> None:
    """A later side shorthand takes back what the four-sided one set there."""
    found = style("border: 1px solid red; border-left: 3px")
    assert found["border-top-width"] == "1px"
    assert found["border-left-width"] == "3px"
    assert found["border-left-style"] == "none"
    assert "border-left-color" not in found


def test_important_wins_over_a_later_declaration() -> None:
    """An important declaration keeps its mark and its precedence."""
    assert style("margin-left: 1px !important; margin: 9px") == {
        "margin-left": "1px !important",
        "margin-top": "9px",
        "margin-right": "9px",
        "margin-bottom": "9px",
    }


def test_broken_declarations_are_skipped_and_the_rest_counts() -> None:
    """Star hacks, missing values and comments harm nothing around them."""
    assert style("*zoom: 1; color:; /* a;b */ top: 1px; nonsense; left: 2px") == {
        "top": "1px",
        "left": "2px",
    }


def test_spans_enclose_the_value_as_written() -> None:
    """Each declaration knows where its value stands in the text."""
    text = "color :  Red ; margin:0 auto!important"
    spans = [(d.name, text[d.start : d.end]) for d in parse_declarations(text)]
    assert spans == [("color", "Red"), ("margin", "0 auto!important")]


def test_functions_and_strings_stay_whole_when_split() -> None:
    """Spaces inside brackets and quotes do not separate values."""
    assert split_values("rgb(0, 0, 0) 'a b'/2 , x") == ("rgb(0, 0, 0)", "'a b'", "/", "2", ",", "x")


@pytest.mark.parametrize(
    ("text", "value", "unit", "px"),
    [
        ("12PX", 12, "px", 12),
        ("-.5em", -0.5, "em", None),
        ("9pt", 9, "pt", 12),
        ("20%", 20, "%", None),
        ("0", 0, "", 0),
        ("1in", 1, "in", 96),
    ],
)
def test_lengths_know_their_pixels(text: str, value: float, unit: str, px: float | None) -> None:
    """Absolute units convert to pixels, relative ones do not, zero always does."""
    length = parse_length(text)
    assert length is not None
    assert (length.value, length.unit) == (value, unit)
    assert length.px == (None if px is None else pytest.approx(px))


@pytest.mark.parametrize("text", ["auto", "calc(1px)", "12foo", "", "px", "1 px"])
def test_other_words_are_no_lengths(text: str) -> None:
    """Keywords, functions and unknown units are not guessed at."""
    assert parse_length(text) is None

import pytest

from composer.lint.codeframe import cells, frame


def shown(source: str, start: int, end: int) -> tuple[str, str]:
    """Return code and carets of a one-line source."""
    made = frame(source, start, end, 1, 0)
    return made.code, made.carets


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("注文", 4),
        ("ａ", 2),
        ("e\u0301", 1),
        ("👩‍👩‍👧", 2),
        ("🇩🇪", 2),
        ("❤\ufe0f", 2),
        ("\u200b", 0),
        ("हि", 1),
    ],
)
def test_width_is_that_of_a_terminal(text: str, columns: int) -> None:
    """Wide, combining and joined characters count as a terminal draws them."""
    assert cells(text) == columns


@pytest.mark.parametrize(
    ("source", "start", "end", "carets"),
    [
        ("say hello now", 4, 9, "    ^^^^^"),
        ("注文 hello", 3, 8, "     ^^^^^"),
        ("e\u0301 hello", 3, 8, "  ^^^^^"),
        ("hi 😊!", 3, 4, "   ^^"),
        ("hello", 5, 5, "     ^"),
        ("\thello", 1, 6, " ^^^^^"),
    ],
)
def test_carets_stand_under_the_range(source: str, start: int, end: int, carets: str) -> None:
    """The carets begin and end with the flagged words, whatever stands before them."""
    assert shown(source, start, end)[1] == carets


def test_later_lines_are_shown_alone() -> None:
    """The frame holds the one line that the range begins on, whatever ends the lines."""
    source = "one\r\ntwo\nthree\rfour"

    assert frame(source, 5, 8, 2, 5).lines() == ("2 │ two", "  │ ^^^")
    assert frame(source, 10, 11, 3, 9).lines(4) == ("   3 │ three", "     │  ^")


def test_range_over_lines_is_marked_on_its_first() -> None:
    """A range that goes on is marked to the end of its line."""
    assert shown("say this\nand that", 4, 17) == ("say this", "    ^^^^")


def test_long_line_is_cut_around_the_range() -> None:
    """A line of minified HTML shows a stretch around the range, marked in its place."""
    source = "x" * 500 + "HERE" + "y" * 500

    code, carets = shown(source, 500, 504)

    assert code.startswith("…x")
    assert code.endswith("y…")
    assert len(code) < 120
    assert code[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_huge_range_does_not_flood_the_screen() -> None:
    """A finding on a whole long line is cut as well."""
    code, carets = shown("x" * 5000, 0, 5000)

    assert len(code) < 300
    assert len(carets) <= len(code)


def test_nothing_steers_the_terminal() -> None:
    """Escape codes and direction overrides in a foreign file are shown, not obeyed."""
    code, _ = shown("a\x1b[31mred \u202eback\x7f\x9b", 0, 1)

    assert code == "a␛[31mred �back␡�"

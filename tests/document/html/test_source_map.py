"""From the document back to the source."""

from html import unescape

import pytest

from composer.document.html.reader import HtmlReading, read_html


def found(reading: HtmlReading, source: str, words: str) -> str:
    """The source of `words` in the document."""
    start = reading.document.text.index(words)
    low, high = reading.source_map.span(start, start + len(words))
    return source.removeprefix("\ufeff")[low:high]


@pytest.mark.parametrize(
    ("source", "words", "written"),
    [
        ("<p>one two</p>", "two", "two"),
        ("<p>a &amp; b</p>", "& b", "&amp; b"),
        ("<p>a\r\n   b</p>", "a b", "a\r\n   b"),
        ("<p>a\r\n   b</p>", " ", "\r\n   "),
        ("<p>😀 a 😀b</p>", "😀b", "😀b"),
        ("\ufeff<p>x y</p>", "y", "y"),
        ("<p>a<b>b</b>c</p>", "bc", "b</b>c"),
        ("<p>a</p>\r\n<p>b</p>", "a\nb", "a</p>\r\n<p>b"),
        ("<p>{{order_id}}!</p>", "\ufffc", "{{order_id}}"),
        ("<p>a<br/>b</p>", "\u2028", "<br/>"),
        ("<p>a<img src=x alt=y>b</p>", "\ufffc", "<img src=x alt=y>"),
        ("<p>x&nbsp;&#8364;5</p>", "€", "&#8364;"),
        ("<p>a</>b</p>", "ab", "a</>b"),
    ],
)
def test_ranges_of_text(source: str, words: str, written: str) -> None:
    """A range of the text is the source that made it: references, line ends and objects whole."""
    assert found(read_html(source), source, words) == written


@pytest.mark.parametrize(
    ("source", "before"),
    [
        ("<p></p><p><br></p>", ["<p></p><p>"]),
        (
            "<p>a</p><p><br></p><p><br></p><p>b</p>",
            ["<p>", "<p>a", "<p>a</p><p>", "<p>a</p><p><br></p><p>"],
        ),
        ("<table><tr><td><td>a</table>", ["<table><tr><td>", "<table><tr><td><td>"]),
        ("<p>a</p><hr><p>b</p>", ["<p>", "<p>a", "<p>a</p>"]),
        ("<div>a<p>b</p><br></div>", ["<div>", "<div>a", "<div>a<p>", "<div>a<p>b"]),
    ],
)
def test_every_place_is_a_point(source: str, before: list[str]) -> None:
    """The caret in an empty block, cell or rule stands there, not at the text beside it."""
    source_map = read_html(source).source_map

    assert [source[: source_map.point(n)] for n in range(len(before))] == before


def test_an_empty_range_is_a_point() -> None:
    """Between two characters there is nothing, at the right place."""
    source = "<p>ab</p><p></p><p><br></p>"
    source_map = read_html(source).source_map
    assert source_map.span(1, 1) == (4, 4)
    assert source_map.span(0, 0) == (3, 3)


@pytest.mark.parametrize(
    ("source", "field", "name", "written"),
    [
        ('<a href="http://x/&amp;">y</a>', "href", "", "http://x/&amp;"),
        ("<a href=http://x><b>y</b></a>", "href", "", "http://x"),
        ("<img src='a.gif' alt='&lt;'>", "src", "", "a.gif"),
        ("<img src='a.gif' alt='&lt;'>", "alt", "", "&lt;"),
        ("<p>x</p>", "href", "", None),
        ("<p style='color: red; TOP: 0'>x</p>", "style", "color", "color: red; TOP: 0"),
        ("<p style='margin: 0 30%'>x</p>", "style", "margin-left", "margin: 0 30%"),
        ("<p style='margin: 0 30%'>x</p>", "style", "margin", "margin: 0 30%"),
        ("<div style='color: red'><p><b style='top: 0'>x", "style", "color", "color: red"),
        ("<p align = CENTER>x</p>", "style", "text-align", "CENTER"),
        ("<center>x</center>", "style", "text-align", "<center>"),
        ("<font size=7>x</font>", "style", "font-size", "7"),
        ("<style>p {color: Red }</style><p>x", "style", "color", "Red"),
        ("<style>p {top: 0}</style><p style='left: 0'>x", "style", "", "left: 0"),
        ("<p style='left: 0'>x", "style", "color", None),
        ("<table><tbody align=right><tr><td>x", "style", "text-align", "right"),
        ("<table background=a.png><tr><td>x", "background", "", "a.png"),
        ("<hr width=5 style='color: red'>", "style", "color", "color: red"),
    ],
)
def test_attributes(source: str, field: str, name: str, written: str | None) -> None:
    """The value of the attribute that acts at a place, wherever around it that stands."""
    span = read_html(source).source_map.attribute(0, field, name)
    assert (None if span is None else source[slice(*span)]) == written


def test_the_winner_of_the_cascade_is_shown() -> None:
    """Of two declarations on one element the one that acts is pointed at."""
    source = "<style>p {color: red !important}</style><p style='color: blue'>x</p>"
    span = read_html(source).source_map.attribute(0, "style", "color")
    assert span is not None
    assert source[slice(*span)] == "red !important"


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (4, (2, 1)), (6, (3, 1)), (7, (4, 1)), (8, (4, 2))],
)
def test_lines_and_columns(offset: int, place: tuple[int, int]) -> None:
    """Lines end at CRLF, CR and LF; columns count code points."""
    source = "a😀\r\nb\nc"[:6] + "\r" + "dé"
    assert read_html(source).source_map.line_column(offset) == place


def test_every_character_comes_from_its_source(mail: str) -> None:
    """Each character of a message is what its own range of the source decodes to."""
    reading = read_html(mail)
    for position, char in enumerate(reading.document.text):
        start, end = reading.source_map.span(position, position + 1)
        decoded = unescape(mail[start:end])
        if char in "\n\u2028\ufffc":
            continue
        assert decoded == char or (char in " \xa0" and decoded.isspace()), (position, char)


@pytest.mark.parametrize("source", ["", "<script>x</script>", "<style>p {}</style>"])
def test_a_message_without_text_has_a_place(source: str) -> None:
    """Where there is nothing to point at, the start of the file is pointed at."""
    reading = read_html(source)
    assert reading.source_map.span(0, 0) == (0, 0)
    assert reading.source_map.attribute(0, "style", "color") is None


@pytest.mark.parametrize("source", ["a<ul><li></ul><ul><li></ul>", "a<hr><hr>", "<p>a</p><hr><hr>"])
def test_line_ends_behind_the_last_text_have_places(source: str) -> None:
    """Where nothing more is written, a place is behind the last words, and no range is reversed."""
    reading = read_html(source)
    length = len(reading.document.text)
    behind = source.index("a") + 1
    assert length > 2
    for start in range(1, length + 1):
        for end in range(start, length + 1):
            assert reading.source_map.span(start, end) == (behind, behind)

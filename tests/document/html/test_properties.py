"""What holds for any HTML, however broken."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from composer.document.html.parsers import stdlib_markup
from composer.document.html.reader import HtmlReading, read_html
from composer.document.html.writer import write_html

_NAMES = st.sampled_from(
    [
        *("p", "div", "span", "b", "i", "a", "table", "tbody", "tr", "td", "th"),
        *("ul", "ol", "li", "h1", "blockquote", "center", "font", "form", "br", "hr", "img"),
        *(
            "script",
            "style",
            "button",
            "select",
            "title",
            "svg",
            "small",
            "o:p",
            "dl",
            "dd",
            "address",
        ),
        *("caption", "pre"),
    ]
)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        " class=x",
        " style='color: red; font-size: 2em'",
        " align=center",
        ' href="a&amp;b"',
        " STYLE='display: block'",
        " hidden",
        " style='margin: 0 20% !important'",
    ]
)
_TEXTS = st.sampled_from(
    [
        *("text", " ", "\r\n", "\r", "a b", "  ", "&nbsp;", "&amp;", "&#128512;", "😀"),
        *("\n", "x\ty", "&lt", "\xa0", "<3", ";", "é", "\0", "&NotEqualTilde;", "</>"),
        *("1 < 2 ", "{{order_id}}"),
    ]
)
_OTHERS = st.sampled_from(
    [
        *("<!-- c -->", "<![if x]>", "<!doctype html>", "<?x?>", "</ x>", "-->", '">'),
        "<!--[if mso]>",
        "<style>p {color: blue} a:hover {top: 0} @media x {a {b: c}}</style>",
    ]
)
_START = st.builds("<{}{}>".format, _NAMES, _ATTRIBUTES)
_END = st.builds("</{}>".format, _NAMES)
SOURCES = st.lists(_START | _END | _TEXTS | _OTHERS, max_size=25).map("".join)


@given(SOURCES)
def test_both_parsers_give_the_same_document(source: str) -> None:
    """No broken markup raises, and the fallback parser reads it alike."""
    assert read_html(source).document == read_html(source, parser=stdlib_markup).document


@given(SOURCES)
def test_characters_map_to_their_source(source: str) -> None:
    """Each character is what its range of the source decodes to."""
    reading = read_html(source)
    for position in range(len(reading.document.text)):
        assert _comes_from(reading, source, position)


def _comes_from(reading: HtmlReading, source: str, position: int) -> bool:
    char = reading.document.text[position]
    written = source[slice(*reading.source_map.span(position, position + 1))]
    if char in "\n\u2028\ufffc":
        return True
    if char == "\ufffd":
        return written == "\0"
    decoded = unescape(written)
    if written.startswith("&"):
        return char in decoded
    return decoded == char or (char in " \xa0" and decoded.isspace())


@given(SOURCES)
def test_writing_and_reading_again_changes_nothing(source: str) -> None:
    """What was read once is in the form that survives."""
    document = read_html(source).document
    assert read_html(write_html(document, lang="en")).document == document

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from composer.document import Image, LineBreak, Placeholder, Text
from composer.document.errors import DocumentError
from composer.document.html.writer import write_body
from composer.document.markdown import MAX_LENGTH, read_markdown
from composer.document.source_map import SourceMap

SAMPLE = """\
# Order {{order_id}}

Hello *dear* **buyer**, see [your order](https://amazon.com/order?x=1 "order") order.
Second line with `code` &amp; more\\*x\\* and ![Logo](a.png) <https://amazon.com/y>.

- One
- Two [words][r]
  go on
    - nested

> quoted here
> more

| A | B |
|---|---|
| x | y |

```
code
 more
```

<div style="text-align:center">raw <b>html</b></div>

line\x20\x20
broken

[r]: https://amazon.com/r
"""


def html(source: str) -> str:
    """Canonical HTML of Markdown, without line ends."""
    return write_body(read_markdown(source).document).replace("\n", "")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A\n\nb *c* **d** `e`", "<h1>A</h1><p>b <i>c</i> <b>d</b> <code>e</code></p>"),
        ("- a\n- b", "<ul>  <li>a</li>  <li>b</li></ul>"),
        ("[a](u 't')", '<p><a href="u" title="t">a</a></p>'),
        ("![a](i.png)", '<p><img src="i.png" alt="a"></p>'),
        ("a {{order_id}} b_c_d", "<p>a {{order_id}} b_c_d</p>"),
        ("*{{a_b}}* _{{c_d}}_", "<p><i>{{a_b}}</i> <i>{{c_d}}</i></p>"),
        ("[x]({{order_url}})", '<p><a href="{{order_url}}">x</a></p>'),
        ("a  \nb\nc", "<p>a<br>b c</p>"),
        ("", "<p><br></p>"),
    ],
)
def test_markdown_is_read(source: str, expected: str) -> None:
    """Usual Markdown becomes blocks and marks; placeholders stay whole whatever is in them."""
    assert html(source) == expected


def test_too_much_text_is_refused() -> None:
    """The bound is told in one sentence."""
    with pytest.raises(DocumentError, match="longer than 2,000,000 characters"):
        read_markdown("a" * (MAX_LENGTH + 1))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_character_of_usual_markdown_is_found(newline: str) -> None:
    """Each letter stands at its span; objects, references and line ends at what stands for them."""
    source = SAMPLE.replace("\n", newline)
    reading = read_markdown(source)
    source_map: SourceMap = reading.source_map
    for start, _, inline in reading.document.runs():
        if not isinstance(inline, Text):
            continue
        for at, char in enumerate(inline.text, start):
            low, high = source_map.span(at, at + 1)
            found = source[low:high]
            assert (
                found == char or (char in " \xa0" and not found.strip(" \r\n>")) or found == "&amp;"
            )


def test_objects_are_found_whole() -> None:
    """A placeholder is its spelling, a picture its whole markup, a break the line's end."""
    reading = read_markdown(SAMPLE)
    found = {
        type(inline): SAMPLE[slice(*reading.source_map.span(start, end))]
        for start, end, inline in reading.document.runs()
        if not isinstance(inline, Text)
    }
    assert found[Placeholder] == "{{order_id}}"
    assert found[Image] == "![Logo](a.png)"
    assert found[LineBreak] == "  \n"


def test_targets_of_links_and_pictures() -> None:
    """Inline links and pictures tell where their address stands; references and text do not."""
    reading = read_markdown(SAMPLE)
    text, attribute = reading.document.text, reading.source_map.attribute

    def at(words: str, field: str) -> str | None:
        span = attribute(text.index(words), field)
        return None if span is None else SAMPLE[slice(*span)]

    assert at("your order", "href") == "https://amazon.com/order?x=1"
    assert at("\ufffc htt", "src") == "a.png"
    assert at("\ufffc htt", "alt") == "Logo"
    assert at("words", "href") is None
    assert at("Hello", "href") is None


def test_line_and_column() -> None:
    """Places are told as lines and columns of the file."""
    reading = read_markdown(SAMPLE)
    start, _ = reading.source_map.span(reading.document.text.index("Two"), 0)
    assert reading.source_map.line_column(start) == (7, 3)


def test_what_is_not_proven_is_the_whole_block() -> None:
    """Markup that stands for other characters gives the lines of its block."""
    source = "First\n\nNow ---> [a]: b\n\n<p>x&nbsp;<span\ntitle='>'>y</span></p>\n"
    reading = read_markdown(source)
    for index, block in enumerate(reading.document.blocks):
        start = reading.document.starts[index]
        low, high = reading.source_map.span(start, start + len(block.text))
        assert 0 <= low < high <= len(source)


@given(data=st.data())
def test_any_text_is_read_and_has_places(
    data: DataObject, plain_texts: SearchStrategy[str]
) -> None:
    """Nothing breaks the reader, and every span lies in the source."""
    source = data.draw(plain_texts).removeprefix("\ufeff")
    reading = read_markdown(source)
    length = len(reading.document.text)
    for start in range(length + 1):
        low, high = reading.source_map.span(start, min(start + 1, length))
        assert 0 <= low <= high <= len(source)


@pytest.mark.parametrize("brackets", ["[" * 8000, "[a](" * 4000, "![" * 8000, "<a " * 8000])
def test_what_would_take_long_is_refused(brackets: str) -> None:
    """A paragraph of unmatched brackets, which would be read for minutes, is refused at once."""
    with pytest.raises(DocumentError, match="too many brackets"):
        read_markdown(f"Hello\r\n\r\n{brackets}")


def test_many_links_in_many_paragraphs_are_read() -> None:
    """The bound is on what one paragraph holds, not on a long message."""
    source = "See [your order](https://amazon.com/order?a=1&b=2) and <b>this</b>.\n\n" * 400
    assert len(read_markdown(source).document.blocks) == 400

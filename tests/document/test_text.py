import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from composer.document import (
    Block,
    Document,
    LineBreak,
    Link,
    Marks,
    Placeholder,
    PlaceholderSyntax,
    PlaceholderTable,
    Text,
)
from composer.document.errors import DocumentError
from composer.document.html.reader import read_html
from composer.document.html.writer import BLOCK_MARK
from composer.document.source_map import SourceMap
from composer.document.text import MAX_LENGTH, read_text, write_text


def texts(source: str) -> list[str]:
    """The text of each block that `source` is read as."""
    return [block.text for block in read_text(source).document.blocks]


def written(html: str) -> str:
    """The plain text of HTML."""
    return write_text(read_html(html).document)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("", [""]),
        ("\n \n", [""]),
        ("a", ["a"]),
        ("a\nb", ["a\u2028b"]),
        ("a\n\nb", ["a", "b"]),
        ("a\r\n\r\nb\rc", ["a", "b\u2028c"]),
        ("a \t\n  \nb\n", ["a", "b"]),
        ("\n\na\n\n", ["a"]),
        ("a\u2028b\u2029c", ["a\u2028b\u2028c"]),
        ("   a\n\tb", ["\xa0 \xa0a\u2028\xa0b"]),
        ("a  b", ["a \xa0b"]),
    ],
)
def test_lines_and_paragraphs(source: str, blocks: list[str]) -> None:
    """A blank line parts paragraphs, a line end breaks, spaces that shape a line are kept."""
    assert texts(source) == blocks


@pytest.mark.parametrize("blank", [2, 3, 7])
def test_more_blank_lines_are_as_many_line_ends(blank: int) -> None:
    """Three line ends in a row and more stay visible to the rule that counts them."""
    source = "a" + "\n" * (blank + 1) + "b"
    assert read_text(source).document.text.count("\n") == blank + 1


def test_placeholders_and_bare_addresses() -> None:
    """A placeholder is one object; an address is text."""
    document = read_text("Order {{order_id}}: https://amazon.com").document
    expected = (Text("Order "), Placeholder("order_id"), Text(": https://amazon.com"))
    assert document.blocks[0].inlines == expected


def test_placeholder_with_words_is_a_link() -> None:
    """The words stay text, and the variable is where they lead."""
    syntax = PlaceholderSyntax("worded", r"\[\[(?P<name>[\w-]+)(?::(?P<text>[^\]]+))?\]\]")
    reading = read_text("Please [[contact:let us know]].", PlaceholderTable((syntax,), {}))
    link = Marks(link=Link("[[contact]]"))
    expected = (Text("Please "), Text("let us know", link), Text("."))
    assert reading.document.blocks[0].inlines == expected
    assert reading.source_map.span(7, 18) == (17, 28)


def test_too_much_text_is_refused() -> None:
    """The bound is told in one sentence."""
    with pytest.raises(DocumentError, match="longer than 2,000,000 characters"):
        read_text("a" * (MAX_LENGTH + 1))


def test_source_map() -> None:
    """Each character is found again, a placeholder as a whole, a line end with its CR."""
    source = "\ufeffHi {{order_id}},\r\nyou \r\n\r\nthere"
    reading = read_text(source)
    source_map: SourceMap = reading.source_map
    plain = source.removeprefix("\ufeff")
    assert reading.document.text == "Hi \ufffc,\u2028you\nthere"
    spans = {3: "{{order_id}}", 4: ",", 5: "\r\n", 6: "y", 10: "t"}
    for position, expected in spans.items():
        start, end = source_map.span(position, position + 1)
        assert plain[start:end] == expected
    assert source_map.line_column(plain.index("there")) == (4, 1)
    assert source_map.attribute(3, "href") is None


@given(data=st.data())
def test_every_character_is_found_in_the_source(
    data: DataObject, plain_texts: SearchStrategy[str]
) -> None:
    """Text that is not an object stands at its span, apart from characters the model replaces."""
    source = data.draw(plain_texts).removeprefix("\ufeff")
    reading = read_text(source)
    for start, end, inline in reading.document.runs():
        low, high = reading.source_map.span(start, end)
        found = source[low:high]
        if isinstance(inline, Text):
            same = Block(inlines=(Text(found),)).text
            assert same.replace("\xa0", " ") == inline.text.replace("\xa0", " ")
        elif isinstance(inline, Placeholder):
            assert found == inline.spelling
        else:
            assert isinstance(inline, LineBreak)
            assert found.strip() == ""


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"),
        ("<div>a</div><div>b</div><p>c</p>", "a\nb\n\nc"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<p>a</p><p><br></p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
        ("<p>a<br><br><br><br>b</p>", "a\n\nb"),
        ("<h1>A</h1><p>b</p><hr><p>c</p>", "A\n\nb\n\n---\n\nc"),
        ("<p>Order {{order_id}} &amp; <b>more</b></p>", "Order {{order_id}} & more"),
        ("<p><img src=a alt=Logo> x<img src=b></p>", "x"),
        ("<p>a<span style='display:none'>secret</span>b</p>", "ab"),
        ("<p>a&nbsp;:&nbsp; b</p>", "a\xa0:  b"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<p>x<script>alert(1)</script></p>", "x"),
    ],
)
def test_writing_blocks(html: str, text: str) -> None:
    """Paragraphs part by one blank line, lines by none, and never more; nothing hidden shows."""
    assert written(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href="https://amazon.com/x">your order</a>', "your order: https://amazon.com/x"),
        (
            '<a href="https://amazon.com/x">your order:</a> ok',
            "your order (https://amazon.com/x) ok",
        ),
        ('<a href="https://www.amazon.de/">amazon.de</a>', "https://www.amazon.de/"),
        ('<a href="https://amazon.com/x">https://amazon.com/x</a>', "https://amazon.com/x"),
        ('<a href="mailto:a@b.de">a@b.de</a>', "a@b.de"),
        ('<a href="#top">up</a>', "up"),
        (
            'See <a href="https://a.b/c">your order page</a>.<br>Ann',
            "See your order page (https://a.b/c).\nAnn",
        ),
        (
            'Auf <a href="https://a.b/c">Ihrer Bestellseite</a> steht mehr.',
            "Auf Ihrer Bestellseite (https://a.b/c) steht mehr.",
        ),
        ('<a href="https://a.b/c">Your order</a><br>Ann', "Your order: https://a.b/c\nAnn"),
        ('<a href="https://a.b"><img src=x alt=Logo></a>', "Logo: https://a.b"),
        ('<a href="https://a.b"><img src=x></a>', "https://a.b"),
        ('<a href="{{order_url}}"><b>my</b> order</a>', "my order: {{order_url}}"),
    ],
)
def test_writing_links(html: str, text: str) -> None:
    """A link is its words and where it leads, or the address alone where that is what it says."""
    assert written(f"<p>{html}</p>") == text


@pytest.mark.parametrize(
    ("html", "left_out", "described"),
    [
        ("Help.<img src=a alt=Map>", "Help.", "Help. Map"),
        ("Help.<img src=a alt=Map>Next", "Help. Next", "Help. Map Next"),
        ("Press <img src=a alt=Stop>, then", "Press, then", "Press Stop, then"),
        ("Press <img src=a alt=Stop> now", "Press now", "Press Stop now"),
        ("(<img src=a alt=Map>)", "()", "(Map)"),
        ("a<img src=a alt=><img src=b alt=B><br><img src=c alt=C> d", "a\nd", "a B\nC d"),
        ('a<a href="https://a.b"><img src=x alt=Logo></a>b',) + ("a Logo (https://a.b) b",) * 2,
        (
            '<a href="https://a.b"><img src=x alt=Logo>Us</a>',
            "Us: https://a.b",
            "Logo Us: https://a.b",
        ),
    ],
)
def test_an_image_is_never_glued_to_words(html: str, left_out: str, described: str) -> None:
    """Left out it leaves one space or none; described its text stands apart from the words."""
    document = read_html(f"<p>{html}</p>").document
    assert write_text(document) == left_out
    assert write_text(document, described=True) == described


def test_writing_lists() -> None:
    """Items begin with a mark, are numbered from the list's start, and nest by two spaces."""
    html = (
        "<p>See</p><ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>"
        "<ol start=3><li>e</li><li>f</li></ol>"
    )
    assert written(html) == "See\n\n- a\n  - b\n- c\nd\n\n3. e\n4. f"


@given(data=st.data())
def test_written_text_never_has_three_line_ends_in_a_row(
    data: DataObject, documents: SearchStrategy[Document]
) -> None:
    """At most one blank line, whatever the document holds, and reading it settles."""
    text = write_text(data.draw(documents))
    assert not re.search(r"\n[^\S\n]*\n[^\S\n]*\n", text)
    again = write_text(read_text(text).document)
    assert write_text(read_text(again).document) == again


@given(data=st.data())
def test_plain_paragraphs_survive(data: DataObject, plain_texts: SearchStrategy[str]) -> None:
    """Text read and written is the same text, but for spaces at line ends and extra blank lines."""
    once = write_text(read_text(data.draw(plain_texts)).document)
    assert write_text(read_text(once).document) == once


def test_blocks_of_plain_text_are_plain() -> None:
    """Reading text sets no style, mark or container."""
    assert read_text("a\n\n- b").document.blocks == (
        Block("p", (Text("a"),)),
        Block("p", (Text("- b"),)),
    )


@given(data=st.data())
def test_each_block_is_marked_once(data: DataObject, documents: SearchStrategy[Document]) -> None:
    """Also where nothing of it is shown, and what is marked reads the same."""
    document = data.draw(documents)
    marked = write_text(document, marked=True)
    assert marked.count(BLOCK_MARK) == len(document.blocks)
    assert marked.replace(BLOCK_MARK, "") == write_text(document)


def test_marks_stand_before_the_words() -> None:
    """Behind the mark of an item."""
    listed = read_html("<p>a</p><ul><li>b</li></ul>").document.blocks
    document = Document((listed[0], Block(), listed[1], Block()))
    marked = write_text(document, marked=True).replace(BLOCK_MARK, "|")
    assert marked == "|a\n\n|- |b|"

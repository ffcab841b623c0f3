"""What HTML becomes in the model."""

import pytest

from composer.document import Block, Image, LineBreak, Link, Marks, Placeholder, Raw, Style, Text
from composer.document.errors import DocumentError
from composer.document.html.parsers import stdlib_markup
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body, write_html
from composer.document.placeholders import CANONICAL, PlaceholderSyntax, PlaceholderTable


def blocks(source: str) -> tuple[Block, ...]:
    """The blocks that `source` reads as."""
    return read_html(source).document.blocks


def outline(source: str) -> list[tuple[str, str, str]]:
    """Path, tag and text of each block."""
    return [
        ("/".join(f"{c.tag}{c.index}" for c in block.path), block.tag, block.text)
        for block in blocks(source)
    ]


def test_white_space_collapses_as_in_a_browser() -> None:
    """Runs become one space, also across elements; none stays at the ends and around breaks."""
    (block,) = blocks("<p>\r\n  a \t <b> b</b>\n<i> c </i> <br>  d </p>")
    assert block.text == "a b c\u2028d"


def test_no_break_spaces_stay() -> None:
    """A no-break space is content."""
    assert [block.text for block in blocks("<p>a&nbsp; b</p><p>&nbsp;</p>")] == ["a\xa0 b", "\xa0"]


def test_pre_keeps_lines_and_spaces() -> None:
    """In <pre> and white-space: pre, newlines break and spaces stay, save one leading newline."""
    first, second = blocks("<pre>\na  b\n c\n</pre><div style='white-space: pre-wrap'>x\r\ny</div>")
    assert first.text == "a \xa0b\u2028\xa0c"
    assert second.text == "x\u2028y"


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<p>a</p><p></p><p>b</p>", ["a", "b"]),
        ("<p>a</p><p><br></p><p>b</p>", ["a", "", "b"]),
        ("<p>a<br></p><br><div>b<br><br></div>", ["a", "", "b\u2028"]),
        ("a<div style='height: 20px'></div>b", ["a", "", "b"]),
        ("a<div style='height: 0; margin: 0'></div>b", ["a", "b"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
    ],
)
def test_blocks_are_what_shows_as_lines(source: str, texts: list[str]) -> None:
    """Empty blocks without a box show nothing; the last break of a block shows nothing."""
    assert [block.text for block in blocks(source)] == texts


def test_implied_end_tags() -> None:
    """Paragraphs, items, rows and cells end where the next one starts."""
    assert outline(
        "<p>a<p>b<ul><li>c<li>d<ul><li>e</ul></ul><table><tr><td>f<td>g<tr><td>h</table>"
    ) == [
        ("", "p", "a"),
        ("", "p", "b"),
        ("ul0/li0", "", "c"),
        ("ul0/li1", "", "d"),
        ("ul0/li1/ul0/li0", "", "e"),
        ("table1/tr0/td0", "", "f"),
        ("table1/tr0/td1", "", "g"),
        ("table1/tr1/td0", "", "h"),
    ]


def test_invalid_lists_are_mended() -> None:
    """A list inside a list joins the item before; items without a list get one."""
    assert outline("<ul><li>a</li><ol><li>b</li></ol></ul><li>c</li><li>d</li>") == [
        ("ul0/li0", "", "a"),
        ("ul0/li0/ol0/li0", "", "b"),
        ("ul1/li0", "", "c"),
        ("ul1/li1", "", "d"),
    ]


def test_captions_and_stray_table_content_come_before_the_table() -> None:
    """A caption is a centred line; text between cells moves out, as in browsers."""
    caption, stray, cell = blocks("<table><caption>A</caption><tr>B<td>C</td></tr></table>")
    assert (caption.text, caption.style.get("text-align")) == ("A", "center")
    assert (stray.text, stray.path) == ("B", ())
    assert (cell.text, cell.path[-1].tag) == ("C", "td")


def test_sections_hand_their_style_to_rows() -> None:
    """The style of <tbody> acts on its rows."""
    (block,) = blocks("<table><tbody style='color: red'><tr bgcolor=FFF><td>x</table>")
    assert block.path[1].style == Style.of({"color": "red", "background-color": "#fff"})


def test_plain_wrappers_are_flattened_and_boxes_stay() -> None:
    """A div without style is no container; one with style is."""
    assert outline("<div><div><p>a</p></div></div>") == [("", "p", "a")]
    assert outline("<div style='padding: 9px'><p>a</p><p>b</p></div>") == [
        ("div0", "p", "a"),
        ("div0", "p", "b"),
    ]


def test_emphasis_becomes_marks() -> None:
    """Elements and declarations that mean the same give the same marks."""
    (one,) = blocks("<p><b><i><u><s>x</s></u></i></b></p>")
    (two,) = blocks(
        "<p><span style='font: italic 700 1em inherit; font-weight: 700; font-style: italic;"
        "text-decoration: underline line-through'>x</span></p>"
    )
    assert one.inlines == (Text("x", Marks(bold=True, italic=True, underline=True, strike=True)),)
    assert two.inlines[0].marks.bold
    assert two.inlines[0].marks.italic
    assert two.inlines[0].marks.underline
    assert two.inlines[0].marks.strike


def test_an_inner_declaration_undoes_the_outer_one() -> None:
    """Normal weight inside bold is not bold, and inherit keeps what is outside."""
    (block,) = blocks(
        "<p><b style='color: red'>a<span style='font-weight: normal; color: inherit'>b</span></b></p>"
    )
    first, second = block.inlines
    assert first.marks == Marks(bold=True, style=Style.of({"color": "red"}))
    assert not second.marks.bold
    assert second.marks.style.get("color") == "red"


@pytest.mark.parametrize(
    ("outer", "inner", "size"),
    [
        ("20px", "50%", "10px"),
        ("2em", "1.5em", "3em"),
        ("large", "2em", "36px"),
        ("12pt", "smaller", "10pt"),
        ("20px", "14px", "14px"),
        ("calc(1px + 1em)", "2em", "calc((calc(1px + 1em)) * 2)"),
    ],
)
def test_relative_sizes_are_multiplied(outer: str, inner: str, size: str) -> None:
    """Nested font sizes fold into one that says the same."""
    source = f"<p><span style='font-size: {outer}'><span style='font-size: {inner}'>x</span></span>"
    (block,) = blocks(source)
    assert block.inlines[0].marks.style.get("font-size") == size


def test_presentational_markup_becomes_style() -> None:
    """<font>, <center>, align and bgcolor are declarations; widths of tables stay attributes."""
    (block,) = blocks(
        "<center><table width=600 align=center bgcolor=#EEE><tr><td align=right>"
        "<font size=5 color=RED face=Verdana>x</font></table></center>"
    )
    center, table, _, cell = block.path
    assert center.style.get("text-align") == "-webkit-center"
    assert table.attributes == (("align", "center"), ("width", "600"))
    assert table.style.get("background-color") == "#eee"
    assert cell.style.get("text-align") == "-webkit-right"
    assert block.inlines[0].marks.style == Style.of(
        {"font-size": "x-large", "color": "red", "font-family": "Verdana"}
    )


def test_marks_reach_into_blocks_inside_inline_elements() -> None:
    """A link around blocks links their text; what a block sets itself no longer comes from outside."""
    first, second = blocks(
        "<a href='https://amazon.com/'><font color=red><div>x</div><p style='color: blue'>y</p></font></a>"
    )
    assert first.inlines[0].marks == Marks(
        link=Link("https://amazon.com/"), style=Style.of({"color": "red"})
    )
    assert second.inlines[0].marks == Marks(  # or a link's own colour would win
        link=Link("https://amazon.com/"), style=Style.of({"color": "blue"})
    )
    assert second.style.get("color") == "blue"


def test_misnested_emphasis_ends_where_it_is_closed() -> None:
    """Bold that is cut by a paragraph goes on, and ends at its end tag."""
    marks = [
        (block.text[start:end], inline.marks.bold)
        for block in blocks("<p><b>a<p>b</b>c</p>")
        for start, end, inline in block.runs()
    ]
    assert marks == [("a", True), ("b", True), ("c", False)]


def test_pictures_keep_what_is_known_of_them() -> None:
    """Missing alternative text is told from empty text."""
    (block,) = blocks("<img src='a.png' width=50% style='width: 90%'><img src=b alt=''>")
    first, second = block.inlines
    assert first == Image("a.png", None, "50%", None, Style.of({"width": "90%"}))
    assert isinstance(second, Image)
    assert second.alt == ""


def test_unknown_markup_is_kept_as_it_stands() -> None:
    """Scripts, frames, forms' fields and vector graphics become raw inlines; comments vanish."""
    source = "<p>a<!-- x --><script>if (a<b) {}</script><svg><text>t</text></svg><input name=n>b"
    (block,) = blocks(source)
    raws = [inline.html for inline in block.inlines if isinstance(inline, Raw)]
    assert raws == ["<script>if (a<b) {}</script>", "<svg><text>t</text></svg>", "<input name=n>"]
    assert block.text == "a\ufffc\ufffc\ufffcb"


def test_unclosed_raw_markup_ends_with_its_cell() -> None:
    """A button without an end does not swallow the message."""
    first, second = blocks("<table><tr><td><button>x</td><td>y</td></tr></table>")
    assert first.inlines == (Raw("<button>x</button>"),)
    assert second.text == "y"


def test_boxes_inside_a_line_break_it() -> None:
    """An inline element displayed as a block stands on a line of its own."""
    (block,) = blocks("<p>a<span style='display: block'>b</span>c</p>")
    assert block.text == "a\u2028b\u2028c"


def test_placeholders_in_text_and_attributes() -> None:
    """In text they are chips; in attributes they stay typed."""
    (block,) = blocks("<p>Order {{ order_id }}: <a href='https://amazon.com/{{asin}}'>x</a></p>")
    assert block.inlines[1] == Placeholder("order_id", "{{ order_id }}")
    assert block.inlines[3].marks.link == Link("https://amazon.com/{{asin}}")


def test_a_placeholder_with_words_is_a_link() -> None:
    """The words stay text; the link's target is the variable without them."""
    contact = PlaceholderSyntax("contact", r"\[\[(?P<name>[\w-]+):(?P<text>[^\]]+)\]\]")
    table = PlaceholderTable((*CANONICAL.syntaxes, contact), {})
    source = "<p>Please [[contact-link:let us know]].</p>"
    reading = read_html(source, table)
    assert reading.document.text == "Please let us know."
    assert reading.document.blocks[0].inlines[1].marks.link == Link("[[contact-link]]")
    start, end = reading.source_map.span(7, 18)
    assert source[start:end] == "let us know"


def test_markup_inside_the_words_of_a_placeholder_is_markup() -> None:
    """A break or a picture there is not hidden from the rules as if it were text."""
    contact = PlaceholderSyntax("contact", r"\[\[(?P<name>[\w-]+):(?P<text>[^\]]+)\]\]")
    table = PlaceholderTable((*CANONICAL.syntaxes, contact), {})
    document = read_html('<p>[[contact:<br>let us]] <img src="a.gif"></p>', table).document
    (block,) = document.blocks
    assert block.text == "[[contact:\u2028let us]] \ufffc"


def test_the_head_is_read_and_what_acts_is_kept() -> None:
    """Title, language and named metas are told; links, base and refresh are kept raw."""
    source = (
        "<html lang=de dir=rtl><head><title> A &amp;\n b </title><meta name=x content='1&quot;'>"
        "<link rel=stylesheet href=http://x/y.css><meta http-equiv=refresh content='0'>"
        "<base href=x><script>1</script></head><body>y</body></html>"
    )
    reading = read_html(source)
    assert (reading.lang, reading.dir, reading.title) == ("de", "rtl", "A & b")
    assert reading.title_span is not None
    assert source[slice(*reading.title_span)] == "A &amp;\n b"
    assert reading.metas == (("x", '1"'),)
    assert reading.document.head == (
        "<link rel=stylesheet href=http://x/y.css>",
        "<meta http-equiv=refresh content='0'>",
        "<base href=x>",
        "<script>1</script>",
    )


def test_the_body_is_a_container_where_it_sets_something() -> None:
    """Colours of the body are style; its link colours stay attributes."""
    (block,) = blocks("<body bgcolor=#000 text=white link=red style='margin: 0'>x")
    (body,) = block.path
    assert body.style.get("background-color") == "#000"
    assert body.style.get("color") == "white"
    assert body.attributes == (("link", "red"),)


def test_hidden_text_stays_with_its_style() -> None:
    """Text that does not show is there for rules to see."""
    (block,) = blocks("<div style='display: none; font-size: 1px'>preview</div>")
    assert (block.text, block.style.get("display")) == ("preview", "none")


def test_event_handlers_are_left_out_and_told() -> None:
    """on… attributes never reach the document; a note names them."""
    reading = read_html("<p onclick='x()' title=t>a</p>")
    assert reading.document.blocks[0].attributes == (("title", "t"),)
    assert any("onclick" in note for note in reading.notes)


@pytest.mark.parametrize(
    "source",
    ["<div>" * 300, "x" * 2_000_001, "<br>" * 100_001],
    ids=["depth", "length", "count"],
)
def test_input_is_bounded(source: str) -> None:
    """Too deep, too long or too much is refused with one sentence."""
    with pytest.raises(DocumentError, match=r"^The message .*\.$"):
        read_html(source)


@pytest.mark.parametrize("source", ["", " \r\n ", "<!-- x -->", "<html>", "\ufeff"])
def test_nothing_is_one_empty_block(source: str) -> None:
    """A source without content is a document all the same."""
    assert blocks(source) == (Block(),)


def test_messages_read_alike_with_both_parsers(mail: str) -> None:
    """The fallback parser gives the same document."""
    assert read_html(mail).document == read_html(mail, parser=stdlib_markup).document


def test_line_breaks_carry_the_marks_around_them() -> None:
    """A break inside a link belongs to the link."""
    (block,) = blocks("<p><a href='https://amazon.com'>a<br>b</a></p>")
    assert block.inlines[1] == LineBreak(Marks(link=Link("https://amazon.com")))


def test_plaintext_is_read_as_preformatted() -> None:
    """An element that cannot be closed is kept as the one that looks like it."""
    document = read_html("<p>a<plaintext>b <i>\n c").document
    assert write_body(document) == "<p>a</p>\n<pre>b &lt;i&gt;<br>&nbsp;c</pre>\n"
    assert read_html(write_body(document)).document == document


@pytest.mark.parametrize(
    ("source", "spelled"),
    [
        ("<p>See {{o<!-- x -->rder_id}} now</p>", "{{o<!-- x -->rder_id}}"),
        ("<p>See {{o</em>rder_id}} now</p>", "{{o</em>rder_id}}"),
        ("<p>See {{<!-- -->order_id}} now &amp; <b>then</b></p>", "{{<!-- -->order_id}}"),
    ],
)
def test_a_placeholder_in_pieces_is_one(source: str, spelled: str) -> None:
    """What is written whole again is held whole, with its place in the source."""
    reading = read_html(source)
    start, end = reading.source_map.span(4, 5)

    assert reading.document.text.startswith("See \ufffc now")
    assert source[start:end] == spelled
    assert read_html(write_html(reading.document, lang="en")).document == reading.document

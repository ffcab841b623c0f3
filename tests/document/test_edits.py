import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from composer.document import (
    Block,
    Container,
    Document,
    Image,
    LineBreak,
    Link,
    Marks,
    Placeholder,
    Style,
    Text,
)
from composer.document.edits import (
    Edit,
    MakeList,
    Remove,
    ReplaceText,
    SetBlockStyle,
    SetImage,
    SetLink,
    SetMark,
    SetTag,
    apply,
)
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body, write_html

ITEMS = """<ul>
  <li>
    <p style="color: red">one</p>
  </li>
  <li>
    <p style="color: red">two</p>
  </li>
</ul>
""".replace("\n", "")


def changed(html: str, *edits: Edit) -> str:
    """The HTML that `edits` make of `html`, without line ends."""
    return write_body(apply(read_html(html).document, edits)).replace("\n", "")


@pytest.mark.parametrize(
    ("html", "edit", "result"),
    [
        ("<p>one two</p>", ReplaceText(4, 7, "2"), "<p>one 2</p>"),
        ("<p>one</p>", ReplaceText(3, 3, "!"), "<p>one!</p>"),
        ("<p><b>one</b> two</p>", ReplaceText(0, 3, "1"), "<p><b>1</b> two</p>"),
        ("<p><b>one</b> two</p>", ReplaceText(3, 3, "s"), "<p><b>ones</b> two</p>"),
        ("<p>a {{x}} b</p>", ReplaceText(2, 3, "{{y}}"), "<p>a {{y}} b</p>"),
        ("<p>a<br>b</p>", ReplaceText(1, 2, "\u2028\u2028"), "<p>a<br><br>b</p>"),
        ('<p><a href="u">on</a></p>', ReplaceText(2, 2, "x"), '<p><a href="u">on</a>x</p>'),
        ('<p><a href="u">on</a></p>', ReplaceText(0, 2, "x"), '<p><a href="u">x</a></p>'),
        ("<p>a</p><hr>", ReplaceText(2, 2, "b"), "<p>a</p><p>b</p>"),
    ],
)
def test_replace_text(html: str, edit: Edit, result: str) -> None:
    """New text takes the marks of what it replaces, or of what stands before it but for links."""
    assert changed(html, edit) == result


def test_replacement_with_a_placeholder_in_its_text() -> None:
    """``{{name}}`` in new text is a placeholder, not characters."""
    document = apply(
        Document((Block(inlines=(Text("Order"),)),)), [ReplaceText(5, 5, " {{order_id}}.")]
    )
    assert document.blocks[0].inlines == (Text("Order "), Placeholder("order_id"), Text("."))


def test_newline_in_a_replacement_starts_a_block_like_the_one_around() -> None:
    """A split block keeps its kind, style and list item on both sides."""
    html = '<ul><li><p style="color: red">one two</p></li></ul>'
    result = (
        '<ul>  <li>    <p style="color: red">one</p>    <p style="color: red">two</p>  </li></ul>'
    )
    assert changed(html, ReplaceText(3, 4, "\n")) == result


@pytest.mark.parametrize(
    ("html", "start", "end", "result"),
    [
        ("<p>one</p>", 0, 3, "<p><br></p>"),
        ("<h1>one</h1><p>two</p>", 3, 4, "<h1>onetwo</h1>"),
        ("<h1>one</h1><p>two</p>", 0, 4, "<p>two</p>"),
        ("<p>one</p><p></p><p><br></p><p>two</p>", 3, 5, "<p>onetwo</p>"),
        ("<p>a<img src=x>b</p>", 1, 2, "<p>ab</p>"),
        ("<hr><p>two</p>", 0, 1, "<p>two</p>"),
    ],
)
def test_remove(html: str, start: int, end: int, result: str) -> None:
    """Removing across a boundary joins blocks; one emptied from its start takes the other's kind."""
    assert changed(html, Remove(start, end)) == result


@pytest.mark.parametrize(
    ("edit", "result"),
    [
        (SetMark(0, 3, "bold", value=True), "<p><b>one</b> <i>two</i></p>"),
        (SetMark(4, 7, "italic", value=False), "<p>one two</p>"),
        (SetMark(4, 5, "italic", value=None), "<p>one t<i>wo</i></p>"),
        (
            SetMark(2, 5, "font-size", "12px"),
            '<p>on<span style="font-size: 12px">e <i>t</i></span><i>wo</i></p>',
        ),
        (SetMark(3, 3, "bold", value=True), "<p>one <i>two</i></p>"),
    ],
)
def test_set_mark(edit: Edit, result: str) -> None:
    """A mark is set on exactly the range, whatever runs it crosses."""
    assert changed("<p>one <i>two</i></p>", edit) == result


def test_set_mark_removes_a_property_in_every_block_touched() -> None:
    """None takes the CSS property off all runs of the range and leaves others alone."""
    html = (
        '<p><span style="color: red; font-size: 2em">one</span></p>'
        '<p><span style="color: red">two</span></p>'
    )
    result = '<p><span style="font-size: 2em">one</span></p><p>two</p>'
    assert changed(html, SetMark(0, 7, "color", None)) == result


@pytest.mark.parametrize(
    ("edit", "result"),
    [
        (SetLink(0, 3, "new"), '<p><a href="new" title="t">one</a> two</p>'),
        (SetLink(0, 3, None), "<p>one two</p>"),
        (SetLink(4, 7, "new"), '<p><a href="old" title="t">one</a> <a href="new">two</a></p>'),
    ],
)
def test_set_link(edit: Edit, result: str) -> None:
    """A link gets another target and keeps the rest, is taken away, or is made."""
    assert changed('<p><a href="old" title="t">one</a> two</p>', edit) == result


@pytest.mark.parametrize(
    ("name", "value", "image"),
    [
        ("src", "b.png", Image("b.png", "A", "50%", None, Style.of({"width": "9px"}))),
        ("alt", None, Image("a.png", None, "50%", None, Style.of({"width": "9px"}))),
        ("alt", "B", Image("a.png", "B", "50%", None, Style.of({"width": "9px"}))),
        ("width", "80%", Image("a.png", "A", "80%")),
        ("height", None, Image("a.png", "A", "50%", None, Style.of({"width": "9px"}))),
        (
            "max-width",
            "80%",
            Image("a.png", "A", "50%", None, Style.of({"width": "9px", "max-width": "80%"})),
        ),
    ],
)
def test_set_image(name: str, value: str | None, image: Image) -> None:
    """One field changes; a size set as attribute is not left under the CSS that would win."""
    before = Image("a.png", "A", "50%", None, Style.of({"width": "9px"}))
    document = Document((Block(inlines=(Text("a"), before)),))
    after = apply(document, [SetImage(1, 2, name, value)])
    assert after.blocks[0].inlines == (Text("a"), image)


def test_set_tag_turns_the_blocks_touched() -> None:
    """Every block that the range touches gets the tag, the others keep theirs."""
    html = "<h1>one</h1><h2>two</h2><p>three</p>"
    assert changed(html, SetTag(1, 5, "p")) == "<p>one</p><p>two</p><p>three</p>"


def test_set_block_style_reaches_every_block_of_the_range() -> None:
    """A value is set on the blocks themselves, containers stay as they are."""
    html = '<div style="color: red"><p>one</p><p>two</p></div><p>three</p>'
    result = (
        '<div style="color: red">  <p style="color: blue">one</p>  <p style="color: blue">two</p>'
        "</div><p>three</p>"
    )
    assert changed(html, SetBlockStyle(0, 5, "color", "blue")) == result


def test_clearing_a_style_clears_containers_for_all_blocks_that_share_them() -> None:
    """None removes the property from block and containers, and siblings stay in one container."""
    html = (
        '<div style="color: red; margin-left: 5px"><p style="color: blue">one</p><p>two</p></div>'
        '<div style="color: red; margin-left: 5px"><p>three</p></div>'
    )
    result = (
        '<div style="margin-left: 5px">  <p>one</p>  <p>two</p></div>'
        '<div style="color: red; margin-left: 5px">  <p>three</p></div>'
    )
    assert changed(html, SetBlockStyle(0, 3, "color", None)) == result


def test_clearing_the_only_style_of_boxes_keeps_their_lists_apart() -> None:
    """Boxes that do nothing any more go, and what stood in them is not merged."""
    html = "<center><ul><li>one</li></ul></center><center><ul><li>two</li></ul></center>"
    result = "<ul>  <li>one</li></ul><ul>  <li>two</li></ul>"
    assert changed(html, SetBlockStyle(0, 7, "text-align", None)) == result


def test_edits_count_positions_before_any_of_them() -> None:
    """Ranges refer to the text as it was, in whatever order the edits are given."""
    edits = (ReplaceText(0, 3, "First"), Remove(3, 4), SetMark(4, 7, "bold", value=True))
    for order in (edits, edits[::-1]):
        assert changed("<p>one two</p>", *order) == "<p>First<b>two</b></p>"


@pytest.mark.parametrize(
    "edits",
    [
        (Remove(0, 3), Remove(2, 5)),
        (Remove(0, 3), ReplaceText(1, 1, "x")),
        (Remove(0, 99),),
        (Remove(3, 2),),
        (Remove(-1, 2),),
    ],
)
def test_overlapping_or_misplaced_edits_are_refused(edits: tuple[Edit, ...]) -> None:
    """Nothing is guessed where ranges of text edits overlap or do not lie in the text."""
    with pytest.raises(ValueError, match="out of order or out of range"):
        apply(Document((Block(inlines=(Text("one two"),)),)), edits)


@given(data=st.data())
def test_text_edits_change_the_text_as_they_would_a_string(
    data: DataObject, documents: SearchStrategy[Document]
) -> None:
    """Replacing by plain words does to the document's text what slicing does to a string."""
    document = data.draw(documents)
    length = len(document.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    words = data.draw(st.sampled_from(("", "x", "yes no", "a\u2028b", "a\nb")))
    after = apply(document, [ReplaceText(start, end, words)])
    expected = document.text[:start] + words + document.text[end:]
    assert after.text.replace("\xa0", " ") == expected.replace("\xa0", " ")


@given(data=st.data())
def test_marks_and_styles_leave_the_text_alone(
    data: DataObject, documents: SearchStrategy[Document]
) -> None:
    """No edit of looks moves a position."""
    document = data.draw(documents)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    edits = (
        SetMark(start, end, "bold", value=True),
        SetMark(start, end, "color", None),
        SetLink(start, end, "https://amazon.com"),
        SetBlockStyle(start, end, "text-align", None),
        SetBlockStyle(start, end, "text-align", "center"),
    )
    for edit in edits:
        assert apply(document, [edit]).text == document.text


def test_line_break_is_a_character_like_any_other() -> None:
    """A break can be removed by its position."""
    document = Document(
        (
            Block(
                inlines=(Text("a"), LineBreak(), Text("b")),
            ),
        )
    )
    assert apply(document, [Remove(1, 2)]).blocks[0].inlines == (Text("ab"),)


def test_cleared_container_keeps_its_place_in_the_path() -> None:
    """A cell whose alignment is cleared is still that cell, for its neighbours too."""
    path = tuple(Container(tag) for tag in ("table", "tr"))
    cells = [Container("td", index, Style.of({"text-align": "center"})) for index in (0, 1)]
    blocks = tuple(Block("", (Text("x"),), path=(*path, cell)) for cell in cells)
    after = apply(Document(blocks), [SetBlockStyle(0, 1, "text-align", None)])
    assert [block.path[-1].style for block in after.blocks] == [Style(), cells[1].style]


def test_link_marks_are_values() -> None:
    """Two runs of one link are one link, and stay one text when marks are equal."""
    marks = Marks(link=Link("u"))
    block = Block(inlines=(Text("a", marks), Text("b", Marks(link=Link("u")))))
    assert block.inlines == (Text("ab", marks),)


@pytest.mark.parametrize(
    ("html", "words", "tag", "result"),
    [
        (
            "<p>- one<br>- <b>two</b></p>",
            "- one\u2028- two",
            "ul",
            "<ul>  <li>one</li>  <li><b>two</b></li></ul>",
        ),
        (
            "<p>See:<br>1. {{x}} a<br>2. b<br>Yours</p>",
            "1. \ufffc a\u20282. b",
            "ol",
            "<p>See:</p><ol>  <li>{{x}} a</li>  <li>b</li></ol><p>Yours</p>",
        ),
        (
            '<p style="color: red">- one<br>- two</p>',
            "- one\u2028- two",
            "ul",
            ITEMS,
        ),
        ("<p>one</p>", "one", "ul", "<p>one</p>"),
    ],
)
def test_lines_become_items_without_their_marks(
    html: str, words: str, tag: str, result: str
) -> None:
    """What is around them stays a paragraph; a line of one word has no mark to lose."""
    start = read_html(html).document.text.index(words)
    assert changed(html, MakeList(start, start + len(words), tag)) == result


def test_two_lists_of_one_paragraph_stay_two() -> None:
    """Edits made at once do not join what a line stands between."""
    html = "<p>- a<br>- b<br>and<br>- c<br>- d</p>"
    edits = MakeList(0, 7, "ul"), MakeList(12, 19, "ul")
    result = "<ul>  <li>a</li>  <li>b</li></ul><p>and</p><ul>  <li>c</li>  <li>d</li></ul>"
    assert changed(html, *edits) == result


@given(data=st.data())
def test_a_list_is_what_a_fresh_read_of_its_html_gives(
    data: DataObject, documents: SearchStrategy[Document]
) -> None:
    """Whatever the lines are, and whatever stands around them."""
    document = data.draw(documents)
    end = data.draw(st.integers(0, len(document.text)))
    edit = MakeList(data.draw(st.integers(0, end)), end, data.draw(st.sampled_from(["ul", "ol"])))
    listed = apply(document, [edit])
    assert read_html(write_html(listed, lang="en")).document == listed

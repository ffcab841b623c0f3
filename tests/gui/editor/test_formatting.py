import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from composer.document import Block, Container, Document, Link, Marks, Placeholder, Style, Text
from composer.gui.editor.commands import FormatState, Size
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.paint.furniture import marker
from composer.gui.editor.structure import lifted, listed, nested, unlisted


def words(*lines: str) -> Document:
    """A document of plain paragraphs."""
    return Document(tuple(Block(inlines=(Text(each),)) for each in lines))


def outline(document: Document) -> list[str]:
    """Each line with its marker, pushed in by its containers."""
    blocks = document.blocks
    return [
        "  " * (len(block.path) // 2) + f"{marker(blocks, index)} {block.text}".strip()
        for index, block in enumerate(blocks)
    ]


def test_bold_of_a_selection_is_one_step(editor: MessageEditor) -> None:
    """Bold is set on what is selected, taken away again, and each is undone at once."""
    editor.set_document(words("one two"))
    editor.select(4, 7)
    editor.toggle("bold")
    bold = Document((Block(inlines=(Text("one "), Text("two", Marks(bold=True)))),))
    assert editor.document_value() == bold
    assert editor.selection() == (4, 7)
    editor.toggle("bold")
    assert editor.document_value() == words("one two")
    editor.undo_log.undo()
    assert editor.document_value() == bold


def test_bold_at_the_caret_is_for_what_is_typed_next(editor: MessageEditor) -> None:
    """Without a selection bold holds from here on, and changes nothing by itself."""
    QTest.keyClicks(editor, "a")
    editor.toggle("bold")
    QTest.keyClicks(editor, "b")
    editor.toggle("bold")
    QTest.keyClicks(editor, "c")

    assert editor.document_value() == Document(
        (Block(inlines=(Text("a"), Text("b", Marks(bold=True)), Text("c"))),)
    )


def test_toolbar_hears_what_applies_at_the_caret(editor: MessageEditor) -> None:
    """Moving the caret tells marks, size and list there, once for each difference."""
    link = Link("https://amazon.com")
    editor.set_document(
        Document(
            (
                Block(inlines=(Text("plain"), Text("bold", Marks(bold=True, link=link)))),
                Block("h2", (Text("large"),)),
                Block("", (Text("item"),), path=(Container("ol"), Container("li"))),
            )
        )
    )
    told: list[FormatState] = []
    editor.format_changed.connect(told.append)
    for position in (2, 7, 8, 12, 18):
        editor.select(position)

    assert told == [
        FormatState(bold=True, link=link),
        FormatState(size=Size.LARGE),
        FormatState(list="ol"),
    ]


@pytest.mark.parametrize(
    ("size", "tag", "style"),
    [(Size.SMALL, "p", "13px"), (Size.NORMAL, "p", None), (Size.LARGE, "h2", None)],
)
def test_three_sizes(editor: MessageEditor, size: Size, tag: str, style: str | None) -> None:
    """Small is a font size, large a heading, and normal neither; each replaces the other."""
    editor.set_document(words("text"))
    for each in (Size.LARGE, Size.SMALL, Size.LARGE, size):
        editor.set_size(each)

    block = editor.document_value().blocks[0]
    assert block.tag == tag
    assert block.inlines[0].marks.style.get("font-size") == style
    assert editor.format_state().size is size


def test_list_button_makes_and_unmakes_a_list(editor: MessageEditor) -> None:
    """The button lists the paragraphs selected, changes the list's kind, and takes it away."""
    editor.set_document(words("a", "b", "c"))
    editor.select(0, 3)
    editor.toggle_list("ul")
    assert outline(editor.document_value()) == ["  • a", "  • b", "c"]
    editor.toggle_list("ol")
    assert outline(editor.document_value()) == ["  1. a", "  2. b", "c"]
    editor.toggle_list("ol")
    assert editor.document_value() == words("a", "b", "c")
    while editor.undo_log.can_undo:
        editor.undo_log.undo()
    assert editor.document_value() == words("a", "b", "c")


def test_item_beside_a_list_joins_it() -> None:
    """A paragraph made an item below a list becomes the list's next item."""
    document = listed(words("a", "b"), 0, 0, "ol")

    assert outline(listed(document, 1, 1, "ol")) == ["  1. a", "  2. b"]


def test_nesting_goes_with_children_and_comes_back() -> None:
    """An item moves in and out together with the items below it."""
    document = listed(words("a", "b", "c", "d"), 0, 3, "ul")
    deep = nested(nested(document, 1, 1), 2, 2)
    assert outline(deep) == ["  • a", "    ◦ b", "    ◦ c", "  • d"]
    assert outline(nested(deep, 2, 2)) == ["  • a", "    ◦ b", "      ▪ c", "  • d"]
    assert outline(lifted(deep, 1, 1)) == ["  • a", "  • b", "    ◦ c", "  • d"]
    assert nested(document, 0, 0) == document


def test_leaving_the_middle_of_a_list_keeps_both_halves() -> None:
    """Items before and after one taken out stay lists, numbered each for itself."""
    document = listed(words("a", "b", "c"), 0, 2, "ol")

    assert outline(unlisted(document, 1, 1)) == ["  1. a", "b", "  1. c"]


def test_link_on_selection_around_the_caret_and_alone(editor: MessageEditor) -> None:
    """A link is set on the selection, changed from inside it, taken away, or inserted."""
    editor.set_document(words("see here"))
    editor.select(4, 8)
    editor.set_link("http://a.example")
    editor.select(6)
    assert editor.link_at_caret() == (4, 8, Link("http://a.example"))
    editor.set_link("https://a.example")
    assert editor.document_value().blocks[0].inlines[1].marks.link == Link("https://a.example")
    editor.select(6)
    editor.set_link(None)
    assert editor.document_value() == words("see here")
    editor.select(0)
    editor.set_link("https://b.example", "words")
    assert editor.document_value().text == "wordssee here"


def test_placeholder_replaces_the_selection(editor: MessageEditor) -> None:
    """A placeholder takes the place of what is selected, in one step."""
    editor.set_document(words("order X now"))
    editor.select(6, 7)
    editor.insert_placeholder("order_id")
    assert editor.document_value() == Document(
        (Block(inlines=(Text("order "), Placeholder("order_id"), Text(" now"))),)
    )
    assert editor.selection() == (7, 7)
    editor.undo_log.undo()
    assert editor.document_value() == words("order X now")


def test_a_size_chosen_on_an_empty_line_is_for_what_is_typed_next(editor: MessageEditor) -> None:
    """Small text starts where it is asked for, and ends on the next line that asks for normal."""
    editor.set_size(Size.SMALL)
    QTest.keyClicks(editor, "one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.set_size(Size.NORMAL)
    QTest.keyClicks(editor, "two")
    small = Marks(style=Style.of({"font-size": "13px"}))
    first, second = editor.document_value().blocks
    assert first.inlines == (Text("one", small),)
    assert second.inlines == (Text("two"),)


def test_the_gap_behind_a_list_is_that_between_paragraphs(editor: MessageEditor) -> None:
    """A list ends like a paragraph, in the editor as in the message."""
    path = (Container("ul"), Container("li"))
    blocks = (
        Block(tag="p", inlines=(Text("one"),)),
        Block(tag="p", inlines=(Text("two"),)),
        Block(tag="", path=path, inlines=(Text("item"),)),
        Block(tag="p", inlines=(Text("three"),)),
    )
    editor.set_document(Document(blocks))
    tops = [
        editor.cursorRect(QTextCursor(editor.document().findBlockByNumber(number))).top()
        for number in range(4)
    ]
    assert tops[3] - tops[2] == tops[1] - tops[0]

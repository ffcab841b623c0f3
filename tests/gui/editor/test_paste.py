import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.document import (
    Block,
    Container,
    Document,
    Image,
    Link,
    Marks,
    Placeholder,
    Raw,
    Style,
    Text,
)
from composer.document.html.reader import read_html
from composer.gui.editor.clipboard import OWN_FORMAT
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.pieces import insert_piece, piece_of
from composer.gui.editor.subject_editor import SubjectEditor

LOUD = (
    '<div style="font-family:Comic Sans MS;color:red"><h2>Title</h2>'
    '<p style="text-align:center;line-height:3">Please <b style="font-size:31px">look</b> '
    '<a href="https://amazon.com/x">here</a></p><ul><li>one</li><li>two</li></ul></div>'
)


def html(source: str) -> QMimeData:
    """A clipboard with HTML."""
    data = QMimeData()
    data.setHtml(source)
    return data


def text(source: str) -> QMimeData:
    """A clipboard with plain text."""
    data = QMimeData()
    data.setText(source)
    return data


def words(*lines: str) -> Document:
    """A document of plain paragraphs."""
    return Document(tuple(Block(inlines=(Text(each),) if each else ()) for each in lines))


def test_paste_keeps_structure_and_drops_looks(qtbot: QtBot, editor: MessageEditor) -> None:
    """Headings, bold, links and lists stay, fonts, sizes, colours and alignment do not."""
    with qtbot.waitSignal(editor.pasted_cleaned):
        editor.insertFromMimeData(html(LOUD))

    item = Container("ul")
    assert editor.document_value().blocks == (
        Block("h2", (Text("Title"),)),
        Block(
            "p",
            (
                Text("Please "),
                Text("look", Marks(bold=True)),
                Text(" "),
                Text("here", Marks(link=Link("https://amazon.com/x"))),
            ),
        ),
        Block("", (Text("one"),), path=(item, Container("li"))),
        Block("", (Text("two"),), path=(item, Container("li", 1))),
    )


def test_paste_is_one_step(editor: MessageEditor) -> None:
    """One undo takes a whole paste back, one more what keeping its look did."""
    editor.set_document(words("before"))
    editor.insertFromMimeData(html(LOUD))
    pasted = editor.document_value()
    assert editor.keep_paste()
    kept = editor.document_value()
    assert any("text-align" in block.style for block in kept.blocks)
    assert kept.text == pasted.text
    editor.undo_log.undo()
    assert editor.document_value() == pasted
    editor.undo_log.undo()
    assert editor.document_value() == words("before")


def test_kept_paste_is_only_for_what_was_just_pasted(editor: MessageEditor) -> None:
    """After more typing there is no going back to the look of an old paste."""
    editor.insertFromMimeData(html(LOUD))
    QTest.keyClicks(editor, "x")

    assert not editor.keep_paste()


def test_plain_paste_says_nothing(qtbot: QtBot, editor: MessageEditor) -> None:
    """HTML without looks of its own, and plain text, need no word about what was left out."""
    with qtbot.assertNotEmitted(editor.pasted_cleaned):
        editor.insertFromMimeData(html("<p>Hello <b>you</b></p>"))
        editor.insertFromMimeData(text("one\n\ntwo {{order_id}}"))

    assert Placeholder("order_id") in editor.document_value().blocks[-1].inlines


def test_unknown_markup_is_left_out_but_can_be_kept(editor: MessageEditor) -> None:
    """Markup that no message may hold comes back with Keep them, so that it can be flagged."""
    editor.insertFromMimeData(html("<p>a<video src=x></video>b</p>"))
    assert editor.document_value().text == "ab"
    assert editor.keep_paste()

    assert any(
        isinstance(i, Raw) for block in editor.document_value().blocks for i in block.inlines
    )


def test_copy_and_paste_inside_lose_nothing(editor: MessageEditor) -> None:
    """What is copied here and pasted here is the same to the last attribute."""
    document = Document(
        (
            Block("p", (Text("a", Marks(style=Style.of({"color": "#c00"}))),)),
            Block("h2", (Placeholder("order_id"), Text("x")), Style.of({"text-align": "center"})),
            Block("p", (Image("a.png", None, "90%"), Raw("<video></video>"))),
        )
    )
    editor.set_document(document)
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    editor.set_document(Document())
    editor.insertFromMimeData(data)

    assert editor.document_value() == document


def test_copy_is_text_and_html_for_others(editor: MessageEditor) -> None:
    """Outside, chips are their spelling and marks are HTML."""
    bold = Text("bold", Marks(bold=True))
    editor.set_document(Document((Block(inlines=(Placeholder("order_id"), bold)),)))
    editor.selectAll()
    data = editor.createMimeDataFromSelection()

    assert data.text().strip() == "{{order_id}}bold"
    assert "{{order_id}}" in data.html()
    assert "bold" in data.html()
    assert data.hasFormat(OWN_FORMAT)


def test_words_flow_into_the_line_they_are_pasted_in(editor: MessageEditor) -> None:
    """A line pasted into another takes no paragraph with it, several split it."""
    editor.set_document(words("ab"))
    editor.select(1)
    editor.insertFromMimeData(text("x"))
    assert editor.document_value() == words("axb")
    editor.insertFromMimeData(text("1\n2"))

    assert editor.document_value().text in {"ax1\n2b", "ax1\u20282b"}
    assert editor.selection() == (5, 5)


def test_huge_pastes_are_refused(qtbot: QtBot, editor: MessageEditor) -> None:
    """More than a message could ever hold is refused in words, and nothing changes."""
    for data in (text("x" * 1_000_001), html("<p>" + "x" * 4_000_001)):
        with qtbot.waitSignal(editor.refused) as told:
            editor.insertFromMimeData(data)
        assert told.args is not None
        assert "too long" in told.args[0]

    assert editor.document_value() == Document()


def test_pictures_are_stored_beside_the_template(qtbot: QtBot, log: object) -> None:
    """A pasted picture goes to the store and stands in the text by the name it got there."""
    kept: list[tuple[bytes, str]] = []

    def store(data: bytes, name: str) -> str | None:
        kept.append((data, name))
        return "message.files/1.png"

    editor = MessageEditor(log, store_image=store)
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setImageData(QImage(60, 4, QImage.Format.Format_RGB32))
    editor.insertFromMimeData(data)

    assert kept[0][0].startswith(b"\x89PNG")
    assert editor.document_value().blocks[0].inlines == (Image("message.files/1.png", width="10%"),)


def test_picture_without_a_place_is_refused(qtbot: QtBot, editor: MessageEditor) -> None:
    """Where there is no place for pictures yet, the user is told."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/nowhere/a.png")])
    with qtbot.waitSignal(editor.refused):
        editor.insertFromMimeData(data)


def test_subject_takes_words_alone(subject: SubjectEditor) -> None:
    """Pasting into the subject gives one line without marks."""
    subject.insertFromMimeData(html("<h1>Your <b>order</b></h1><p>{{order_id}}</p>"))

    assert subject.document_value().blocks == (
        Block(inlines=(Text("Your order "), Placeholder("order_id"))),
    )


@pytest.mark.parametrize("end", [1, 3, 5])
def test_piece_put_back_restores_the_document(end: int) -> None:
    """Cutting a piece out and putting it back over the same range changes nothing."""
    document = Document((Block("h2", (Text("ab"),)), Block(inlines=(Text("cd"),))))
    piece = piece_of(document, 0, end)
    document_again, start, stop = insert_piece(document, 0, end, piece)

    assert (start, stop) == (0, end)
    assert document_again.text == document.text


def test_select_all_and_typing_leaves_one_line(editor: MessageEditor) -> None:
    """Typing over everything leaves what was typed."""
    editor.set_document(words("a", "b"))
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_X)

    assert editor.document_value() == words("x")


def drop(editor: MessageEditor, data: QMimeData, position: int) -> None:
    """Drop at a position of the text."""
    cursor = editor.textCursor()
    cursor.setPosition(position)
    point = QPointF(editor.cursorRect(cursor).center())
    button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Qt sends one only while something is really dragged.
    editor.dropEvent(QDropEvent(point, Qt.DropAction.MoveAction, data, button, modifier))


def test_dropped_words_land_where_they_are_dropped(editor: MessageEditor) -> None:
    """A drop from another program is inserted under the mouse; one's own words move there."""
    editor.set_document(words("ab", "cd"))
    drop(editor, text("x"), 0)
    assert editor.document_value() == words("xab", "cd")
    editor.select(0, 1)
    drop(editor, editor.createMimeDataFromSelection(), 6)
    assert editor.document_value() == words("ab", "cdx")
    editor.undo_log.undo()

    assert editor.document_value() == words("xab", "cd")


@pytest.mark.parametrize(("position", "after"), [(8, "two one three"), (13, "two threeone ")])
def test_dragging_words_moves_them(editor: MessageEditor, position: int, after: str) -> None:
    """What is selected moves to another place in one step, and stays as it was beside itself."""
    editor.set_document(words("one two three"))
    editor.select(0, 4)
    editor.move_selection(2)
    assert editor.document_value() == words("one two three")
    editor.move_selection(position)
    assert editor.document_value().text.replace("\xa0", " ") == after
    editor.undo_log.undo()

    assert editor.document_value() == words("one two three")


def test_words_dragged_backwards(editor: MessageEditor) -> None:
    """Moving towards the start leaves what was between in place."""
    editor.set_document(words("one two", "three"))
    editor.select(8, 13)
    editor.move_selection(0)

    assert editor.document_value().text == "threeone two\n"


def test_files_are_for_the_window(editor: MessageEditor) -> None:
    """The text takes pictures from a file manager; other files are left to the window."""
    page, picture = QMimeData(), QMimeData()
    page.setUrls([QUrl.fromLocalFile("/nowhere/a.html")])
    picture.setUrls([QUrl.fromLocalFile("/nowhere/a.PNG")])

    assert not editor.canInsertFromMimeData(page)
    assert editor.canInsertFromMimeData(picture)


def test_the_space_before_a_paste_breaks_lines(editor: MessageEditor) -> None:
    """A space at the end of a line is kept as U+00A0 only as long as nothing follows it."""
    QTest.keyClicks(editor, "See ")
    editor.insertFromMimeData(html("<b>this</b>"))
    assert editor.document_value().text == "See this"


def test_items_pasted_into_a_list_join_it(editor: MessageEditor) -> None:
    """Items from elsewhere are items of the list they are pasted into, nested ones nested."""
    editor.set_document(read_html("<ul><li>a</li><li>d</li></ul>").document)
    editor.select(1)
    source = "<ul><li>!</li><li>b<ul><li>c</li></ul></li></ul><ol><li>e</li></ol>"
    editor.insertFromMimeData(html(source))

    assert editor.document_value() == (
        read_html("<ul><li>a!</li><li>b<ul><li>c</li></ul></li><li>e</li><li>d</li></ul>").document
    )


def test_a_cell_holds_all_that_is_pasted_into_it(editor: MessageEditor) -> None:
    """A list or a whole table pasted into a cell stays in there, and its table is one table."""
    row = "<table><tr><td>{}</td><td>z</td></tr></table>"
    inner = "<p>a</p><ul><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table><hr>"
    editor.set_document(read_html(row.format("x")).document)
    editor.selectAll()
    editor.select(0, 1)
    editor.insertFromMimeData(html(inner))

    assert editor.document_value() == read_html(row.format(inner)).document


def test_copies_from_a_body_with_a_style_go_anywhere(editor: MessageEditor) -> None:
    """What was copied around all of a message is there once, wherever it is pasted."""
    styled = '<html><body style="color:#333333"><ul><li>a</li><li>b</li></ul></body></html>'
    editor.set_document(read_html(styled).document)
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    editor.select(3)
    editor.insertFromMimeData(data)

    assert (
        editor.document_value() == read_html(styled.replace("b</li>", "ba</li><li>b</li>")).document
    )


@pytest.mark.parametrize(
    ("source", "start", "end", "copied"),
    [
        ("<ul><li>a</li><li>b</li><li>c</li></ul>", 0, 3, "<ul><li>a</li><li>b</li></ul>"),
        (
            "<ul><li>a<ul><li>b</li><li>c</li><li>d</li></ul></li></ul>",
            2,
            5,
            "<ul><li>b</li><li>c</li></ul>",
        ),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", 0, 3, "<p>a</p><p>b</p>"),
        (
            "<table><tr><td>a</td><td>b</td><td>c</td></tr></table>",
            0,
            3,
            "<table><tr><td>a</td><td>b</td></tr></table>",
        ),
        (
            "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>",
            0,
            3,
            "<blockquote><p>a</p><p>b</p></blockquote>",
        ),
        ("<blockquote><p>a</p><p>b</p><p>c</p></blockquote>", 0, 3, "<p>a</p><p>b</p>"),
    ],
)
def test_what_holds_more_than_is_copied_stays(
    source: str, start: int, end: int, copied: str
) -> None:
    """A piece takes along the boxes that it fills, and the list or table that it is part of."""
    document = read_html(source).document

    assert piece_of(document, start, end) == read_html(copied).document


@pytest.mark.parametrize("start", [0, 2])
@pytest.mark.parametrize(
    "source",
    [
        "<ul><li>a</li><li>b</li><li>c</li></ul>",
        "<ul><li>x<ol><li>a</li><li>b</li></ol></li><li>c</li></ul>",
        "<table><tr><td><p>a</p><p>b</p><p>c</p></td><td>z</td></tr></table>",
        "<blockquote><p>a</p><p>b</p><p>c</p></blockquote><p>z</p>",
        "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>",
    ],
)
def test_a_piece_put_back_where_it_was_changes_nothing(source: str, start: int) -> None:
    """Copied and pasted over itself, a piece finds its boxes there and brings none of its own."""
    document = read_html(source).document

    assert insert_piece(document, start, start + 3, piece_of(document, start, start + 3)) == (
        document,
        start,
        start + 3,
    )

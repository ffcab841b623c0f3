"""Words, pages and files from other programs: pasted, kept as they were, dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from composer.gui.words.text import tr_

CLIPBOARD = Path(__file__).parents[1] / "data" / "clipboard"
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def drop(widget: QWidget, data: QMimeData, at: QPoint | None = None) -> Qt.DropAction:
    """Drag something from another program over a widget and let go; return what was done."""
    point = at or widget.rect().center()
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    entered = QDragEnterEvent(point, actions, data, LEFT, NONE)
    QApplication.sendEvent(widget, entered)
    if not entered.isAccepted():
        return Qt.DropAction.IgnoreAction
    event = QDropEvent(QPointF(point), actions, data, LEFT, NONE)
    QApplication.sendEvent(widget, event)
    return event.dropAction() if event.isAccepted() else Qt.DropAction.IgnoreAction


def files(*paths: Path) -> QMimeData:
    """What a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_page_of_word(seller) -> None:
    """Pasted from Word, a page breaks no rule about looks; the bar brings the looks back."""
    seller.paste((CLIPBOARD / "word.html").read_text("utf-8"))
    body = seller.desk.widgets.body
    pasted = body.document_value()
    assert [block.path[0].tag for block in pasted.blocks if block.path][:3] == ["ul"] * 3
    assert seller.message() == f"{tr_('notice.pasted')} {tr_('notice.pasted_pictures', count=1)}"
    broken = {"line-breaks", "text-alignment", "text-colour-override", "font-family-override"}
    assert not broken & set(seller.rules())

    seller.click_button(tr_("notice.pasted_keep"))
    assert body.hasFocus()
    assert broken - {"line-breaks"} <= set(seller.rules())
    seller.control(Qt.Key.Key_Z)
    assert body.document_value() == pasted
    seller.control(Qt.Key.Key_Z)
    assert body.document_value().text == ""


def test_the_bar_goes_when_there_is_no_going_back(seller) -> None:
    """Typing on, or undoing the paste, takes the offer away: its button never does nothing."""
    page = "<p style='color:red'>red</p>"
    for change in (lambda: seller.write("x"), lambda: seller.control(Qt.Key.Key_Z)):
        seller.paste(page)
        assert seller.message() == tr_("notice.pasted")
        change()
        assert seller.message() == ""


def test_what_cannot_be_pasted_is_said_until_something_else_is(seller) -> None:
    """An empty clipboard is nothing to speak of; an error does not stand beside what came next."""
    QApplication.clipboard().clear()
    seller.control(Qt.Key.Key_V)
    assert seller.message() == ""

    odd = QMimeData()
    odd.setData("application/x-drawing", b"01")
    QApplication.clipboard().setMimeData(odd)
    seller.control(Qt.Key.Key_V)
    assert seller.message() == "A message cannot hold this."
    seller.paste("<p>Your order</p>")
    assert seller.message() == ""


def test_other_tools_placeholders_are_chips_with_a_fix(seller) -> None:
    """A seller tool's variables come as chips, and one click spells all our way."""
    seller.paste("<p>Hello [[buyer-name]], order {ORDER_ID}</p>")
    assert seller.rules().count("foreign-placeholder") == 1
    seller.click_fix(0)

    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_A)
    seller.control(Qt.Key.Key_C)
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "Hello {{buyer_name}}, order {{order_id}}"
    assert "Hello {{buyer_name}}, order" in copied.html()


def test_words_are_dropped_where_the_mouse_is(seller) -> None:
    """HTML from a browser is inserted as structure at the drop point; there it stays as well."""
    seller.write("one two")
    body = seller.desk.widgets.body
    cursor = body.textCursor()
    cursor.setPosition(4)
    data = QMimeData()
    data.setHtml("<span style='color:red'>and <b>then</b>&nbsp;</span>")
    done = drop(body.viewport(), data, body.cursorRect(cursor).center())

    assert body.document_value().text == "one and then\xa0two"
    assert done == Qt.DropAction.CopyAction
    assert seller.message() == tr_("notice.pasted")


def test_message_files_are_imported_wherever_they_are_dropped(place, tmp_path: Path) -> None:
    """A file on the text, its source or the preview goes to the library, none of it to the text."""
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.html").write_text(f"<p>Words of {name}</p>", "utf-8")
    place.put("old.html", "<p>Old words</p>")
    seller = place.open()
    desk = seller.desk
    for name, widget in (("one", desk.widgets.body.viewport()), ("two", desk.widgets.header)):
        drop(widget, files(tmp_path / f"{name}.html"))
        place.qtbot.waitUntil(lambda: desk.workspace.path.stem == name)  # noqa: B023 - waits here
        assert desk.workspace.template.body.text == f"Words of {name}"
        assert seller.message() == tr_("notice.imported", count=1)

    seller.click_button(tr_("toolbar.html"))
    drop(desk.widgets.editors.source.viewport(), files(tmp_path / "three.html"))
    place.qtbot.waitUntil(lambda: desk.workspace.path.stem == "three")
    assert desk.widgets.editors.source.source() == "<p>Words of three</p>\n"
    assert any(row.key.endswith("old.html") for row in seller.templates())


def test_other_files_are_not_taken(seller, tmp_path: Path) -> None:
    """What is neither message nor picture is refused while it is dragged."""
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")

    assert drop(seller.desk.widgets.body.viewport(), files(program)) == Qt.DropAction.IgnoreAction
    assert drop(seller.desk.window, files(program)) == Qt.DropAction.IgnoreAction
    assert seller.desk.widgets.body.document_value().text == ""

"""Placeholders as chips, in the subject and the body alike: one thing to caret, mouse and keys."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from composer.document import OBJECT, Placeholder
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.words.text import tr_
from composer.gui.writing.chip_tips import ChipTips

Editor = SubjectEditor | MessageEditor
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
KEYS = Qt.Key


@pytest.fixture(params=["subject", "body"])
def editor(request, place) -> Editor:
    """The subject's and the body's editor, each holding ``Order <chip> today`` with the focus."""
    path = place.put("one.html", "<p>Order {{order_id}} today</p>")
    path.write_text(
        path.read_text("utf-8").replace("Your order {{order_id}}", "Order {{order_id}} today"),
        "utf-8",
    )
    seller = place.open()
    made = seller.desk.widgets.subject if request.param == "subject" else seller.desk.widgets.body
    made.setFocus()
    made.seller = seller
    return made


def chips(editor) -> list[Placeholder]:
    """The chips of an editor, in order."""
    return [each for *_, each in editor.document_value().runs() if isinstance(each, Placeholder)]


def centre(editor, position: int) -> QPoint:
    """The middle of the character at a position, in the viewport."""
    editor.select(position)
    left = editor.cursorRect().center()
    editor.select(position + 1)
    return QPoint((left.x() + editor.cursorRect().center().x()) // 2, left.y())


def test_arrows_step_over_it_and_shift_takes_all_of_it(editor) -> None:
    """One press is one chip, with and without Shift."""
    editor.select(len("Order "))
    editor.seller.press(KEYS.Key_Right)
    assert editor.selection() == (7, 7)
    editor.seller.press(KEYS.Key_Left, SHIFT)
    assert editor.selection() == (6, 7)
    assert editor.textCursor().selectedText() == OBJECT


@pytest.mark.parametrize(("key", "start"), [(KEYS.Key_Backspace, 7), (KEYS.Key_Delete, 6)])
def test_one_press_removes_all_of_it(editor, key, start) -> None:
    """Nothing of its name stays behind, and one undo brings it back."""
    editor.select(start)
    editor.seller.press(key)
    assert editor.document_value().text.split() == ["Order", "today"]
    editor.seller.control(KEYS.Key_Z)
    assert chips(editor) == [Placeholder("order_id")]


def test_the_mouse_selects_all_of_it_or_nothing(editor) -> None:
    """A drag that ends in the middle of a chip has it or has it not; a double click takes it."""
    middle = centre(editor, 6)
    start = editor.viewport().rect().topLeft() + QPoint(0, middle.y())
    for x in range(middle.x() - 12, middle.x() + 13, 4):
        editor.select(7)  # or pressing on what is selected would drag it
        QTest.mousePress(editor.viewport(), LEFT, pos=start)
        QTest.mouseMove(editor.viewport(), QPoint(x, middle.y()))
        QTest.mouseRelease(editor.viewport(), LEFT, pos=QPoint(x, middle.y()))
        assert editor.selection() in {(0, 6), (0, 7)}

    QTest.mouseDClick(editor.viewport(), LEFT, pos=middle)
    assert editor.selection() == (6, 7)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (KEYS.Key_Space, Qt.KeyboardModifier.ControlModifier),
        (KEYS.Key_P, Qt.KeyboardModifier.ControlModifier | SHIFT),
    ],
)
def test_the_keys_offer_all_and_typing_narrows_them(editor, key, modifier) -> None:
    """What was typed to narrow the list gives way to the chip; Escape keeps it as words."""
    seller = editor.seller
    editor.select(6)
    seller.press(key, modifier)
    assert len(seller.offered()) > 10
    seller.write("first", editor)
    QApplication.processEvents()
    assert seller.offered() == ["Buyer's first name"]
    seller.press(KEYS.Key_Return)
    assert editor.document_value().text == f"Order {OBJECT}{OBJECT} today"
    assert chips(editor)[0].name == "buyer_first_name"

    seller.press(key, modifier)
    seller.write("la", editor)
    QApplication.processEvents()
    seller.press(KEYS.Key_Escape)
    assert seller.offered() == []
    assert editor.document_value().text == f"Order {OBJECT}la{OBJECT} today"
    seller.write("st", editor)
    QApplication.processEvents()
    assert seller.offered() == []


def test_other_names_of_a_placeholder_find_it(editor) -> None:
    """A seller who knows it as the Bestellnummer gets it too."""
    editor.select(0)
    editor.seller.write("{{bestelln", editor)
    QApplication.processEvents()
    assert editor.seller.offered() == ["Order ID"]
    editor.seller.press(KEYS.Key_Tab)
    assert editor.document_value().text.startswith(f"{OBJECT}Order")


def test_the_button_offers_the_list_where_the_caret_was(editor) -> None:
    """By mouse and by keyboard; the chip takes the place of what was selected."""
    seller = editor.seller
    button = next(
        each
        for each in seller.desk.widgets.toolbar.findChildren(QToolButton)
        if each.text() == tr_("toolbar.placeholder")
    )
    editor.select(0, 5)
    seller.click(button)
    seller.press(KEYS.Key_Down)
    seller.press(KEYS.Key_Return)
    assert chips(editor)[0].name == "buyer_name"
    assert editor.document_value().text == f"{OBJECT} {OBJECT} today"

    editor.select(1)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    seller.press(KEYS.Key_Space)
    assert editor.hasFocus()
    seller.press(KEYS.Key_Return)
    assert [each.name for each in chips(editor)[:2]] == ["buyer_name", "order_id"]


def test_the_list_can_be_clicked(editor) -> None:
    """A click takes a row; the focus stays in the text."""
    seller = editor.seller
    editor.select(0)
    seller.control(KEYS.Key_Space)
    shown = seller.popup()
    seller.click(shown.viewport(), shown.visualItemRect(shown.item(2)).center())
    assert chips(editor)[0].name == "buyer_first_name"
    assert seller.offered() == []
    assert editor.hasFocus()


def test_it_is_copied_as_itself_inside_and_as_text_outside(editor, place) -> None:
    """Other programs get its braces; another editor of this one gets the chip, cut or copied."""
    seller = editor.seller
    seller.control(KEYS.Key_A)
    seller.control(KEYS.Key_C)
    data = QApplication.clipboard().mimeData()
    assert data.text() == "Order {{order_id}} today"
    assert "{{order_id}}" in data.html()

    other = seller.desk.widgets.body
    if other is editor:
        other = seller.desk.widgets.subject
    other.setFocus()
    seller.control(KEYS.Key_A)
    seller.control(KEYS.Key_V)
    assert chips(other) == [Placeholder("order_id")]

    outside = QMimeData()
    outside.setText("for {{buyer_name}} ")
    QApplication.clipboard().setMimeData(outside)
    other.select(0)
    seller.control(KEYS.Key_V)
    assert [each.name for each in chips(other)] == ["buyer_name", "order_id"]


def test_a_foreign_spelling_keeps_its_identity_through_cut_and_paste(place) -> None:
    """A chip of another tool's spelling is the same one after moving: spelling and all."""
    place.put("one.html", "<p>Order [[order-id]] today</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    before = chips(body)
    assert before[0].source == "[[order-id]]"
    body.select(6, 7)
    seller.control(KEYS.Key_X)
    assert chips(body) == []
    seller.press(KEYS.Key_End)
    seller.control(KEYS.Key_V)
    assert chips(body) == before


def test_resting_on_it_tells_what_it_stands_for(editor, qtbot: QtBot) -> None:
    """Title, meaning and an example, over both halves of the chip and nowhere else."""
    middle = centre(editor, 6)
    viewport = editor.viewport()

    def rest(point: QPoint) -> str:
        event = QHelpEvent(QHelpEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
        QApplication.sendEvent(viewport, event)
        return QToolTip.text()

    for shift in (-10, 10):
        words = rest(middle + QPoint(shift, 0))
        assert words.startswith("Order ID\nAmazon's number for the order")
        assert words.endswith("112-3456789-0123456")
    tips = editor.seller.desk.window.findChild(ChipTips)
    assert tips.tip(editor, centre(editor, 2))[0] == ""
    rest(centre(editor, 2))
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=3000)


def test_the_subject_has_squiggles_and_fixes(place, qtbot: QtBot) -> None:
    """An offence typed there is marked, gone to by F8 and mended by the fixes' keys."""
    place.put("one.html", "<p>Hello, your parcel {{order_id}} is on its way.</p>")
    seller = place.open()
    subject = seller.desk.widgets.subject
    subject.setFocus()
    seller.press(KEYS.Key_End)
    seller.write(" 😊", subject)
    assert seller.marked("subject") == ["😊"]

    seller.desk.widgets.body.setFocus()
    seller.press(KEYS.Key_F8)
    assert subject.hasFocus()
    seller.control(KEYS.Key_Period)
    seller.press(KEYS.Key_Return)
    seller.checked()
    assert "😊" not in subject.document_value().text
    assert chips(subject) == [Placeholder("order_id")]
    assert seller.marked("subject") == []

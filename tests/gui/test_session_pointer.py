"""What the pointer rests on: hover ends where it ends, and nothing moves away under it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from composer.gui.template.approving import ApproveDialog
from composer.gui.theme.marks import Mark
from composer.gui.widgets.choice import Choice
from composer.gui.words.text import tr_


def point_at(qtbot: QtBot, widget: QWidget) -> None:
    """Move the pointer onto a widget."""
    window = widget.window()
    place = widget.mapTo(window, widget.rect().center())
    QCursor.setPos(window.mapToGlobal(place))
    QTest.mouseMove(window.windowHandle(), place)
    qtbot.waitUntil(widget.underMouse)


def leave_unnoticed(seller, widget: QWidget) -> None:
    """Move the pointer off a widget as where windows tell nothing of it while a popup has it."""
    QCursor.setPos(seller.desk.window.mapToGlobal(QPoint(600, 500)))
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)


def test_a_choice_is_not_hovered_after_its_list_closed_elsewhere(seller, qtbot: QtBot) -> None:
    """While the list is open Qt sends no leave event."""
    name = tr_("header.reason")
    boxes = seller.desk.window.findChildren(Choice)
    choice = next(each for each in boxes if each.accessibleName() == name)
    point_at(qtbot, choice)
    choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    leave_unnoticed(seller, choice)
    QTest.keyClick(choice.view(), Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not choice.underMouse())


def test_a_button_is_not_hovered_after_its_menu_closed_elsewhere(seller, qtbot: QtBot) -> None:
    """The same for a menu."""
    name = tr_("header.export_otherwise")
    buttons = seller.desk.widgets.header.findChildren(QPushButton)
    button = next(each for each in buttons if each.accessibleName() == name)
    point_at(qtbot, button)
    menu: QMenu = seller.desk.widgets.export_menu
    menu.popup(button.mapToGlobal(QPoint(0, 40)))
    leave_unnoticed(seller, button)
    QTest.keyClick(menu, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not button.underMouse())


def test_a_button_is_not_hovered_after_its_dialog(place, qtbot: QtBot) -> None:
    """A dialog takes the pointer from the button that opened it."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    approve = seller.approve_button()
    point_at(qtbot, approve)
    seller.click(approve)
    seller.dialog(ApproveDialog)
    leave_unnoticed(seller, approve)
    seller.press(Qt.Key.Key_Escape)
    seller.activate()

    qtbot.waitUntil(lambda: not approve.underMouse())


def test_good_news_waits_for_the_pointer_to_leave_it(seller, qtbot: QtBot) -> None:
    """Or its button would go as it is clicked."""
    bar = seller.desk.widgets.bar
    seller.desk.notices.tell("Copied.")
    point_at(qtbot, bar)
    seller.desk.fading.end()
    assert seller.message() == "Copied."

    point_at(qtbot, seller.desk.widgets.header)
    qtbot.waitUntil(lambda: seller.message() == "")


def test_good_news_waits_for_the_keyboard_to_leave_it(seller) -> None:
    """Whoever went there with F6 wants to press its button."""
    notices = seller.desk.notices
    notices.ask("replaced", "Replaced.", {"Undo": seller.desk.window.repaint}, Mark.APPROVED)
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_F6)
    seller.desk.fading.end()
    assert seller.message() == "Replaced."

    seller.desk.widgets.body.setFocus()
    seller.write("H")
    assert seller.message() == ""


def test_good_news_with_a_way_back_goes_too_and_bad_news_stays(seller, qtbot: QtBot) -> None:
    """What is done needs no closing; a question and an error do."""
    notices = seller.desk.notices
    point_at(qtbot, seller.desk.widgets.header)
    notices.ask("replaced", "Replaced.", {"Undo": seller.desk.window.repaint}, Mark.APPROVED)
    seller.desk.fading.end()
    assert seller.message() == ""

    notices.tell("Copied.")
    notices.fail("The file cannot be read.")
    seller.desk.fading.end()
    assert seller.message() == "The file cannot be read."
    notices.ask("closed", "Not copied.", {}, Mark.REVIEW)
    seller.desk.fading.end()
    assert seller.message() == "Not copied."


def test_no_line_of_the_text_moves_for_a_bar(place, qtbot: QtBot) -> None:
    """One that comes or goes takes its room below; neither the text nor the findings move."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>" * 40)
    seller = place.open()
    body, findings = seller.desk.widgets.body, seller.desk.widgets.findings

    def places() -> tuple[QPoint, QPoint, int]:
        origin = QPoint()
        scrolled = body.verticalScrollBar().value()
        return body.mapToGlobal(origin), findings.mapToGlobal(origin), scrolled

    before = places()
    seller.desk.notices.fail("The file cannot be read.")
    qtbot.waitUntil(seller.desk.widgets.bar.isVisible)
    QTest.qWait(0)
    assert places() == before
    seller.press(Qt.Key.Key_F6)
    seller.press(Qt.Key.Key_Escape)
    assert seller.message() == ""
    QTest.qWait(0)
    assert places() == before


def test_a_bar_does_not_cover_the_caret(place, qtbot: QtBot) -> None:
    """Where one writes in the last line on screen, the text gives way as far as needed."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>" * 60)
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    low = body.cursorForPosition(QPoint(60, body.viewport().height() - 6))
    body.setTextCursor(low)
    assert body.viewport().rect().contains(body.cursorRect())
    seller.desk.notices.fail("The file cannot be read.")
    qtbot.waitUntil(seller.desk.widgets.bar.isVisible)
    qtbot.waitUntil(lambda: body.viewport().rect().contains(body.cursorRect()))


def test_good_news_goes_when_one_types_or_points_elsewhere(seller, qtbot: QtBot) -> None:
    """Typing goes on without it; with the pointer elsewhere its time is enough."""
    seller.desk.notices.tell("Copied.")
    point_at(qtbot, seller.desk.widgets.body)
    seller.desk.fading.end()
    seller.desk.widgets.body.setFocus()
    seller.write("H")
    assert seller.message() == ""

    point_at(qtbot, seller.desk.widgets.header)
    seller.desk.notices.tell("Copied.")
    seller.desk.fading.end()
    assert seller.message() == ""

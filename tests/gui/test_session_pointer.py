"""What the pointer rests on: hover ends where it ends, and nothing moves away under it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from composer.gui.approving import ApproveDialog
from composer.gui.text import tr_
from composer.gui.widgets.choice import Choice


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
    button: QPushButton = seller.button(tr_("header.export"))
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
    approve = seller.button(tr_("header.approve"))
    point_at(qtbot, approve)
    seller.click(approve)
    seller.dialog(ApproveDialog)
    leave_unnoticed(seller, approve)
    seller.press(Qt.Key.Key_Escape)
    seller.activate()

    qtbot.waitUntil(lambda: not approve.underMouse())


def test_good_news_waits_for_the_pointer_to_leave_the_text(seller, qtbot: QtBot) -> None:
    """Going by itself it would move what the pointer is at."""
    body = seller.desk.widgets.body
    seller.desk.notices.tell("Copied.")
    point_at(qtbot, body)
    seller.desk.fading.end()
    assert seller.message() == "Copied."

    point_at(qtbot, seller.desk.widgets.header)
    qtbot.waitUntil(lambda: seller.message() == "")


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

"""Small things said and done beside the message."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from composer.gui.widgets.choice import Choice
from composer.gui.window.paper import Paper
from composer.gui.words.text import tr_


def test_a_click_beside_the_sheet_goes_on_writing(place) -> None:
    """The grey around the sheet belongs to the message."""
    place.put("one.html", "<p>{{order_id}}</p>")
    seller = place.open()
    seller.desk.widgets.subject.setFocus()
    paper = seller.desk.window.findChild(Paper)
    seller.click(paper, QPoint(4, paper.height() // 2))
    assert seller.desk.widgets.body.hasFocus()


def test_the_hint_goes_with_its_reason(place) -> None:
    """What Amazon does itself for a review request is not said of an invoice."""
    place.put("one.html", "<p>{{order_id}}</p>", reason="review-request")
    seller = place.open()
    assert seller.message()
    seller.choose(tr_("header.reason"), "Invoice")
    assert seller.message() == ""


def test_an_edit_after_approving_is_named(place) -> None:
    """The state says that the approval no longer holds, not only that nothing was found."""
    place.put("one.html", "<p>Order {{order_id}} will come a day late.</p>")
    seller = place.open()
    seller.approve()
    seller.desk.widgets.body.setFocus()
    seller.write("Well, ")
    seller.checked()
    shown = [each.text() for each in seller.desk.widgets.header.findChildren(QLabel)]
    assert tr_("app_state.changed") in shown


def test_after_a_choice_by_mouse_one_goes_on_writing(place) -> None:
    """Letters typed after picking a reason stand in the message; by keys one stays at the choice."""
    place.put("one.html", "<p>{{order_id}}</p>")
    seller = place.open()
    boxes = seller.desk.window.findChildren(Choice)
    reason = next(box for box in boxes if box.accessibleName() == tr_("header.reason"))
    reason.setFocus()
    QTest.keyClick(reason, Qt.Key.Key_Down)
    assert reason.hasFocus()

    reason.showPopup()
    row = reason.model().index(reason.findText("Invoice"), 0)
    QTest.mouseMove(reason.view().viewport(), reason.view().visualRect(row).center())
    QTest.qWait(
        QApplication.doubleClickInterval() + 50
    )  # Qt takes a sooner click for the first one
    seller.click(reason.view().viewport(), reason.view().visualRect(row).center())
    assert seller.desk.workspace.template.reason == "invoice"
    assert seller.desk.widgets.body.hasFocus()

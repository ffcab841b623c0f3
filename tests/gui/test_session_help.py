"""Help: one page beside the message."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from composer.gui.theme.marks import Mark
from composer.gui.widgets.mark_label import MarkLabel
from composer.gui.words.text import tr_


def test_f1_opens_the_page_and_escape_closes_it(seller, qtbot) -> None:
    """Steps, marks and keys are on it; one goes on writing while it is open."""
    seller.press(Qt.Key.Key_F1)
    page = seller.desk.help_page
    qtbot.waitUntil(page.isVisible)
    assert not page.isModal()
    words = [each.text() for each in page.findChildren(QLabel)]
    for key in ("step1", "step4", "placeholders_text", "set_aside_text", "mark.review"):
        assert tr_(f"help.{key}") in words
    assert "F8" in words
    names = {each.accessibleName() for each in page.findChildren(MarkLabel)}
    assert names == {tr_(f"state.{mark}") for mark in Mark}

    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    seller.press(Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_body_of_the_open_template_has_the_keyboard_at_the_start(place) -> None:
    """What is typed first goes into the message, not into a search."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    assert QApplication.focusWidget() is seller.desk.widgets.body


def test_a_new_template_has_no_reason_until_one_is_chosen(place) -> None:
    """The reason of the one before is not taken over; its store and language are."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>", reason="invoice")
    seller = place.open()
    seller.desk.actions.new.trigger()
    seller.checked()
    assert seller.desk.workspace.template.reason == ""
    seller.choose(tr_("header.reason"), "Invoice")
    assert seller.desk.workspace.template.reason == "invoice"

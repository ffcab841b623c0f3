"""What is said in several places of the window is the same in all of them."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from composer.gui.export.dialog import ExportDialog
from composer.gui.words.text import day_text, tr_

LATE = "<p>Order {{order_id}} will come a day late, {{buyer_name}}.</p>"


@pytest.fixture
def formed(place) -> Any:
    """A seller with a message for the contact form, and another template."""
    place.put("late.html", LATE, channel="contact-form")
    place.put("two.html", LATE, channel="email")
    seller = place.open()
    seller.desk.shelf.open(str(place.library / "late.html"))
    seller.checked()
    return seller


def test_lengths_say_what_they_count(formed, qtbot) -> None:
    """As it stands, and about how many filled in: one number for one thing, everywhere."""
    text = "Order {{order_id}} will come a day late, {{buyer_name}}."
    policy = formed.desk.judging.policy
    names = ("order_id", "buyer_name")
    most = len(text) + sum(
        policy.placeholders[name].longest - len(f"{{{{{name}}}}}") for name in names
    )
    assert most > len(text)
    status = formed.desk.widgets.status
    qtbot.waitUntil(lambda: f"at most {most} of " in status.length)

    formed.approve()
    formed.control(Qt.Key.Key_E)
    dialog: ExportDialog = formed.dialog(ExportDialog)
    limit = policy.channel_limit("order-problem", "contact-form").characters
    words = f"{len(text)} of {limit} characters, at most {most} once filled in."
    labels = dialog.findChildren(QLabel)
    qtbot.waitUntil(lambda: any(words in each.text() for each in labels if each.isVisible()))
    formed.click_button(tr_("export.copy"), dialog)
    assert words in formed.message()
    assert len(QApplication.clipboard().text()) == len(text)


def test_a_subject_that_amazon_sets_is_not_shown_as_sent(formed) -> None:
    """It is said beside it; the preview does not show it; by email it is sent."""
    note = formed.desk.widgets.subject_note
    subject = formed.desk.widgets.subject
    assert note.isVisible()
    assert note.text() == tr_("paper.subject_not_sent")
    assert subject.accessibleDescription() == tr_("paper.subject_not_sent_tip")
    subject.setFocus()
    formed.control(Qt.Key.Key_A)
    formed.press(Qt.Key.Key_Delete)
    assert not note.isVisible()
    assert subject.accessibleDescription() == tr_("paper.subject_unused")
    formed.write("About it", subject)
    assert note.isVisible()
    formed.choose(tr_("header.channel"), "Email")
    assert not note.isVisible()
    assert subject.accessibleDescription() == tr_("paper.subject_hint")


def test_what_is_said_of_saving_is_what_happens(formed, place, qtbot) -> None:
    """A rest saves it, and leaving it at once, as the line says."""
    formed.desk.widgets.body.setFocus()
    formed.write("Hello. ")
    labels = formed.desk.widgets.status.findChildren(QLabel)
    saved = tr_("app_state.modified")
    qtbot.waitUntil(lambda: any(each.text() == saved for each in labels))
    told = next(each for each in labels if each.text() == saved)
    assert told.toolTip() == tr_("app_state.modified_tip")
    assert "Hello" not in (place.library / "late.html").read_text("utf-8")
    formed.desk.shelf.open(str(place.library / "two.html"))
    assert "Hello" in (place.library / "late.html").read_text("utf-8")


def test_the_guidelines_are_said_to_be_of_the_day_they_last_changed(formed) -> None:
    """Not "to" a day, as if they ended there; what checking them means is told by the pointer."""
    day = day_text(max(each.date for each in formed.desk.judging.policy.editions.values()))
    labels = formed.desk.widgets.status.findChildren(QLabel)
    told = next(each for each in labels if each.text().endswith(day))
    assert told.text() == f"Guidelines last changed {day}"
    assert "newest edition that this version knows" in told.toolTip()
    assert "nothing is sent" in told.toolTip()

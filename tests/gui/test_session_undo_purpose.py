"""Undo of what a template is for: reason, channel, store and language are steps like any other."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.gui.findings.choices import Choice
from composer.gui.findings.reason_dialog import ReasonDialog
from composer.gui.window.header import Purpose
from composer.gui.words.text import tr_
from composer.lint.set_aside import can_set_aside

LINK = "<p>Order {{order_id}}: <a href='https://kitchen.example/help'>our shop</a></p>"
BOXES = {
    "header.reason": "Invoice",
    "header.channel": "Seller Central",
    "header.marketplace": "Amazon.de",
    "header.language": "German",
}


@pytest.fixture
def writer(place) -> Any:
    """A seller with one message that has something to set aside."""
    place.put("one.html", LINK, channel="email", marketplace="amazon.com")
    seller = place.open()
    seller.checked()
    return seller


def purpose(seller) -> Purpose:
    """What the template is for, which the header shows."""
    template = seller.desk.workspace.template
    found = Purpose(template.reason, template.channel, template.marketplace, template.language)
    assert seller.desk.widgets.header.purpose() == found
    return found


def undo(seller) -> None:
    """Press Ctrl+Z in the words."""
    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_Z)


def redo(seller) -> None:
    """Press Ctrl+Shift+Z in the words."""
    seller.control(Qt.Key.Key_Z, shift=True)


def choose(seller, box: str) -> None:
    """Open a box, go to a value and take it: those between are not chosen."""
    header = seller.desk.widgets.header
    choice = next(it for it in header.tab_order if it.accessibleName() == tr_(box))
    choice.setFocus()
    choice.showPopup()
    view, row = choice.view(), choice.findText(BOXES[box], Qt.MatchFlag.MatchStartsWith)
    while step := row - view.currentIndex().row():
        QTest.keyClick(view, Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)
    seller.activate()


@pytest.mark.parametrize("box", BOXES)
def test_a_change_of_purpose_is_undone_and_made_again(writer, box) -> None:
    """The header shows it, and the message is checked as it is then."""
    before, found = purpose(writer), writer.rules()
    choose(writer, box)
    after, other = purpose(writer), writer.rules()
    assert after != before
    undo(writer)
    assert purpose(writer) == before
    assert writer.rules() == found
    redo(writer)
    assert purpose(writer) == after
    assert writer.rules() == other


def test_the_last_thing_done_is_undone_first(writer) -> None:
    """Words, set-asides and purpose have one order."""
    body, judging = writer.desk.widgets.body, writer.desk.judging
    began = body.document_value().text
    writer.write("Hello ")
    writer.checked()
    key = next(
        key
        for key, it in zip(judging.keys, judging.findings, strict=True)
        if can_set_aside(it) and it.rule == "external-link"
    )
    judging.decide(key, Choice.SET_ASIDE)
    writer.dialog(ReasonDialog)
    writer.write("Asked for", QApplication.focusWidget())
    writer.press(Qt.Key.Key_Return)
    writer.checked()
    before = purpose(writer)
    choose(writer, "header.channel")
    body.setFocus()
    writer.write("you ")

    undo(writer)
    assert body.document_value().text.startswith("Hello Order")
    assert purpose(writer).channel == "contact-form"
    undo(writer)
    assert purpose(writer) == before
    assert writer.desk.workspace.template.set_aside
    undo(writer)
    assert not writer.desk.workspace.template.set_aside
    assert "Hello" in body.document_value().text
    undo(writer)
    assert body.document_value().text == began
    for _ in range(4):
        redo(writer)
    assert purpose(writer).channel == "contact-form"
    assert writer.desk.workspace.template.set_aside


def test_a_store_and_its_language_are_one_step(writer) -> None:
    """An empty message takes the store's language with it, and gives it back."""
    body = writer.desk.widgets.body
    writer.desk.actions.new.trigger()
    writer.checked()
    before = purpose(writer)
    choose(writer, "header.marketplace")
    assert purpose(writer).language.startswith("de")
    undo(writer)
    assert purpose(writer) == before
    assert body.document_value().text == ""


def test_the_purpose_is_undone_in_its_own_template_alone(place) -> None:
    """Another one in between has nothing to undo; back in the first its step is there."""
    first = place.put("one.html", LINK, channel="email")
    second = place.put("two.html", LINK, channel="email")
    seller = place.open()
    shelf = seller.desk.shelf
    shelf.open(str(first))
    choose(seller, "header.channel")
    shelf.open(str(second))
    seller.checked()
    undo(seller)
    assert purpose(seller).channel == "email"
    shelf.open(str(first))
    seller.checked()
    assert purpose(seller).channel == "contact-form"
    undo(seller)
    assert purpose(seller).channel == "email"


def test_what_the_arrow_keys_pass_on_their_way_is_not_a_step(writer) -> None:
    """Undo brings back what was chosen before the keyboard came to the box."""
    before = purpose(writer)
    writer.choose(tr_("header.marketplace"), "Amazon.de")
    passed = purpose(writer)
    writer.desk.widgets.body.setFocus()
    writer.choose(tr_("header.marketplace"), "Amazon.fr")
    undo(writer)
    assert purpose(writer) == passed
    undo(writer)
    assert purpose(writer) == before

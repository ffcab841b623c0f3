"""The open template beside an earlier version, beside another template, beside its translation."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from composer.gui.side_by_side.dialog import SideBySideDialog
from composer.gui.side_by_side.view import SideBySideView
from composer.gui.widgets.choice import Choice
from composer.gui.words.text import tr_

SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog_of(seller, qtbot) -> SideBySideDialog:
    """The dialog, once it is on screen with both messages."""
    dialog = seller.dialog(SideBySideDialog)
    qtbot.waitUntil(lambda: dialog.outcome != tr_("side_by_side.working"))
    return dialog


def decorated(view: SideBySideView, line: str) -> list[str]:
    """The pieces of text with this line through or under them, in the order of the page."""
    found = []
    block = view.document().begin()
    while block.isValid():
        for piece in block:
            style: QTextCharFormat = piece.fragment().charFormat()
            drawn = style.fontStrikeOut() if line == "through" else style.fontUnderline()
            if drawn:
                found.append(piece.fragment().text().strip())
        block = block.next()
    return found


def choose(dialog: SideBySideDialog, label: str) -> None:
    """Choose what to compare with by the arrow keys."""
    box = dialog.findChild(Choice)
    assert box is not None
    box.setFocus()
    while step := box.findText(label) - box.currentIndex():
        QTest.keyClick(box, Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)


@pytest.fixture
def changed(place) -> Any:
    """A seller who saved a template and then wrote it differently, in two of three paragraphs."""
    place.put("late.html", "<p>Your lamp is late.</p><p>It comes soon.</p><p>We are sorry.</p>")
    seller = place.open()
    seller.desk.workspace.touch()
    seller.control(Qt.Key.Key_S)
    body = seller.desk.widgets.body
    body.setFocus()
    body.select(5, 9)
    seller.write("desk lamp")
    at = body.document_value().text.index(" sorry")
    body.select(at, at)
    seller.write(" very")
    return seller


def test_an_earlier_version_is_compared_and_taken_back(qtbot, changed) -> None:
    """Marks tell what changed; one click brings the version back, one undo takes it away."""
    changed.desk.actions.compare_version.trigger()
    dialog = dialog_of(changed, qtbot)
    assert dialog.outcome == "2 paragraphs differ"
    assert decorated(dialog.view, "under") == ["desk", "very"]
    assert decorated(dialog.view, "through") == []

    changed.click_button(tr_("side_by_side.take"), dialog)
    body = changed.desk.widgets.body
    assert body.document_value().text == "Your lamp is late.\nIt comes soon.\nWe are sorry."
    assert changed.message() == tr_("side_by_side.taken")

    changed.activate()
    body.setFocus()
    changed.control(Qt.Key.Key_Z)
    assert body.document_value().text.startswith("Your desk lamp is late.")
    assert body.document_value().text.endswith("We are very sorry.")


def test_keys_go_from_difference_to_difference(qtbot, changed) -> None:
    """F7 and Shift+F7 go round, and what differs there is said."""
    said: list[str] = []
    changed.desk.announcer.announced.connect(said.append)
    changed.desk.actions.compare_version.trigger()
    dialog = dialog_of(changed, qtbot)
    assert said[-1] == "Difference 1 of 2. At the left: nothing. At the right: desk."
    assert dialog.view.textCursor().block().text() == "Your lamp is late."

    QTest.keyClick(dialog, Qt.Key.Key_F7)
    assert said[-1] == "Difference 2 of 2. At the left: nothing. At the right: very."
    assert dialog.view.textCursor().block().text() == "We are sorry."
    QTest.keyClick(dialog, Qt.Key.Key_F7)
    assert said[-1].startswith("Difference 1 of 2.")
    QTest.keyClick(dialog, Qt.Key.Key_F7, SHIFT)
    assert said[-1].startswith("Difference 2 of 2.")


def test_without_an_earlier_version_the_bar_says_so(qtbot, place) -> None:
    """No dialog opens to say nothing."""
    place.put("late.html", "<p>Your lamp is late.</p>")
    seller = place.open()
    seller.desk.actions.compare_version.trigger()
    qtbot.waitUntil(lambda: seller.message() == tr_("side_by_side.none.versions"))
    seller.desk.actions.compare_template.trigger()
    assert seller.message() == tr_("side_by_side.none.templates")


def test_another_template_is_compared_and_another_chosen(qtbot, place) -> None:
    """Templates are offered by name; two that say the same are told so."""
    place.put("lamp.html", "<p>Your lamp is late.</p>")
    place.put("lamp2.html", "<p>Your lamp is late.</p>")
    place.put("pan.html", "<p>Your pan is late.</p>", reason="reply")
    seller = place.open()
    opened = seller.desk.workspace.template.name
    seller.desk.actions.compare_template.trigger()
    dialog = dialog_of(seller, qtbot)

    choose(dialog, "pan, English")
    qtbot.waitUntil(lambda: dialog.outcome == "1 paragraph differs")
    assert decorated(dialog.view, "through") == ["pan"]
    assert decorated(dialog.view, "under") == ["lamp"]

    same = next(name for name in ("lamp", "lamp2") if name != opened)
    choose(dialog, f"{same}, English")
    qtbot.waitUntil(lambda: dialog.outcome == tr_("side_by_side.same.templates"))
    assert not dialog.view.count
    QTest.keyClick(dialog, Qt.Key.Key_F7)  # nowhere to go
    assert dialog.view.current == -1


def test_two_languages_are_compared_by_what_must_be_in_both(qtbot, place) -> None:
    """The translation of the group stands first; what it lacks is marked, its words are not."""
    english = "<p>Hello {{buyer_name}},</p><p>order {{order_id}} is late.</p>"
    place.put("en.html", english, group="g")
    place.put("a.html", "<p>Something else.</p>")
    german = place.put(
        "de.html",
        "<p>Guten Tag,</p><p>Bestellung {{order_id}} kommt später.</p>",
        group="g",
    )
    german.write_text(german.read_text("utf-8").replace('lang="en"', 'lang="de"'), "utf-8")
    seller = place.open()
    seller.desk.shelf.open(str(place.library / "en.html"))
    seller.desk.actions.compare_template.trigger()
    dialog = dialog_of(seller, qtbot)
    assert dialog.value == str(german)
    assert dialog.outcome == "1 paragraph differs"
    assert decorated(dialog.view, "under") == ["buyer\xa0name"]
    assert decorated(dialog.view, "through") == []


def test_marks_follow_the_look(qtbot, changed, theme) -> None:
    """In another look the same words are marked, and the place is kept."""
    changed.desk.actions.compare_version.trigger()
    dialog = dialog_of(changed, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_F7)
    before = dialog.view.toHtml()
    changed.desk.actions.look_dark.trigger()
    assert dialog.view.toHtml() != before
    assert decorated(dialog.view, "under") == ["desk", "very"]
    assert dialog.view.current == 1
    assert theme.look.dark


def test_a_version_that_cannot_be_read_is_told_in_the_dialog(changed, qtbot) -> None:
    """It is the history's that is damaged; the others can be chosen still."""
    text = '<html><head><meta name="permitted:version" content="99"></head><body>x</body></html>'
    changed.history().record(changed.desk.workspace.key, "save", text, datetime.now(UTC))
    changed.desk.actions.compare_version.trigger()
    dialog = dialog_of(changed, qtbot)
    assert dialog.outcome == tr_("side_by_side.unreadable")
    assert not changed.button(tr_("side_by_side.take"), dialog).isEnabled()

    box = dialog.findChild(Choice)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.outcome == "2 paragraphs differ")
    assert changed.button(tr_("side_by_side.take"), dialog).isEnabled()


def test_versions_that_were_approved_say_so_and_every_sign_is_explained(place, qtbot) -> None:
    """What was approved and saved is called approved; words written since are not."""
    place.put("late.html", "<p>Your order {{order_id}} is late.</p>")
    seller = place.open()
    seller.approve()
    seller.control(Qt.Key.Key_S)
    for word in ("very ", "quite "):
        body = seller.desk.widgets.body
        body.setFocus()
        at = body.document_value().text.index("late")
        body.select(at, at)
        seller.write(word)
        seller.control(Qt.Key.Key_S)
    seller.desk.actions.compare_version.trigger()
    dialog = dialog_of(seller, qtbot)
    box = dialog.findChild(Choice)
    titles = [box.itemText(number) for number in range(box.count())]
    assert [title.rpartition(", ")[2] for title in titles] == ["saved", "approved"]
    shown = " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
    assert all(sign in shown for sign in ("≠", "≈", "−", "+"))

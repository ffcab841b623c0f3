"""What was done in one step can be taken back where it is said, while it is the last step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from composer.gui.side_by_side.dialog import SideBySideDialog
from composer.gui.words.text import tr_

KEYS = Qt.Key
OFFENCES = "<p>Order {{order_id}} is late 😊</p><p style='text-align: center'>We are sorry.</p>"


def links(seller) -> list[str]:
    """What can be pressed in the bar."""
    buttons = seller.desk.widgets.bar.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible()]


def press_undo(seller) -> None:
    """The link in the bar."""
    seller.click_button(tr_("notice.undo"), seller.desk.widgets.bar)


def fix_all(seller, count: int) -> None:
    """With the button above the findings."""
    seller.click_button(tr_("findings.fix_all", count=count))
    seller.click_button(tr_("fix_all.confirm", count=count))
    assert seller.checked() == []
    assert seller.message() == tr_("notice.fixed", count=count)


def test_fixes_are_taken_back_in_the_bar(place) -> None:
    """All of them, and the keyboard is in the message again."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    before = seller.desk.widgets.editors.content()
    fix_all(seller, 2)
    seller.desk.widgets.body.setFocus()
    seller.press(KEYS.Key_F6)
    assert seller.button(tr_("notice.undo")).hasFocus()
    seller.press(KEYS.Key_Space)
    assert seller.desk.widgets.editors.content() == before
    assert len(seller.checked()) == 2
    assert seller.message() == ""
    assert seller.desk.widgets.body.hasFocus()
    seller.control(KEYS.Key_Y)
    assert seller.checked() == []


def test_fixes_in_the_source_are_taken_back_in_the_bar(place, qtbot: QtBot) -> None:
    """The HTML is as it was."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    seller.control(KEYS.Key_H, shift=True)
    source = seller.desk.widgets.editors.source
    before = source.source()
    seller.checked()
    fix_all(seller, 2)
    assert source.source() != before
    press_undo(seller)
    assert source.source() == before


def test_the_link_goes_with_the_next_step(place) -> None:
    """Or it would take back another one: typed, undone by a key, or of another template."""
    place.put("one.html", OFFENCES)
    other = place.put("two.html", "<p>Order {{order_id}}</p>")
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    fix_all(seller, 2)
    seller.desk.widgets.body.setFocus()
    seller.write("H")
    assert links(seller) == []
    seller.control(KEYS.Key_Z)
    seller.control(KEYS.Key_Z)
    assert len(seller.checked()) == 2

    fix_all(seller, 2)
    assert links(seller) == [tr_("notice.undo")]
    seller.control(KEYS.Key_Z)
    assert links(seller) == []
    assert len(seller.checked()) == 2

    fix_all(seller, 2)
    seller.desk.shelf.open(str(other))
    assert links(seller) == []


def test_saving_and_approving_leave_the_link(place) -> None:
    """They change no word."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    fix_all(seller, 2)
    seller.control(KEYS.Key_S)
    seller.approve()
    assert links(seller) == [tr_("notice.undo")]
    press_undo(seller)
    assert len(seller.checked()) == 2


def test_what_was_replaced_is_taken_back_in_the_bar(place) -> None:
    """Every place at once."""
    place.put("one.html", "<p>Order {{order_id}} has a lamp, a red lamp.</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    before = body.document_value()
    seller.control(KEYS.Key_H)
    fields = {it.accessibleName(): it for it in seller.desk.widgets.find.findChildren(QLineEdit)}
    QTest.keyClicks(fields[tr_("find.find")], "lamp")
    QTest.keyClicks(fields[tr_("find.replace_with")], "desk")
    seller.click_button(tr_("find.replace_all"), seller.desk.widgets.find)
    assert seller.message() == tr_("find.replaced", count=2)
    assert body.document_value() != before
    press_undo(seller)
    assert body.document_value() == before


def test_a_version_taken_back_goes_again_in_the_bar(place, qtbot: QtBot) -> None:
    """The words as they were just before are there again."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    seller.desk.workspace.touch()
    seller.control(KEYS.Key_S)
    seller.desk.widgets.body.setFocus()
    seller.write("Your ")
    words = seller.desk.widgets.body.document_value()
    seller.desk.actions.compare_version.trigger()
    qtbot.waitUntil(lambda: bool(seller.desk.window.findChildren(SideBySideDialog)))
    dialog = seller.dialog(SideBySideDialog)
    qtbot.waitUntil(lambda: seller.button(tr_("side_by_side.take"), dialog).isEnabled())
    seller.click_button(tr_("side_by_side.take"), dialog)
    assert seller.message() == tr_("side_by_side.taken")
    assert seller.desk.widgets.body.document_value() != words
    press_undo(seller)
    assert seller.desk.widgets.body.document_value() == words


def test_words_replaced_with_themselves_offer_no_way_back(place) -> None:
    """It would take back what was done before."""
    place.put("one.html", "<p>Order {{order_id}} has a lamp, a red lamp.</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    seller.write("Your ")
    seller.control(KEYS.Key_H)
    fields = {it.accessibleName(): it for it in seller.desk.widgets.find.findChildren(QLineEdit)}
    for name in ("find.find", "find.replace_with"):
        fields[tr_(name)].setText("lamp")
    seller.click_button(tr_("find.replace_all"), seller.desk.widgets.find)
    assert seller.message() == tr_("find.replaced", count=2)
    assert links(seller) == []

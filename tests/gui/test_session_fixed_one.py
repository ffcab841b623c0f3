"""A single fix is said in the bar with the way back, as fixing automatically is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from composer.gui.findings.card import FindingCard
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

OFFENCES = "<p>Order {{order_id}} is late 😊</p><p>We are are sorry.</p>"
SAID = "Remove emoji: done."


def links(seller) -> list[str]:
    """What can be pressed in the bar."""
    buttons = seller.desk.widgets.bar.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible()]


def test_a_fix_in_the_list_is_taken_back_in_the_bar(place) -> None:
    """It is said in the fix's own words, and the keyboard is in the message afterwards."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    before = seller.desk.widgets.editors.content()
    seller.click_fix(0)
    assert seller.rules() == ["doubled-word"]
    assert seller.message() == SAID
    seller.click_button(tr_("notice.undo"), seller.desk.widgets.bar)
    assert seller.desk.widgets.editors.content() == before
    assert seller.message() == ""
    assert seller.desk.widgets.body.hasFocus()


def test_a_fix_in_the_card_is_taken_back_in_the_bar(place) -> None:
    """The bar goes with the next letter: it would take back that one."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    seller.press(Qt.Key.Key_F8)
    card = seller.desk.window.findChild(FindingCard)
    seller.click_button("Remove emoji", card)
    assert (seller.message(), links(seller)) == (SAID, [tr_("notice.undo")])
    seller.write("H")
    assert seller.message() == ""


def test_the_next_fix_is_said_in_place_of_the_one_before(place) -> None:
    """Undo is of the last one."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    seller.click_fix(0)
    assert seller.rules() == ["doubled-word"]
    fix = seller.cards()[0].fixes[0]
    seller.click_fix(0)
    assert seller.rules() == []
    assert seller.message() == tr_("notice.fixed_one", fix=fix)
    seller.click_button(tr_("notice.undo"), seller.desk.widgets.bar)
    assert seller.rules() == ["doubled-word"]


def test_what_waits_for_an_answer_or_tells_of_trouble_stays(place) -> None:
    """A question, a failure, and the way back to what was moved to the bin."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    notices = seller.desk.notices
    answers = {"Yes": lambda: None}
    for say in (
        lambda: notices.ask("asked", "Asked?", answers, Mark.DRAFT),
        lambda: notices.ask("moved", "Moved.", answers, Mark.APPROVED),
        lambda: notices.fail("Failed."),
    ):
        say()
        said = seller.message()
        seller.click_fix(0)
        assert seller.rules() == ["doubled-word"]
        assert seller.message() == said
        seller.control(Qt.Key.Key_Z)
        seller.checked()


def test_another_spelling_is_not_talked_about(place, qtbot) -> None:
    """It is seen at once."""
    place.put("one.html", "<p>Order {{order_id}} was recieved.</p>")
    seller = place.open()
    qtbot.waitUntil(lambda: "spelling" in seller.rules())
    qtbot.waitUntil(lambda: "received" in seller.cards()[0].fixes[0])
    seller.click_fix(0)
    assert seller.rules() == []
    assert "received" in seller.desk.widgets.body.document_value().text
    assert seller.message() == ""

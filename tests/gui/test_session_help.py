"""Help: one page beside the message."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from composer.gui.findings.card import FindingCard
from composer.gui.findings.why import WhyPage
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
    assert {"F8", "Shift+F1"} <= set(words)
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


OFFENCE = "<p>Order {{order_id}} is late 😊</p>"


def help_opens(seller, qtbot) -> None:
    """F1 where the keyboard is now brings the page on how the app works, and no rule's."""
    page = seller.desk.help_page
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    qtbot.waitUntil(page.isVisible)
    assert not seller.desk.explaining.why.isVisible()
    page.close()
    seller.desk.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is seller.desk.window)


def rule_opens(seller) -> None:
    """Shift+F1 brings the page of the rule."""
    seller.activate()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    page = seller.dialog(WhyPage)
    assert not seller.desk.help_page.isVisible()
    assert page.rule.id == "emoji"
    page.reject()
    seller.activate()


def test_f1_is_help_also_at_a_finding(place, qtbot) -> None:
    """At its words, on its card in the list, and in the card at the words; Shift+F1 explains it."""
    place.put("one.html", OFFENCE)
    seller = place.open()
    assert seller.rules() == ["emoji"]
    seller.press(Qt.Key.Key_F8)
    assert seller.desk.judging.key_at_caret()
    help_opens(seller, qtbot)
    rule_opens(seller)

    seller.view.setFocus()
    help_opens(seller, qtbot)
    seller.view.setFocus()
    rule_opens(seller)

    seller.view.setFocus()
    seller.press(Qt.Key.Key_Return)
    card = seller.desk.window.findChild(FindingCard)
    assert card.isAncestorOf(QApplication.focusWidget())
    help_opens(seller, qtbot)
    seller.view.setFocus()
    seller.press(Qt.Key.Key_Return)
    assert card.isAncestorOf(QApplication.focusWidget())
    rule_opens(seller)


def test_a_finding_is_explained_while_its_card_is_filtered_away(place) -> None:
    """The caret in its words says which is meant."""
    place.put("one.html", OFFENCE)
    seller = place.open()
    seller.checked()
    seller.press(Qt.Key.Key_F8)
    seller.desk.widgets.findings.show_severities(frozenset())
    assert seller.cards() == []
    rule_opens(seller)


def test_there_is_nothing_to_explain_away_from_a_finding(place) -> None:
    """The bar says what to do first."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    seller.checked()
    seller.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert seller.message() == tr_("why.nothing")

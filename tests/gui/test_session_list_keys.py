"""From the list of findings by key: to the words, to what mends them, and back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from composer.document.edits import Remove
from composer.gui.findings.card import FindingCard
from composer.gui.findings.view import FindingsView
from composer.gui.words.text import tr_

KEYS = Qt.Key
OFFENCES = "<p>Order {{order_id}}: call 030 12345678 or mail me@shop.example today.</p>"


@pytest.fixture
def offender(place) -> Any:
    """A seller whose message has three findings, the keyboard in the words."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    assert len(seller.checked()) >= 2
    return seller


def card(seller) -> FindingCard:
    """The card at the words, shown or not."""
    found = seller.desk.window.findChild(FindingCard)
    assert found is not None
    return found


def go_to_list(seller) -> None:
    """F6 until the list has the keyboard."""
    for _ in range(8):
        if isinstance(QApplication.focusWidget(), FindingsView):
            return
        seller.press(KEYS.Key_F6)
    raise AssertionError("F6 never came to the list")


def text(seller) -> str:
    """The message as it is."""
    return str(seller.desk.widgets.body.document_value().text)


def focused_button() -> str:
    """What the button with the keyboard is called."""
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    return button.accessibleName()


def menu() -> QMenu:
    """The menu in front."""
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def test_f6_shows_the_row_it_comes_to(offender) -> None:
    """The first one, where none was chosen before; the words are left alone."""
    before = offender.desk.widgets.body.selection()
    assert offender.desk.widgets.findings.current_key() == ""
    go_to_list(offender)
    assert offender.desk.widgets.findings.current_key() == offender.cards()[0].key
    assert offender.view.selectionModel().isSelected(offender.view.currentIndex())
    assert offender.desk.widgets.body.selection() == before


def test_a_row_is_marked_as_long_as_the_list_has_the_keyboard(offender) -> None:
    """Also when the finding that was chosen is gone."""
    go_to_list(offender)
    offender.press(KEYS.Key_End)
    gone = offender.desk.widgets.findings.current_key()
    where = offender.desk.judging.finding(gone).location
    offender.desk.widgets.body.apply_edits([Remove(where.start, where.end)])
    offender.checked()
    assert gone not in offender.desk.judging.keys
    assert offender.desk.widgets.findings.current_key() != ""


def test_return_leads_to_the_words_and_a_second_one_mends_them(offender, qtbot: QtBot) -> None:
    """The first only shows what could be done, and where."""
    before = text(offender)
    go_to_list(offender)
    row = offender.cards()[0]
    offender.press(KEYS.Key_Return)
    assert text(offender) == before
    assert card(offender).isVisible()
    assert card(offender).row.key == row.key
    assert focused_button() == row.fixes[0]
    start, end = offender.desk.widgets.body.selection()
    assert before[start:end] == offender.checked()[0].text

    offender.press(KEYS.Key_Return)
    assert text(offender) != before
    assert not card(offender).isVisible()
    assert offender.desk.widgets.body.hasFocus()


def test_the_card_is_walked_and_left_by_key(offender) -> None:
    """Tab and arrows go round its buttons; Escape goes back to the words with nothing done."""
    before = text(offender)
    go_to_list(offender)
    offender.press(KEYS.Key_Return)
    first = focused_button()
    offender.press(KEYS.Key_Tab)
    second = focused_button()
    assert second != first
    offender.press(KEYS.Key_Left)
    assert focused_button() == first
    offender.press(KEYS.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused_button() == tr_("findings.why")
    offender.press(KEYS.Key_Escape)
    assert not card(offender).isVisible()
    assert offender.desk.widgets.body.hasFocus()
    assert text(offender) == before


@pytest.mark.parametrize("key", [(KEYS.Key_Space, False), (KEYS.Key_Period, True)])
def test_space_and_control_point_open_the_menu_of_the_row(offender, key) -> None:
    """The first fix is chosen in it, and nothing is changed before that is taken."""
    before = text(offender)
    go_to_list(offender)
    (offender.control if key[1] else offender.press)(key[0])
    assert menu().actions()[0].text() == offender.cards()[0].fixes[0]
    assert menu().activeAction() is menu().actions()[0]
    assert not card(offender).isVisible()
    assert text(offender) == before
    offender.press(KEYS.Key_Return)
    assert text(offender) != before


def test_the_menu_of_fixes_takes_the_place_of_the_card(offender) -> None:
    """Both offer the same."""
    offender.press(KEYS.Key_F8)
    assert card(offender).isVisible()
    offender.control(KEYS.Key_Period)
    assert not card(offender).isVisible()
    assert menu().actions()[0].text() == offender.cards()[0].fixes[0]
    offender.press(KEYS.Key_Escape)


def test_the_card_stays_where_a_bar_comes_and_goes(offender, qtbot: QtBot) -> None:
    """As the one that says at the start what was restored."""
    offender.desk.notices.tell("Restored.")
    QApplication.processEvents()
    offender.press(KEYS.Key_F8)
    assert card(offender).isVisible()
    bar = offender.desk.widgets.bar
    bar.clear()
    qtbot.waitUntil(lambda: not bar.isVisible())
    QApplication.processEvents()
    assert card(offender).isVisible()
    words = offender.desk.widgets.body.finding_rect(card(offender).row.key)
    assert not card(offender).visible_rect().intersects(words)

"""Words with a squiggle are selected by double and triple click, like any others."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.gui.findings.card import FindingCard

LINE = "If you love your pan, please leave a review."
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def seller(place, qtbot: QtBot) -> Any:
    """A seller whose only paragraph has a squiggle under more than one line."""
    place.put("one.html", f"<p>{LINE}</p>" + "<p>Thank you.</p>" * 2, reason="review-request")
    seller = place.open()
    seller.activate()
    seller.checked()
    return seller


def lower_half(seller, words: str) -> QPoint:
    """A point in the lower half of some words of the body, in the window."""
    body = seller.desk.widgets.body
    cursor = QTextCursor(body.document())
    start = body.document_value().text.index(words)
    cursor.setPosition(body.qt_position(start + len(words) // 2))
    at = body.cursorRect(cursor)
    point = QPoint(at.center().x(), at.bottom() - 2)
    return body.viewport().mapTo(seller.desk.window, point)


def selected(seller) -> str:
    """The words selected in the body."""
    return seller.desk.widgets.body.textCursor().selectedText()


@pytest.mark.parametrize("word", ["love", "pan", "review"])
def test_a_double_click_selects_a_marked_word(seller, word: str) -> None:
    """The card that the first click brings is not in the way of the second, nor its shadow."""
    QTest.mouseDClick(seller.desk.window.windowHandle(), LEFT, NONE, lower_half(seller, word))

    assert selected(seller) == word
    seller.write("x")
    assert word not in seller.desk.widgets.body.document_value().text


def test_a_third_click_selects_the_line(seller) -> None:
    """As beside marked words."""
    at = lower_half(seller, "love")
    QTest.mouseDClick(seller.desk.window.windowHandle(), LEFT, NONE, at)
    QTest.mouseClick(seller.desk.window.windowHandle(), LEFT, NONE, at)

    assert selected(seller).rstrip("\u2029") == LINE


@pytest.mark.parametrize("word", ["love", "leave"])
def test_the_card_stays_away_from_the_pointer(seller, word: str) -> None:
    """Words that go on in a second line are clicked there as well."""
    seller.desk.widgets.body.setFixedWidth(220)
    at = lower_half(seller, word)
    QTest.mouseClick(seller.desk.window.windowHandle(), LEFT, NONE, at)

    card = seller.desk.window.findChild(FindingCard)
    assert card.isVisible()
    assert not card.geometry().contains(at)


def test_no_card_lies_over_words_that_are_being_selected(seller) -> None:
    """Neither after a double click, nor where the pointer rests on them, nor while it drags."""
    window, body = seller.desk.window.windowHandle(), seller.desk.widgets.body
    card = seller.desk.window.findChild(FindingCard)
    at, end = lower_half(seller, "love"), lower_half(seller, "please")
    QTest.mouseDClick(window, LEFT, NONE, at)
    assert selected(seller) == "love"
    assert not card.isVisible()
    hover(body, body.viewport().mapFrom(seller.desk.window, at))
    assert not card.isVisible()

    QTest.mouseClick(window, LEFT, NONE, lower_half(seller, "Thank"))
    QTest.mousePress(window, LEFT, NONE, at)
    assert not card.isVisible()
    QTest.mouseMove(window, end)
    QTest.mouseRelease(window, LEFT, NONE, end)
    assert selected(seller)
    assert not card.isVisible()

    QTest.mouseClick(window, LEFT, NONE, at)
    assert card.isVisible()


def test_words_selected_by_keys_send_the_card_away(seller) -> None:
    """What F8 selects to show it has its card as ever."""
    card = seller.desk.window.findChild(FindingCard)
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_F8)
    assert selected(seller)
    assert card.isVisible()
    seller.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert selected(seller)
    assert not card.isVisible()
    seller.press(Qt.Key.Key_F8)
    assert card.isVisible()


def hover(body, point: QPoint) -> None:
    """Let the pointer rest at a point of the text, as long as it takes."""
    key = body.finding_under(point)
    assert key is not None
    body.finding_hovered.emit(key, body.finding_rect(key, point))


def test_a_selection_goes_with_the_keyboard_to_another_field(place) -> None:
    """What stayed blue in the subject looked as if typing would land there."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    subject, body = seller.desk.widgets.subject, seller.desk.widgets.body
    subject.setFocus()
    subject.select(0, 4)
    seller.click(body.viewport())
    assert not subject.textCursor().hasSelection()
    body.select(0, 5)
    seller.control(Qt.Key.Key_F)
    assert body.textCursor().hasSelection()

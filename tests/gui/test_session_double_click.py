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
    QTest.mouseDClick(seller.desk.window.windowHandle(), LEFT, NONE, at)

    card = seller.desk.window.findChild(FindingCard)
    assert selected(seller) == word
    assert card.isVisible()
    assert not card.geometry().contains(at)

"""The card at a squiggle offers the fixes without taking the focus."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPushButton

from composer.gui.findings.card import FindingCard
from composer.gui.findings.model import FindingRow
from composer.lint.finding import Severity

ROW = FindingRow(
    "a",
    Severity.MUST_FIX,
    "Asks for a positive review",
    "Ask for a review without naming a rating.",
    3,
    "leave us a 5-star review",
    ("Use “leave a review”", "Remove the whole sentence", "Remove the paragraph"),
    "No language that persuades the buyer to submit positive reviews.",
    "6 November 2020",
    "Communication Guidelines",
)


@pytest.fixture
def window(qtbot) -> QMainWindow:
    """A window with the focus in its text."""
    window = QMainWindow()
    qtbot.addWidget(window)
    text = QLineEdit()
    window.setCentralWidget(text)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    text.setFocus()
    return window


def show_at(window, theme, x, y) -> FindingCard:
    """Show the card for words at a place in the window."""
    card = FindingCard(theme, window)
    card.show_for(ROW, QRect(window.mapToGlobal(QPoint(x, y)), QSize(90, 18)))
    return card


def buttons(card) -> dict[str, QPushButton]:
    """Return the card's buttons by their words."""
    return {b.text(): b for b in card.findChildren(QPushButton) if b.isVisible()}


def test_the_card_says_what_is_wrong_and_where_it_is_written(window, theme) -> None:
    """Title, sentence and the clause with its date are on the card."""
    card = show_at(window, theme, 100, 100)

    words = [found.text() for found in card.findChildren(QLabel) if found.isVisible()]
    assert ROW.title in words
    assert ROW.sentence in words
    assert any("6 November 2020" in text and ROW.clause_text in text for text in words)


def test_a_fix_is_asked_for_and_the_card_goes(qtbot, window, theme) -> None:
    """A click on the second fix says so and hides the card."""
    card = show_at(window, theme, 100, 100)
    with qtbot.waitSignal(card.fix_requested) as asked:
        qtbot.mouseClick(buttons(card)[ROW.fixes[1]], Qt.MouseButton.LeftButton)

    assert asked.args == ["a", 1]
    assert not card.isVisible()


def test_the_focus_stays_in_the_text(qtbot, window, theme) -> None:
    """Neither showing the card nor clicking on it takes the focus from the text."""
    card = show_at(window, theme, 100, 100)
    with qtbot.waitSignal(card.why_requested):
        qtbot.mouseClick(buttons(card)["Why?"], Qt.MouseButton.LeftButton)

    assert window.focusWidget() is window.centralWidget()


@pytest.mark.parametrize(("x", "y"), [(0, 0), (850, 20), (850, 560), (20, 560), (400, 300)])
def test_the_card_stays_inside_the_window_and_off_the_words(window, theme, x, y) -> None:
    """Wherever the words are, the whole card is visible and does not cover them."""
    card = show_at(window, theme, x, y)
    paper = card.geometry().adjusted(14, 14, -14, -14)

    assert window.rect().contains(paper)
    assert not paper.intersects(QRect(x, y, 90, 18))


def test_no_word_on_a_button_is_cut(window, theme) -> None:
    """Many fixes take more rows, never less room for their words."""
    card = show_at(window, theme, 100, 100)

    assert len(buttons(card)) == 4
    for button in buttons(card).values():
        assert button.width() >= button.sizeHint().width()
        assert card.rect().contains(button.geometry())


def test_the_card_goes_soon_after_the_pointer(qtbot, window, theme) -> None:
    """Leaving the words hides the card after a moment."""
    card = show_at(window, theme, 100, 100)
    card.hide_soon()
    assert card.isVisible()

    qtbot.waitUntil(lambda: not card.isVisible(), timeout=2000)

"""What a fix would change is seen in the words before it is taken."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from composer.gui.findings.card import FindingCard
from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import ROW_ROLE

SHOP = "Discover our other products in our shop."
TWO = "<p>Order {{order_id}} is late.</p><p>Thank you. " + SHOP + " Yours, Ann</p>"
LINK = "<p>Order {{order_id}}: http://amazon.com/orders</p>"


def card(seller) -> FindingCard:
    """The card at the words, shown or not."""
    found = seller.desk.window.findChild(FindingCard)
    assert found is not None
    return found


def button(seller, words: str) -> QPushButton:
    """The button of the card that says `words`."""
    found = card(seller).findChildren(QPushButton)
    return next(it for it in found if it.isVisible() and it.accessibleName() == words)


def enter(widget) -> None:
    """Bring the pointer onto a widget."""
    at = QPoint(3, 3)
    QApplication.sendEvent(widget, QEnterEvent(at, at, widget.mapToGlobal(at)))


def leave(widget) -> None:
    """Take it away again."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def struck(seller, part: str = "body") -> list[str]:
    """The words that are struck through."""
    editor = seller.desk.widgets.editors.written[part]
    text = editor.document_value().text
    return [text[start:end] for start, end in editor.foretold.struck]


def added(seller) -> list[str]:
    """The new words beside those of the body."""
    return [words for _, words in seller.desk.widgets.body.foretold.added]


@pytest.fixture
def advertising(place) -> Any:
    """A seller whose message advertises."""
    place.put("one.html", TWO, reason="order-problem")
    seller = place.open()
    seller.checked()
    return seller


def test_a_button_strikes_out_what_it_would_take(advertising) -> None:
    """On the card beside the words; nothing of the text changes."""
    seller = advertising
    seller.desk.judging.step(1)
    text = seller.desk.widgets.body.document_value()
    enter(button(seller, "Remove the sentence"))

    assert struck(seller) == [" " + SHOP]
    assert seller.desk.widgets.body.document_value() == text
    assert not seller.desk.widgets.body.can_undo()

    leave(button(seller, "Remove the sentence"))
    assert struck(seller) == []


def test_a_card_that_goes_leaves_nothing_struck(advertising) -> None:
    """By Escape, or because the fix is made."""
    seller = advertising
    for _ in range(2):
        seller.desk.judging.step(1)
        enter(button(seller, "Remove the sentence"))
        assert struck(seller)
        seller.press(Qt.Key.Key_Escape)
        assert not struck(seller)
    seller.desk.judging.step(1)
    enter(button(seller, "Remove the sentence"))
    QTest.mouseClick(button(seller, "Remove the sentence"), Qt.MouseButton.LeftButton)

    assert not struck(seller)
    assert SHOP not in seller.desk.widgets.body.document_value().text


def test_a_row_of_the_panel_does_the_same(place) -> None:
    """Under the pointer; the new words stand beside those they come in place of."""
    place.put("one.html", LINK, reason="order-problem")
    seller = place.open()
    seller.checked()
    view = seller.view
    row = next(n for n, it in enumerate(seller.cards()) if "Use https" in it.fixes)
    index = view.model().index(row, 0)
    delegate = view.itemDelegate()
    assert isinstance(delegate, FindingDelegate)
    box = delegate.fix_boxes(view.visualRect(index), index.data(ROW_ROLE))[0]
    QTest.mouseMove(view.viewport(), box.center())

    assert struck(seller) == ["http://amazon.com/orders"]
    assert added(seller) == ["https://amazon.com/orders"]

    QTest.mouseMove(view.viewport(), box.bottomLeft() + QPoint(-30, 25))
    assert struck(seller) == added(seller) == []


def test_the_menu_shows_the_fix_chosen_with_the_keys(advertising) -> None:
    """Down and up in the menu of fixes; it goes with the menu."""
    seller = advertising
    seller.desk.judging.step(1)
    seller.desk.menus.open_fixes()
    menu = QApplication.activePopupWidget()
    titles = [it.text() for it in menu.actions()]
    while menu.activeAction().text() != "Remove the sentence":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    assert "Remove the sentence" in titles
    assert struck(seller) == [" " + SHOP]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert struck(seller) == []
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert struck(seller)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert struck(seller) == []


def test_a_placeholder_spelled_otherwise_covers_nothing(place) -> None:
    """Its chip stays as it is: new words over the next ones would look like a loss."""
    path = place.put("one.html", "<p>Order [[order-id]] is late.</p>", reason="order-problem")
    path.write_text(path.read_text("utf-8").replace("{{order_id}}", "[[order-id]]"), "utf-8")
    seller = place.open()
    seller.checked()
    finding = next(it for it in seller.desk.judging.findings if it.rule == "foreign-placeholder")
    seller.desk.widgets.body.foretell(finding.fixes[0].edits)
    assert struck(seller) == added(seller) == []


def test_the_subject_shows_it_too(place) -> None:
    """In its one line."""
    path = place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    path.write_text(path.read_text("utf-8").replace("Your order", "Call 206-555-0100"), "utf-8")
    seller = place.open()
    seller.checked()
    judging = seller.desk.judging
    key = next(it for it in judging.keys if judging.finding(it).rule == "telephone-number")
    judging.show_finding(key)
    enter(button(seller, "Remove telephone number"))

    assert struck(seller, "subject") == [" 206-555-0100"]
    assert struck(seller) == []


def test_nothing_is_shown_in_the_html_view(advertising) -> None:
    """Its places are others."""
    seller = advertising
    seller.control(Qt.Key.Key_H, shift=True)
    seller.checked()
    seller.desk.judging.step(1)
    enter(button(seller, "Remove the sentence"))

    assert struck(seller) == []

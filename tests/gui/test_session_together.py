"""A finding that hangs on two places names the other one and leads there."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from composer.gui.findings.card import FindingCard

ASKING = "<p>Please leave a review.<br>Order {{order_id}} is on its way.</p>"
BODY = ASKING + "<p>If you have any problem, contact us.</p>"
TOGETHER = "Together with “leave a review”"


def links(seller) -> list[QPushButton]:
    """What leads from the card to other places."""
    card = seller.desk.window.findChild(FindingCard)
    found = card.findChildren(QPushButton)
    return [it for it in found if it.isVisible() and it.accessibleName().startswith("Together")]


def selected(editor) -> str:
    """The words selected."""
    start, end = editor.selection()
    return editor.document_value().text[start:end]


@pytest.fixture
def diverting(place) -> Any:
    """A seller who asks for a review and sends the unhappy elsewhere, at the finding on that."""
    place.put("one.html", BODY, reason="review-request")
    seller = place.open()
    seller.checked()
    judging = seller.desk.judging
    judging.show_finding(key_of(seller))
    return seller


def key_of(seller) -> str:
    """The key of the finding on the complaint."""
    judging = seller.desk.judging
    return next(it for it in judging.keys if judging.finding(it).rule == "diverted-complaint")


def test_the_card_leads_to_the_other_place(diverting) -> None:
    """A click selects the words there."""
    (link,) = links(diverting)
    assert link.accessibleName() == TOGETHER
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    body = diverting.desk.widgets.body

    assert selected(body) == "leave a review"
    assert body.hasFocus()


def test_the_row_names_it(diverting) -> None:
    """For those who read, and those who hear."""
    row = next(it for it in diverting.cards() if it.together)

    assert row.where.startswith(f"{TOGETHER}. ")
    assert f"Paragraph 2. {TOGETHER}. " in row.spoken


def test_the_keyboard_gets_there_too(diverting) -> None:
    """By the menu of fixes, after a word was typed above."""
    body = diverting.desk.widgets.body
    diverting.desk.menus.open_fixes()
    menu = QApplication.activePopupWidget()
    while menu.activeAction().text() != TOGETHER:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert selected(body) == "leave a review"


def test_it_is_found_in_the_source(diverting) -> None:
    """In the HTML view as well."""
    diverting.control(Qt.Key.Key_H, shift=True)
    diverting.checked()
    diverting.desk.judging.show_place(key_of(diverting), 0)

    assert diverting.desk.widgets.editors.source.textCursor().selectedText() == "leave a review"


def test_a_finding_in_one_place_names_none(place) -> None:
    """There is nothing to go to."""
    place.put("one.html", "<p>Order {{order_id}}: call 206-555-0100</p>")
    seller = place.open()
    seller.checked()
    seller.desk.judging.step(1)

    assert not links(seller)
    assert not any(row.together for row in seller.cards())

"""A chip says what it stands for when it is clicked, and the seller's own name is set once."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from composer.gui.library.own_values_dialog import OwnValuesDialog
from composer.gui.preview.message import Mode
from composer.gui.words.text import tr_
from composer.gui.writing.chip_card import ChipCard
from composer.library.own_values import own_values
from composer.policy import Policy

BODY = "<p>Order {{order_id}} is late. Best wishes {{seller_name}}</p>"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def seller(place) -> Any:
    """A seller whose template has chips, the preview beside it as text."""
    place.put("one.html", BODY)
    place.put("two.html", "<p>{{order_id}} {{seller_name}}</p>")
    place.preferences.open_key = str(place.library / "one.html")
    place.preferences.store.setValue("window/show_preview", True)
    place.preferences.store.setValue("preview/mode", Mode.TEXT.value)
    return place.open()


def card(seller) -> ChipCard:
    """The card, shown or not."""
    found = seller.desk.window.findChild(ChipCard)
    assert found is not None
    return found


def said(seller) -> list[str]:
    """What the card says, from top to bottom."""
    shown = card(seller)
    parts = [*shown.findChildren(QLabel), *shown.findChildren(QPushButton)]
    return [part.text() for part in parts if part.isVisible()]


def centre(seller, name: str) -> QPoint:
    """The middle of a chip of the body, in the viewport."""
    body = seller.desk.widgets.body
    chips = [(start, it) for start, _, it in body.document_value().runs()]
    place = next(start for start, it in chips if getattr(it, "name", "") == name)
    body.select(place)
    left = body.cursorRect().center()
    body.select(place + 1)
    return QPoint((left.x() + body.cursorRect().center().x()) // 2, left.y())


def click(seller, name: str) -> None:
    """Click a chip of the body."""
    seller.click(seller.desk.widgets.body.viewport(), centre(seller, name))


def shown(seller) -> str:
    """The message in the preview."""
    return str(seller.desk.widgets.preview.text_view.toPlainText())


def test_a_click_says_what_a_chip_stands_for(seller) -> None:
    """Of what each order has of its own there is nothing to set; typing goes on meanwhile."""
    click(seller, "order_id")
    assert card(seller).isVisible()
    words = said(seller)
    assert words[0] == "Order ID"
    assert tr_("chip.shown", value="112-3456789-0123456") in words
    assert words[-1] == tr_("chip.each_order")

    seller.desk.widgets.body.setFocus()
    seller.write("x")
    assert not card(seller).isVisible()
    assert "x" in seller.desk.widgets.body.document_value().text


def test_the_sellers_own_name_is_set_from_its_chip(seller, place, qtbot: QtBot) -> None:
    """Once: the preview of every template shows it, and the library keeps it."""
    qtbot.waitUntil(lambda: "Your name" in shown(seller))
    click(seller, "seller_name")
    assert tr_("chip.not_set") in said(seller)
    seller.click_button(tr_("chip.set"), card(seller))
    dialog = seller.dialog(OwnValuesDialog)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Kate")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not dialog.isVisible()

    qtbot.waitUntil(lambda: "Best wishes Kate" in shown(seller))
    assert own_values(place.library, Policy.load()) == {"seller_name": "Kate"}
    click(seller, "seller_name")
    assert tr_("chip.own", value="Kate") in said(seller)
    seller.desk.shelf.open(str(place.library / "two.html"))
    qtbot.waitUntil(lambda: "112-3456789-0123456 Kate" in shown(seller))
    assert "{{seller_name}}" in (place.library / "two.html").read_text("utf-8")


def test_the_keys_reach_it_by_the_menu_at_the_caret(seller) -> None:
    """The menu key, then the card's button; Escape goes back to the text."""
    body = seller.desk.widgets.body
    body.setFocus()
    centre(seller, "seller_name")
    seller.press(Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction().objectName() != "chip":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert card(seller).isVisible()
    assert QApplication.focusWidget() is card(seller).findChild(QPushButton)
    seller.press(Qt.Key.Key_Escape)
    assert not card(seller).isVisible()
    assert body.hasFocus()


def test_the_keyboard_presses_its_button(seller) -> None:
    """Return on the button asks for the name."""
    seller.desk.widgets.body.setFocus()
    centre(seller, "seller_name")
    seller.press(Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction().objectName() != "chip":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    seller.press(Qt.Key.Key_Return)
    assert seller.dialog(OwnValuesDialog).isVisible()


def test_selecting_over_a_chip_shows_no_card(seller) -> None:
    """Nor does a double click keep it, or a click on the words beside it."""
    viewport, middle = seller.desk.widgets.body.viewport(), centre(seller, "order_id")
    QTest.mousePress(viewport, LEFT, pos=middle - QPoint(80, 0))
    QTest.mouseMove(viewport, middle)
    QTest.mouseRelease(viewport, LEFT, pos=middle)
    assert not card(seller).isVisible()
    click(seller, "order_id")
    QTest.mouseDClick(viewport, LEFT, pos=middle)
    assert not card(seller).isVisible()
    click(seller, "order_id")
    seller.click(viewport, QPoint(12, middle.y()))
    assert not card(seller).isVisible()


def test_the_check_menu_has_it_too(seller, place) -> None:
    """The store's name is there as well; what is emptied is forgotten."""
    seller.desk.actions.own_values.trigger()
    dialog = seller.dialog(OwnValuesDialog)
    lines = dialog.findChildren(QLineEdit)
    assert len(lines) == 2
    lines[0].setFocus()
    QTest.keyClicks(lines[0], "Pots & Pans")
    seller.click_button(tr_("own_values.save"), dialog)
    assert own_values(place.library, Policy.load()) == {"store_name": "Pots & Pans"}

    seller.desk.actions.own_values.trigger()
    dialog = seller.dialog(OwnValuesDialog)
    field = dialog.findChildren(QLineEdit)[0]
    assert field.text() == "Pots & Pans"
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    seller.click_button(tr_("own_values.save"), dialog)
    assert own_values(place.library, Policy.load()) == {}

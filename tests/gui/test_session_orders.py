"""Sample orders: chosen above the preview, checked in the message, kept with the library."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from composer.gui.findings.choices import Choice, choices
from composer.gui.library.orders_dialog import OrdersDialog
from composer.gui.preview.message import Mode
from composer.gui.words.text import tr_
from composer.library.orders import own_orders
from composer.library.settings import entries
from composer.lint.finding import Severity
from composer.policy import Policy

BODY = "<p>Dear {{buyer_name}}, your order {{order_id}} of {{product_name}} is late.</p>"
LONG = "very-long-product-name"


@pytest.fixture
def seller(place) -> Any:
    """A seller whose template has placeholders, the preview beside it as text."""
    place.put("one.html", BODY)
    place.preferences.store.setValue("window/show_preview", True)
    place.preferences.store.setValue("preview/mode", Mode.TEXT.value)
    return place.open()


def shown(seller) -> str:
    """The message in the preview."""
    return seller.desk.widgets.preview.text_view.toPlainText()


def order_button(seller) -> QPushButton:
    """The button that says which order is shown."""
    return seller.desk.window.findChild(QPushButton, "previewOrder")


def worst(seller) -> QPushButton:
    """The button for the worst case."""
    return seller.desk.window.findChild(QPushButton, "previewWorstCase")


def pick(seller, title: str) -> None:
    """Choose an order in the menu with keys."""
    button = order_button(seller)
    button.setFocus()
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    for _ in range(titles.index(title) + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def open_orders(seller) -> OrdersDialog:
    """The page of own orders, opened from the menu of the window."""
    seller.desk.actions.own_orders.trigger()
    return seller.dialog(OrdersDialog)


def line(dialog: OrdersDialog, name: str) -> QLineEdit:
    """The field called `name`."""
    lines = dialog.findChildren(QLineEdit)
    return next(each for each in lines if each.accessibleName() == name)


def type_into(target: QLineEdit, text: str) -> None:
    """Write over what is in a field."""
    target.setFocus()
    target.selectAll()
    QTest.keyClicks(target, text)


def test_the_typical_order_is_shown_at_first(seller, qtbot: QtBot) -> None:
    """And nothing is found that only a sample brings."""
    qtbot.waitUntil(lambda: "Maria González" in shown(seller))

    assert order_button(seller).text() == "Order: Typical"
    assert order_button(seller).accessibleName() == "Sample order: Typical"
    assert seller.rules() == []


def test_an_order_chosen_by_keys_fills_the_preview_and_is_checked(seller, qtbot: QtBot) -> None:
    """What its values bring is told on their chips, as advice, and the template is no other."""
    pick(seller, "Very long product name")

    qtbot.waitUntil(lambda: "PREMIUM STAINLESS" in shown(seller))
    qtbot.waitUntil(lambda: seller.rules() == ["capital-letters", "emoji"])
    assert seller.marked() == ["\ufffc", "\ufffc"]
    card = seller.cards()[0]
    assert card.title == (
        "With the sample order “Very long product name”: 5 words in capital letters, in "
        "“PREMIUM STAINLESS STEEL TEA STRAINER”"
    )
    assert {it.severity for it in seller.checked()} == {Severity.ADVICE}
    assert not seller.desk.workspace.modified
    assert seller.desk.heading.why_not_approved == ""


def test_the_worst_case_is_one_click_away_and_back(seller, qtbot: QtBot) -> None:
    """A second click shows what was shown before it."""
    pick(seller, "Right to left")
    qtbot.waitUntil(lambda: "فاطمة" in shown(seller))

    seller.click(worst(seller))
    qtbot.waitUntil(lambda: "Hohenstein" in shown(seller) and "PREMIUM" in shown(seller))
    assert order_button(seller).text() == "Order"  # the button beside it says which
    assert order_button(seller).accessibleName() == "Sample order: Worst case"
    qtbot.waitUntil(lambda: seller.rules() == ["capital-letters", "emoji"])

    worst(seller).setFocus()
    QTest.keyClick(worst(seller), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "فاطمة" in shown(seller))
    assert not worst(seller).isChecked()
    qtbot.waitUntil(lambda: seller.rules() == [])


def test_the_choice_is_remembered(place, seller, qtbot: QtBot) -> None:
    """The next window shows the same order."""
    pick(seller, "Short")
    seller.close()

    again = place.open()

    assert order_button(again).text() == "Order: Short"
    qtbot.waitUntil(lambda: "Dear Li Wu" in shown(again))


def test_an_own_order_is_written_with_keys_alone(seller, qtbot: QtBot) -> None:
    """It begins as the typical one; Return keeps it and shows it in the preview."""
    dialog = open_orders(seller)
    assert QApplication.focusWidget() is line(dialog, tr_("own_orders.name"))
    QTest.keyClicks(QApplication.focusWidget(), "Gift")
    while QApplication.focusWidget() is not line(dialog, "Product name"):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget().text() == "Stainless steel tea strainer, 7 cm"
    type_into(line(dialog, "Product name"), "BIG BEAUTIFUL WOODEN TEA TRAY")
    QTest.keyClick(line(dialog, "Product name"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "WOODEN TEA TRAY" in shown(seller))
    assert order_button(seller).text() == "Order: Gift"
    qtbot.waitUntil(lambda: seller.rules() == ["capital-letters"])
    folder = seller.desk.workspace.library.folder
    assert [it.title for it in own_orders(folder, Policy.load())] == ["Gift"]
    assert "order_id" not in (folder / "permitted.toml").read_text("utf-8")


def keep(seller, name: str = "Gift", product: str = "Tea \U0001f381") -> None:
    """Keep an own order."""
    has_some = bool(own_orders(seller.desk.workspace.library.folder, Policy.load()))
    dialog = open_orders(seller)
    if has_some:
        seller.click_button(tr_("own_orders.new"), dialog)
    type_into(line(dialog, tr_("own_orders.name")), name)
    line(dialog, "Product name").setFocus()
    line(dialog, "Product name").selectAll()
    seller.write(product, line(dialog, "Product name"))
    seller.click_button(tr_("own_orders.save"), dialog)


def items(dialog: OrdersDialog) -> list:
    """The rows of the list."""
    tree = dialog.findChild(QTreeWidget)
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]


def test_what_an_own_order_brings_is_decided_on(seller, qtbot: QtBot) -> None:
    """Approving waits for it; a set-aside settles it, and is not called gone with another order."""
    keep(seller)
    qtbot.waitUntil(lambda: seller.rules() == ["emoji"])
    judging = seller.desk.judging
    (finding,) = judging.findings
    assert finding.severity is Severity.REVIEW
    assert seller.desk.heading.why_not_approved != ""

    seller.desk.deciding._set_aside(judging.keys[0], "printed on the box")
    assert Choice.WITHDRAW in choices(seller.checked()[0])
    qtbot.waitUntil(lambda: seller.desk.heading.why_not_approved == "")

    pick(seller, "Typical")
    qtbot.waitUntil(lambda: seller.rules() == [])
    assert seller.cards() == []
    assert len(seller.desk.workspace.template.set_aside) == 1
    pick(seller, "Gift")
    qtbot.waitUntil(lambda: seller.rules() == ["emoji"])
    assert seller.desk.heading.why_not_approved == ""


def test_orders_are_removed_with_a_key(seller, qtbot: QtBot) -> None:
    """Only Save makes it so; what was shown is the typical one again."""
    keep(seller)
    folder = seller.desk.workspace.library.folder
    for button in (tr_("dialog.cancel"), tr_("own_orders.save")):
        dialog = open_orders(seller)
        tree = dialog.findChild(QTreeWidget)
        assert QApplication.focusWidget() is tree
        QTest.keyClick(tree, Qt.Key.Key_Delete)
        assert items(dialog) == []
        assert not seller.button(tr_("own_orders.remove"), dialog).isEnabled()
        seller.click_button(button, dialog)
        kept = own_orders(folder, Policy.load())
        assert len(kept) == (1 if button == tr_("dialog.cancel") else 0)

    qtbot.waitUntil(lambda: order_button(seller).text() == "Order: Typical")
    qtbot.waitUntil(lambda: "Stainless steel" in shown(seller))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "The order needs a name."), ("short", "Another order has this name.")],
)
def test_a_name_that_cannot_be_is_told(seller, name: str, sentence: str) -> None:
    """At its field and to screen readers; nothing is kept and the page stays open."""
    said = []
    seller.desk.announcer.announced.connect(said.append)
    dialog = open_orders(seller)
    field = line(dialog, tr_("own_orders.name"))
    type_into(field, f"{name}x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)

    seller.click_button(tr_("own_orders.save"), dialog)

    assert dialog.isVisible()
    assert said[-1] == sentence
    assert QApplication.focusWidget() is field
    assert not (seller.desk.workspace.library.folder / "permitted.toml").exists()
    dialog.reject()


def test_two_orders_are_told_apart(seller, qtbot: QtBot) -> None:
    """Each keeps what is written in it while the other is looked at."""
    keep(seller, "Gift", "Tea one")
    keep(seller, "Set", "Tea two")
    dialog = open_orders(seller)
    tree = dialog.findChild(QTreeWidget)
    assert [item.text(0) for item in items(dialog)] == ["Gift", "Set"]
    assert tree.currentItem().text(0) == "Set"

    type_into(line(dialog, "Carrier"), "DPD")
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Up)
    assert line(dialog, "Product name").text() == "Tea one"
    assert line(dialog, "Carrier").text() == "DHL"
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert line(dialog, "Carrier").text() == "DPD"
    seller.click_button(tr_("own_orders.save"), dialog)

    gift, other = own_orders(seller.desk.workspace.library.folder, Policy.load())
    assert (gift.value("carrier"), other.value("carrier")) == ("DHL", "DPD")


def test_placeholders_of_the_sellers_own_tool_have_values_too(place, qtbot: QtBot) -> None:
    """Those that the library knows are listed; without a value they stay what they are."""
    file = place.put("one.html", "<p>Order {{order_id}} for {{Gift_For}}.</p>")
    (file.parent / "permitted.toml").write_text('placeholders = ["Gift_For"]\n', "utf-8")
    place.preferences.store.setValue("preview/mode", Mode.TEXT.value)
    place.preferences.store.setValue("window/show_preview", True)
    seller = place.open()
    qtbot.waitUntil(lambda: "{{Gift_For}}" in shown(seller))
    dialog = open_orders(seller)

    type_into(line(dialog, "{{Gift_For}}"), "Ben")
    seller.click_button(tr_("own_orders.save"), dialog)

    qtbot.waitUntil(lambda: "for Ben." in shown(seller))
    assert entries(file.parent)["placeholders"] == ("Gift_For",)


def test_orders_that_cannot_be_read_are_told(place) -> None:
    """At the start and when asked for; the orders that ship are there all the same."""
    place.put("one.html", BODY)
    file: Path = place.library / "permitted.toml"
    file.write_text("orders = 3\n", "utf-8")
    seller = place.open()
    assert "permitted.toml" in seller.message()

    seller.desk.actions.own_orders.trigger()

    assert "permitted.toml" in seller.message()
    assert not seller.desk.window.findChildren(OrdersDialog)
    assert file.read_text("utf-8") == "orders = 3\n"
    seller.desk.ordering.choose(LONG)
    assert seller.desk.ordering.order.id == LONG


def test_another_library_has_other_orders(place, seller, qtbot: QtBot) -> None:
    """What was chosen and is not there gives way to the typical one, and comes back."""
    keep(seller, product="Tea box")
    qtbot.waitUntil(lambda: "Tea box" in shown(seller))
    home, other = place.library, place.folder / "Other"
    other.mkdir()
    (other / "two.html").write_text(f"<html lang='en'><body>{BODY}</body></html>", "utf-8")

    seller.answer_file_dialog(other)
    seller.desk.actions.open_library.trigger()
    qtbot.waitUntil(lambda: order_button(seller).text() == "Order: Typical")
    seller.answer_file_dialog(home)
    seller.desk.actions.open_library.trigger()

    qtbot.waitUntil(lambda: order_button(seller).text() == "Order: Gift")


def test_an_own_order_starts_from_the_one_chosen(seller, qtbot: QtBot) -> None:
    """What is in the preview just then is what it is made of."""
    pick(seller, "Right to left")
    qtbot.waitUntil(lambda: "فاطمة" in shown(seller))
    dialog = open_orders(seller)
    assert any("فاطمة" in it.text() for it in dialog.findChildren(QLineEdit))
    assert not any("Maria" in it.text() for it in dialog.findChildren(QLineEdit))

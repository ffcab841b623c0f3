"""A seller copies a message for one order: fills in its values, and sees what is wrong with one."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from composer.gui.export.dialog import ExportDialog
from composer.gui.export.page import SamplePage
from composer.gui.words.text import tr_
from composer.library.own_values import own_values

LATE = "<p>Hello {{buyer_name}},</p><p>Order {{order_id}} is late.</p><p>{{seller_name}}</p>"
NUMBER = "112-3456789-0123456"
EXPECTED = "An order ID looks like 112-3456789-0123456."
BY_HAND = "What stays empty is yours to replace by hand before you send:"
MANY = (
    *("buyer_name", "order_id", "product_name", "quantity", "carrier", "tracking_number"),
    *("delivery_date", "order_total", "return_date", "invoice_number", "store_name", "seller_name"),
)


def opened(place, body: str = LATE) -> Any:
    """A seller with an approved template and nothing on the clipboard."""
    place.put("one.html", body, channel="contact-form")
    seller = place.open()
    seller.approve()
    QApplication.clipboard().setText("mine")
    return seller


def form(seller) -> ExportDialog:
    """Press the keys that copy for Seller Central, and return the dialog that asks."""
    seller.control(Qt.Key.Key_C, shift=True)
    dialog: ExportDialog = seller.dialog(ExportDialog)
    return dialog


def lines(dialog) -> dict[str, QLineEdit]:
    """The fields by their accessible names, in order."""
    return {it.accessibleName(): it for it in dialog.findChildren(QLineEdit) if it.isVisible()}


def said(dialog) -> list[str]:
    """The sentences that a dialog shows."""
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


def text(dialog) -> str:
    """The message as the dialog shows it."""
    view = dialog.findChild(QPlainTextEdit)
    assert view is not None
    return str(view.toPlainText())


def page(dialog) -> str:
    """The words of the message as the dialog shows it with its look."""
    view = dialog.findChild(SamplePage)
    assert view is not None
    assert view.isVisible()
    return str(view.toPlainText())


def typed(*values: str) -> None:
    """Type values where the keyboard is, each but the last one closed with Return."""
    for number, value in enumerate(values):
        if number:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QTest.keyClicks(QApplication.focusWidget(), value)


def enter() -> None:
    """Press Return where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_message_is_filled_in_checked_and_copied(place, qtbot: QtBot) -> None:
    """With the keys alone; the next time only what is the seller's own stands there."""
    seller = opened(place)
    dialog = form(seller)
    fields = lines(dialog)
    assert list(fields) == ["Buyer's name", "Order ID", "Seller's name"]
    assert QApplication.focusWidget() is fields["Buyer's name"]
    assert fields["Order ID"].placeholderText() == f"For example {NUMBER}"
    assert "3 of 3 empty" in said(dialog)

    typed("Ben", "112-345")
    assert text(dialog) == "Hello Ben,\n\nOrder 112-345 is late.\n\n{{seller_name}}"
    assert "1 of 3 empty" in said(dialog)
    qtbot.waitUntil(lambda: f"{BY_HAND} Seller's name." in said(dialog))
    qtbot.waitUntil(lambda: EXPECTED in said(dialog))
    typed("", "Anna Berger")
    enter()
    qtbot.waitUntil(lambda: f"Not copied. Order ID: {EXPECTED}" in said(dialog))
    assert QApplication.focusWidget() is fields["Order ID"]
    assert QApplication.clipboard().text() == "mine"

    typed("6789-0123456")
    assert fields["Order ID"].text() == "112-3456789-0123456"
    assert not [it for it in said(dialog) if it.startswith("Not copied")]
    qtbot.waitUntil(lambda: EXPECTED not in said(dialog))
    assert tr_("fill.done") in said(dialog)
    shown = text(dialog)
    typed("", "")
    enter()
    assert not dialog.isVisible()
    copied = QApplication.clipboard().text()
    assert copied == shown == f"Hello Ben,\n\nOrder {NUMBER} is late.\n\nAnna Berger"
    assert seller.message() == f"Copied, ready to paste: {len(copied)} of 2000 characters."

    dialog = form(seller)
    fields = lines(dialog)
    assert [it.text() for it in fields.values()] == ["", "", "Anna Berger"]
    assert QApplication.focusWidget() is fields["Buyer's name"]
    assert text(dialog).endswith("Anna Berger")
    policy = seller.desk.judging.policy
    assert own_values(place.library, policy) == {"seller_name": "Anna Berger"}
    assert NUMBER not in (place.library / "permitted.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Anna, anna@kitchen-shop.com", "Email address"),
        ("http://kitchen-shop.com", "http://kitchen-shop.com"),
        ("Anna :) 030 9018 2030", "030 9018 2030"),
    ],
)
def test_what_the_rules_find_is_said_below_the_field(
    place, qtbot: QtBot, value: str, found: str
) -> None:
    """Screen readers get it with the field, and the button copies nothing."""
    seller = opened(place)
    dialog = form(seller)
    typed("", "", value)
    field = lines(dialog)["Seller's name"]
    qtbot.waitUntil(lambda: found in field.accessibleDescription())
    told = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Description)
    assert told.startswith("This brings a finding: ")
    assert told in said(dialog)
    seller.click_button(tr_("export.copy"), dialog)
    assert dialog.isVisible()
    refused = "Not copied. Seller's name: "
    qtbot.waitUntil(lambda: any(it.startswith(refused) for it in said(dialog)))
    assert QApplication.focusWidget() is field
    assert QApplication.clipboard().text() == "mine"


def test_what_is_left_empty_is_copied_as_it_stands_and_said(place) -> None:
    """The placeholder stays, in the text and in the bar."""
    seller = opened(place)
    dialog = form(seller)
    typed("Ben")
    seller.click_button(tr_("export.copy"), dialog)
    assert QApplication.clipboard().text().startswith("Hello Ben,\n\nOrder {{order_id}} is late.")
    assert seller.message().endswith(f"{BY_HAND} Order ID, Seller's name.")


def test_what_cannot_be_remembered_is_copied_and_said(place) -> None:
    """The bar names the file, which stays as it is."""
    settings = place.library / "permitted.toml"
    place.library.mkdir(parents=True, exist_ok=True)
    settings.write_text("values = 1\n", "utf-8")
    seller = opened(place)
    form(seller)
    typed("Ben", NUMBER, "Anna Berger")
    enter()
    assert QApplication.clipboard().text().endswith("Anna Berger")
    assert seller.message().endswith("permitted.toml: values must be a table of texts")
    assert settings.read_text("utf-8") == "values = 1\n"


def test_escape_copies_and_remembers_nothing(place) -> None:
    """Of the seller's own values neither."""
    seller = opened(place)
    dialog = form(seller)
    typed("Ben", NUMBER, "Anna Berger")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert QApplication.clipboard().text() == "mine"
    assert lines(form(seller))["Seller's name"].text() == ""


def test_where_nothing_is_to_be_filled_in_the_keys_copy_at_once(place) -> None:
    """No dialog is asked."""
    seller = opened(place, "<p>Please tell us the number of your order: it is late.</p>")
    seller.control(Qt.Key.Key_C, shift=True)
    assert QApplication.clipboard().text().startswith("Please tell us")
    assert not seller.desk.window.findChildren(ExportDialog)


@pytest.mark.parametrize("other", ["text", "html"])
def test_other_formats_stay_templates(place, other: str) -> None:
    """No form, and none of its values; they stand there again with a format they are for."""
    seller = opened(place)
    dialog = form(seller)
    typed("Ben")
    dialog.choose(other)
    assert lines(dialog) == {}
    assert "Ben" not in text(dialog)
    dialog.choose("seller")
    assert lines(dialog)["Buyer's name"].text() == "Ben"
    assert text(dialog).startswith("Hello Ben,")


@pytest.mark.parametrize("other", ["eml", "both"])
def test_what_is_sent_by_email_is_filled_in_with_the_same_values(place, other: str) -> None:
    """They are typed once, and stand in the message with its look."""
    seller = opened(place)
    dialog = form(seller)
    typed("Ben")
    dialog.choose(other)
    assert lines(dialog)["Buyer's name"].text() == "Ben"
    assert page(dialog).startswith("Hello Ben,")


def test_tab_goes_from_the_formats_through_the_fields_to_the_buttons(place) -> None:
    """In the order that is seen."""
    seller = opened(place)
    dialog = form(seller)
    fields = list(lines(dialog).values())
    QTest.keyClick(fields[0], Qt.Key.Key_Backtab)
    passed = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed[:3] == fields
    assert passed[3] is dialog.findChild(QPlainTextEdit)
    buttons = [it.text() for it in passed if isinstance(it, QPushButton)]
    assert buttons == [tr_("dialog.cancel"), tr_("export.copy")]


def test_a_dozen_fields_scroll(place, qtbot: QtBot) -> None:
    """The one that has the keyboard is in view, with what is wrong with it."""
    seller = opened(place, "".join(f"<p>About {{{{{name}}}}}</p>" for name in MANY))
    dialog = form(seller)
    dialog.resize(dialog.minimumSize())
    fields = list(lines(dialog).values())
    assert len(fields) == len(MANY)
    area = dialog.findChild(QScrollArea)
    view = area.viewport()
    qtbot.waitUntil(lambda: area.parentWidget().rect().contains(area.geometry()))
    for field in fields:
        qtbot.waitUntil(lambda field=field: view.rect().contains(_box(field, view)))
        assert QApplication.focusWidget() is field
        if field is not fields[-1]:
            enter()
    typed("http://kitchen-shop.com")
    problem = "This brings a finding"
    qtbot.waitUntil(lambda: any(it.startswith(problem) for it in said(dialog)))
    note = next(it for it in dialog.findChildren(QLabel) if it.text().startswith(problem))
    qtbot.waitUntil(lambda: view.rect().contains(_box(note, view)))


def test_what_is_typed_stays_in_view_below_a_form_that_grows(place, qtbot: QtBot) -> None:
    """The sentence below a field takes room from the message."""
    seller = opened(place, f"{'<p>Your order is late.</p>' * 9}{LATE}")
    dialog = form(seller)
    typed("", "", "http://kitchen-shop.com")
    field = lines(dialog)["Seller's name"]
    qtbot.waitUntil(lambda: bool(field.accessibleDescription()))
    view = dialog.findChild(QPlainTextEdit)
    height = view.height()
    enter()
    qtbot.waitUntil(lambda: view.height() < height)
    assert view.viewport().rect().contains(view.cursorRect())


def _box(widget, view) -> Any:
    return widget.rect().translated(widget.mapTo(view, widget.rect().topLeft()))

"""A seller sends a message by email: as a draft, or pasted into the email program."""

from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from composer.gui.export.dialog import ExportDialog
from composer.gui.words.text import tr_
from composer.library.own_values import own_values
from composer.policy import Policy

LATE = "<p>Hello {{buyer_name}},</p><p>it is <b>late</b>.</p><p>{{seller_name}}</p>"
NUMBER = "112-3456789-0123456"


@pytest.fixture
def dialog(place) -> tuple[Any, ExportDialog]:
    """A seller in front of the export dialog of a message with a subject."""
    place.put("one.html", LATE, channel="email")
    seller = place.open()
    seller.approve()
    seller.control(Qt.Key.Key_E)
    return seller, seller.dialog(ExportDialog)


def fill_in(dialog: ExportDialog, **values: str) -> None:
    """Type into the fields, by the names they are read out with."""
    fields = {it.accessibleName(): it for it in dialog.findChildren(QLineEdit)}
    for name, value in values.items():
        field = fields[
            name.replace("_", " ").replace("Buyers", "Buyer's").replace("Sellers", "Seller's")
        ]
        field.setFocus()
        QTest.keyClicks(field, value)


def test_a_draft_is_saved_with_what_was_filled_in(place, dialog) -> None:
    """In the subject and in both forms of the message; what is left empty stays."""
    seller, shown = dialog
    shown.choose("eml")
    fill_in(shown, Order_ID=NUMBER, Sellers_name="Mia Keller")
    assert NUMBER in next(it.text() for it in shown.findChildren(QLabel) if NUMBER in it.text())
    path = place.folder / "order.eml"
    seller.answer_file_dialog(path)
    seller.click_button(tr_("export.save"), shown)

    place.qtbot.waitUntil(path.exists)
    mail = message_from_bytes(Path(path).read_bytes(), policy=policy.default)
    assert mail["Subject"] == f"Your order {NUMBER}"
    for kind in ("plain", "html"):
        body = mail.get_body((kind,)).get_content()
        assert "Mia Keller" in body
        assert "Hello {{buyer_name}}" in body
    kept = own_values(seller.desk.workspace.library.folder, Policy.load())
    assert kept["seller_name"] == "Mia Keller"
    assert seller.desk.own_values.value("seller_name") == "Mia Keller"  # the preview's, too


def test_a_message_is_copied_with_its_look_and_what_was_filled_in(dialog) -> None:
    """As HTML and as text."""
    seller, shown = dialog
    shown.choose("both")
    fill_in(shown, Order_ID=NUMBER, Buyers_name="Ben", Sellers_name="Anna")
    seller.click_button(tr_("export.copy"), shown)

    data = QApplication.clipboard().mimeData()
    assert "Hello Ben," in data.text()
    assert "Hello Ben," in data.html()
    assert "<b>late</b>" in data.html() or "<strong>late</strong>" in data.html()
    assert "{{" not in data.text() + data.html()


def test_a_value_that_only_the_subject_holds_is_looked_at(place, dialog) -> None:
    """What is wrong with it is said at its field, and nothing is saved."""
    seller, shown = dialog
    shown.choose("eml")
    fill_in(shown, Order_ID="112 3456789 0123456")
    seller.click_button(tr_("export.save"), shown)

    assert shown.isVisible()
    assert any("112-3456789-0123456" in it.text() for it in shown.findChildren(QLabel))

"""A seller wants a message in Seller Central that was checked as an email."""

from PySide6.QtWidgets import QLineEdit, QPushButton

from composer.gui.export.dialog import ExportDialog
from composer.gui.template.approving import ApproveDialog
from composer.gui.words.text import tr_

SWITCH = tr_("exports.switch_channel", channel="Seller Central")


def test_it_is_checked_approved_and_exported_for_it(place) -> None:
    """One button leads on: what was filled in is still there, in the format that was wanted."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>", channel="email")
    seller = place.open()
    seller.approve()
    seller.desk.exporter.open_dialog()
    dialog = seller.dialog(ExportDialog)
    dialog.choose("seller")
    dialog.findChild(QLineEdit).setText("112-3456789-0123456")
    seller.click_button(SWITCH, dialog)

    approving = seller.dialog(ApproveDialog)
    assert seller.desk.workspace.template.channel == "contact-form"
    seller.click_button(tr_("approving.confirm"), approving)
    again = seller.dialog(ExportDialog)
    assert again.findChild(QLineEdit).text() == "112-3456789-0123456"
    assert seller.button(tr_("export.copy"), again).isDefault()
    assert SWITCH not in [it.text() for it in again.findChildren(QPushButton)]


def test_what_is_open_there_is_said_first(place) -> None:
    """Seller Central takes plain text of a limited length; nothing is approved before."""
    long = "<p>Order {{order_id}} is late. We are sorry about that, and tell you more soon.</p>"
    place.put("one.html", long * 40, channel="email")
    seller = place.open()
    seller.approve()
    seller.desk.exporter.open_dialog()
    dialog = seller.dialog(ExportDialog)
    dialog.choose("seller")
    seller.click_button(SWITCH, dialog)
    seller.checked()

    assert "text-too-long" in seller.rules()
    assert seller.message()
    assert seller.button(tr_("exports.show_first")).isVisible()

"""Copying and saving through the gate, from a window."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.export.formats import Format
from composer.gui.export.dialog import ExportDialog
from composer.gui.words.text import tr_

FINE = "<p>Order {{order_id}} will come a day late.</p>"


def approved(place, body: str = FINE, **metas: str) -> object:
    """Open a window on one template and approve it."""
    place.put("one.html", body, **metas)
    seller = place.open()
    seller.approve()
    return seller


def test_copying_says_how_long_the_text_is(place) -> None:
    """Copy for Seller Central puts plain text on the clipboard and counts its characters."""
    seller = approved(place, channel="contact-form")
    seller.desk.actions.copy_seller_central.trigger()
    seller.click_button(tr_("export.copy"), seller.dialog(ExportDialog))
    text = QApplication.clipboard().text()
    assert text.strip() == "Order {{order_id}} will come a day late."
    policy = seller.desk.judging.policy
    limit = policy.channel_limit("order-problem", "contact-form").characters
    most = len(text) - len("{{order_id}}") + policy.placeholders["order_id"].longest
    words = tr_("notice.copied_up_to", count=len(text), most=most, limit=limit)
    assert seller.message() == f"{words} {tr_('exports.fill_in', names='Order ID')}"
    assert not QApplication.clipboard().mimeData().hasHtml()


def test_copying_both_gives_html_and_text(place) -> None:
    """Programs that take HTML get it, others the text."""
    seller = approved(place)
    seller.desk.exporter.copy(html=True)
    data = QApplication.clipboard().mimeData()
    assert "<p>Order {{order_id}} will come a day late.</p>" in data.html()
    assert data.text().strip() == "Order {{order_id}} will come a day late."


def test_nothing_leaves_before_it_is_approved(place, tmp_path) -> None:
    """The gate says why, and neither file nor clipboard gets anything."""
    place.put("one.html", FINE)
    seller = place.open()
    QApplication.clipboard().setText("mine")
    seller.desk.actions.copy_seller_central.trigger()
    seller.desk.exporter.save(Format.HTML, tmp_path / "out.html")
    assert seller.message() == tr_("exports.closed", reason="This template is not approved yet.")
    seller.desk.actions.copy_seller_central.trigger()
    assert seller.message() == "Not copied. This template is not approved yet."
    assert QApplication.clipboard().text() == "mine"
    assert not (tmp_path / "out.html").exists()


def test_the_refusal_offers_the_next_step(place) -> None:
    """Refused, the bar offers to approve and go on, or to show what is open first."""
    place.put("one.html", FINE)
    seller = place.open()
    seller.desk.actions.export.trigger()
    seller.click_button(tr_("exports.approve_first"), seller.desk.widgets.bar)
    seller.click_button(tr_("approving.confirm"))
    assert seller.message() == ""
    assert seller.dialog(ExportDialog).isVisible()
    seller.press(Qt.Key.Key_Escape)
    seller.activate()
    assert seller.desk.workspace.template.approval is not None

    seller.desk.widgets.body.setFocus()
    seller.write("😀")
    assert seller.rules()
    seller.desk.actions.export.trigger()
    assert tr_("app_state.why_not_fix", count=1) in seller.message()
    seller.click_button(tr_("exports.show_first"))
    assert seller.desk.widgets.body.textCursor().selectedText() == "😀"


def test_an_edit_after_approving_closes_the_gate(place, qtbot: QtBot) -> None:
    """One more word, and the approval no longer holds."""
    seller = approved(place)
    seller.desk.widgets.body.setFocus()
    seller.write("x")
    seller.desk.actions.copy_seller_central.trigger()
    assert "changed after it was approved" in seller.message()


def test_a_template_is_not_written_over_by_an_export(place) -> None:
    """Choosing the template's own file is refused and said."""
    seller = approved(place)
    path = seller.desk.workspace.path
    before = path.read_bytes()
    seller.desk.exporter.save(Format.HTML, path)
    assert "is a template" in seller.message()
    assert path.read_bytes() == before


def test_the_button_exports_and_its_arrow_offers_the_other_ways(place) -> None:
    """With the mouse, and by Tab and keys."""
    place.put("one.html", FINE)
    seller = place.open()
    seller.approve()
    seller.click_button(tr_("header.export"), seller.desk.widgets.header)
    assert seller.dialog(ExportDialog).isVisible()
    seller.press(Qt.Key.Key_Escape)
    seller.activate()

    seller.button(tr_("header.export"), seller.desk.widgets.header).setFocus()
    QTimer.singleShot(0, lambda: QTest.keyClick(seller.desk.widgets.export_menu, Qt.Key.Key_Escape))
    opened = []
    seller.desk.widgets.export_menu.aboutToShow.connect(lambda: opened.append(True))
    seller.press(Qt.Key.Key_Down)
    assert opened

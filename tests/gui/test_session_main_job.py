"""One seller's whole way: write, paste, see, undo, fix, approve, export, come back."""

from email import message_from_bytes
from email.policy import default

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from composer.gui.export.dialog import ExportDialog
from composer.gui.text import tr_
from composer.gui.theme.marks import Mark

CENTRED = '<p style="text-align: center">Thank you</p>'
FOURTH_SIZE = '<span style="font-size: 27px">tomorrow</span>'
HTTP_LINK = '<a href="http://www.amazon.com/gp/css/order-history">your orders</a>'


def test_a_message_from_an_empty_page_to_the_exported_files(place, qtbot: QtBot) -> None:
    """Four offences are marked on exactly their words, fixed by click, approved and exported."""
    place.library.mkdir()
    seller = place.open()
    desk, body, subject = seller.desk, seller.desk.widgets.body, seller.desk.widgets.subject

    seller.control(Qt.Key.Key_N)
    subject.setFocus()
    seller.write("Your order ", subject)
    seller.write("{{order_id}}", subject)
    qtbot.waitUntil(lambda: subject.document_value().text == "Your order \ufffc")
    seller.press(Qt.Key.Key_Return)
    assert body.hasFocus()
    seller.write("Hello,\nYour parcel for order ")
    assert seller.rules() == ["order-id-missing"]
    seller.write("{{order")
    qtbot.waitUntil(lambda: bool(seller.offered()))
    assert seller.offered()[0] == "Order ID"
    seller.press(Qt.Key.Key_Return)
    assert body.document_value().text == "Hello,\nYour parcel for order \ufffc"
    seller.write(" left today ")
    assert seller.rules() == []

    seller.write("😊")
    assert seller.rules() == ["emoji"]
    assert seller.marked() == ["😊"]

    seller.write("\n")
    for size, words in (("Large", "Please be at home"), ("Small", "and sign for it")):
        seller.write(words)
        seller.choose(tr_("toolbar.size"), size)
        assert body.hasFocus()
        seller.press(Qt.Key.Key_End)
        seller.write("\n")
    seller.choose(tr_("toolbar.size"), "Normal")
    assert seller.rules() == ["emoji"]

    seller.write("It comes .")
    seller.press(Qt.Key.Key_Left)
    seller.paste(FOURTH_SIZE)
    assert seller.rules() == ["emoji"]
    seller.click_button(tr_("notice.pasted_keep"))
    assert seller.marked() == ["😊", "tomorrow"]

    seller.press(Qt.Key.Key_End)
    seller.write(" Look at ")
    seller.paste(HTTP_LINK)
    assert seller.marked() == ["😊", "tomorrow", "your orders"]

    seller.write(".\n")
    seller.paste(CENTRED)
    seller.click_button(tr_("notice.pasted_keep"))
    assert seller.marked() == ["😊", "tomorrow", "your orders", "Thank you"]
    rules = ["emoji", "too-many-font-sizes", "unsecured-link", "text-alignment"]
    assert seller.rules() == rules
    assert [len(card.fixes) > 0 for card in seller.cards()] == [True] * 4

    before = body.document_value()
    for _ in range(3):
        seller.control(Qt.Key.Key_Z)
    assert body.document_value() != before
    for _ in range(3):
        seller.control(Qt.Key.Key_Z, shift=True)
    assert body.document_value() == before
    assert seller.rules() == rules

    states = [body.document_value()]
    for left in (3, 2, 1, 0):
        seller.click_fix(0)
        assert len(seller.checked()) == left
        states.append(body.document_value())
    fixed = states.pop()
    for state in reversed(states):
        seller.control(Qt.Key.Key_Z)
        assert body.document_value() == state
    for _ in states:
        seller.control(Qt.Key.Key_Z, shift=True)
    assert body.document_value() == fixed
    assert seller.checked() == []

    seller.click_button(tr_("header.approve"))
    assert desk.heading.mark is Mark.APPROVED
    files = {kind: place.folder / f"out.{kind}" for kind in ("html", "txt", "eml")}
    for name, kind in (("html", "html"), ("text", "txt"), ("eml", "eml")):
        desk.actions.export.trigger()
        dialog = seller.dialog(ExportDialog)
        dialog.choose(name)
        seller.answer_file_dialog(files[kind])
        seller.click_button(tr_("export.save"), dialog)
        qtbot.waitUntil(files[kind].exists)
    for path in files.values():
        assert "😊" not in path.read_text("utf-8")
    assert "Your parcel for order {{order_id}} left today" in files["txt"].read_text("utf-8")
    assert 'href="https://www.amazon.com/gp/css/order-history"' in files["html"].read_text("utf-8")
    mail = message_from_bytes(files["eml"].read_bytes(), policy=default)
    assert {part.get_content_type() for part in mail.walk()} >= {"text/plain", "text/html"}

    key = desk.workspace.key
    seller.close()
    again = place.open()
    assert again.desk.workspace.key == key
    assert again.desk.widgets.body.document_value() == fixed
    assert again.checked() == []
    assert again.desk.heading.mark is Mark.APPROVED

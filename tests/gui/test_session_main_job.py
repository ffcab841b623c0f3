"""One seller's whole way: write, paste, see, undo, fix, approve, export, come back."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from composer.document import Document
from composer.gui.export.dialog import ExportDialog
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

CENTRED = '<p style="text-align: center">Thank you</p>'
FOURTH_SIZE = '<span style="font-size: 27px">tomorrow</span>'
HTTP_LINK = '<a href="http://www.amazon.com/gp/css/order-history">your orders</a>'
OFFENCES = ["😊", "tomorrow", "your orders", "Thank you"]
RULES = ["emoji", "too-many-font-sizes", "unsecured-link", "text-alignment"]


def test_a_message_from_an_empty_page_to_the_exported_files(place, qtbot: QtBot) -> None:
    """Four offences are marked on exactly their words, fixed by click, approved and exported."""
    place.library.mkdir()
    seller = place.open()
    seller.control(Qt.Key.Key_N)
    write_with_placeholders(seller, qtbot)
    paste_offences(seller)
    undo_and_redo(seller)
    fixed = fix_each_by_click(seller)
    seller.choose(tr_("header.reason"), "Order problem")
    assert seller.checked() == []
    seller.approve()
    assert seller.desk.heading.mark is Mark.APPROVED
    files = export_by_dialog(seller, place.folder, qtbot)
    look_into(files)

    key = seller.desk.workspace.key
    seller.close()
    again = place.open()
    assert again.desk.workspace.key == key
    assert again.desk.widgets.body.document_value() == fixed
    assert again.checked() == []
    assert again.desk.heading.mark is Mark.APPROVED


def write_with_placeholders(seller, qtbot: QtBot) -> None:
    """Type subject and body; placeholders spelled out, and taken from the list."""
    body, subject = seller.desk.widgets.body, seller.desk.widgets.subject
    subject.setFocus()
    seller.write("Your order {{order_id}}", subject)
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
    seller.write(" is late today ")
    assert seller.rules() == []


def paste_offences(seller) -> None:
    """Type an emoji, paste three more offences as they were; each shows as it comes."""
    body = seller.desk.widgets.body
    seller.write("😊")
    assert seller.marked() == OFFENCES[:1]
    seller.write("\n")
    for size, words in (("Large", "Please be at home"), ("Small", "and sign for it")):
        seller.write(words)
        seller.choose(tr_("toolbar.size"), size)
        assert body.hasFocus()
        seller.press(Qt.Key.Key_End)
        seller.write("\n")
    seller.choose(tr_("toolbar.size"), "Normal")
    assert seller.marked() == OFFENCES[:1]

    seller.write("It comes .")
    seller.press(Qt.Key.Key_Left)
    seller.paste(FOURTH_SIZE)
    assert seller.marked() == OFFENCES[:1]
    seller.click_button(tr_("notice.pasted_keep"))
    assert seller.marked() == OFFENCES[:2]

    seller.press(Qt.Key.Key_End)
    seller.write(" Look at ")
    seller.paste(HTTP_LINK)
    assert seller.marked() == OFFENCES[:3]

    seller.write(".\n")
    seller.paste(CENTRED)
    seller.click_button(tr_("notice.pasted_keep"))
    assert seller.marked() == OFFENCES
    assert seller.rules() == RULES
    assert len(seller.cards()) == len(OFFENCES)
    assert all(card.fixes for card in seller.cards())


def undo_and_redo(seller) -> None:
    """Go back three steps and forward again; the findings are those before."""
    body = seller.desk.widgets.body
    before = body.document_value()
    for _ in range(3):
        seller.control(Qt.Key.Key_Z)
    assert body.document_value() != before
    assert seller.marked() != OFFENCES
    for _ in range(3):
        seller.control(Qt.Key.Key_Z, shift=True)
    assert body.document_value() == before
    assert seller.marked() == OFFENCES


def fix_each_by_click(seller) -> Document:
    """Click the fix of each card; each is one step to undo. Return the document without any."""
    body = seller.desk.widgets.body
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
    return fixed


def export_by_dialog(seller, folder: Path, qtbot: QtBot) -> dict[str, Path]:
    """Save the three formats through the export dialog and return the files."""
    files = {"html": folder / "out.html", "text": folder / "out.txt", "eml": folder / "out.eml"}
    for name, path in files.items():
        seller.control(Qt.Key.Key_E)
        dialog = seller.dialog(ExportDialog)
        dialog.choose(name)
        seller.answer_file_dialog(path)
        seller.click_button(tr_("export.save"), dialog)
        qtbot.waitUntil(path.exists)
    return files


def look_into(files: dict[str, Path]) -> None:
    """Read the files as another program would."""
    assert not any("😊" in path.read_text("utf-8") for path in files.values())
    words = "Your parcel for order {{order_id}} is late today"
    assert words in files["text"].read_text("utf-8")
    assert 'href="https://www.amazon.com/gp/css/order-history"' in files["html"].read_text("utf-8")
    mail = message_from_bytes(files["eml"].read_bytes(), policy=default)
    assert {part.get_content_type() for part in mail.walk()} >= {"text/plain", "text/html"}
    assert mail["subject"] == "Your order {{order_id}}"

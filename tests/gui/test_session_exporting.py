"""A seller approves and exports: what is confirmed, offered and said on the way."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QTextBrowser,
)
from pytestqt.qtbot import QtBot

from composer.gui.export.dialog import ExportDialog
from composer.gui.library.view import TemplatesView
from composer.gui.template.approving import ApproveDialog
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

LATE = "<p>Order {{order_id}} will come a day late, {{buyer_name}}.</p>"
PICTURE = (
    "<p>Order {{order_id}} is late."
    '<img src="one.files/a.png" alt="The new route" width="50%"> We are sorry.</p>'
)


def said(dialog: Any) -> list[str]:
    """The sentences that a dialog shows."""
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


def approved(place, body: str = LATE, **metas: str) -> Any:
    """A seller with one approved template on screen."""
    place.put("one.html", body, **metas)
    seller = place.open()
    seller.approve()
    return seller


def export_dialog(seller) -> ExportDialog:
    """Open the export dialog with its keys."""
    seller.control(Qt.Key.Key_E)
    dialog: ExportDialog = seller.dialog(ExportDialog)
    return dialog


def chosen(dialog: ExportDialog) -> str:
    """The title of the format in view."""
    view = dialog.findChild(QListWidget)
    assert view is not None
    return view.currentItem().text()


def open_other(seller, name: str) -> None:
    """Click another template in the library."""
    seller.activate()
    view = seller.desk.widgets.sidebar.findChild(TemplatesView)
    model = view.model()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]
    index = next(each for each in rows if view.row(each).name == name)
    view.scrollTo(index)
    seller.click(view.viewport(), view.visualRect(index).center())
    seller.checked()


def pictured(place) -> Any:
    """A seller with an approved email that has a picture from the template's folder."""
    place.put("one.html", PICTURE, channel="email")
    (place.library / "permitted.toml").write_text('pictures = ["one.files/a.png"]\n', "utf-8")
    (place.library / "one.files").mkdir()
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    assert image.save(str(place.library / "one.files" / "a.png"))
    seller = place.open()
    seller.approve()
    return seller


def test_plain_text_says_that_a_picture_is_not_in_it(place, qtbot: QtBot) -> None:
    """In the dialog and after copying, and what it shows is no sentence of the text."""
    seller = pictured(place)
    dialog = export_dialog(seller)
    dialog.choose("seller")
    qtbot.waitUntil(lambda: "1 image is not included." in said(dialog))
    dialog.choose("eml")
    qtbot.waitUntil(lambda: "1 image is not included." not in said(dialog))
    dialog.choose("seller")
    seller.click_button(tr_("export.copy"), dialog)

    assert QApplication.clipboard().text() == "Order {{order_id}} is late. We are sorry."
    assert "1 image is not included." in seller.message()
    assert seller.desk.widgets.bar.message.mark is Mark.REVIEW


def test_what_somebody_has_to_fill_in_is_listed(place) -> None:
    """In Seller Central nobody does it for the seller."""
    seller = approved(place, channel="contact-form")
    dialog = export_dialog(seller)
    words = "What stays empty is yours to replace by hand before you send: Order ID, Buyer's name."
    assert words in said(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    seller.control(Qt.Key.Key_C, shift=True)
    seller.click_button(tr_("export.copy"), seller.dialog(ExportDialog))
    assert seller.message().endswith(words)
    seller.desk.widgets.body.setFocus()
    seller.write("H")
    assert seller.message() == ""  # it was said of another text


@pytest.mark.parametrize("choice", ["both", "html", "eml", "text", "seller"])
def test_every_format_says_what_is_to_be_filled_in(place, qtbot: QtBot, choice: str) -> None:
    """Once each, the subject's and the message's: they are in all of them."""
    seller = approved(place, "<p>Dear {{buyer_name}}, it is late.</p>", channel="email")
    dialog = export_dialog(seller)
    dialog.choose(choice)
    names = "Buyer's name" if choice in {"text", "seller"} else "Order ID, Buyer's name"
    stays = choice in {"html", "text"}
    told = "exports.stays" if stays else "exports.fill_in"
    lead = tr_(told, names="").partition(":")[0]
    wanted = [tr_(told, names=names)]
    qtbot.waitUntil(lambda: [it for it in said(dialog) if it.startswith(lead)] == wanted)


INSERT = (
    "The image does not come along. After pasting, insert it yourself: a.png, "
    "from the folder “one.files” beside the template."
)


def test_a_copy_with_its_look_shows_its_picture_and_says_to_insert_it(place) -> None:
    """One sentence tells what to do, in the dialog and after copying."""
    seller = pictured(place)
    dialog = export_dialog(seller)
    dialog.choose("both")
    page = dialog.findChild(QTextBrowser)
    drawn = page.viewport().grab().toImage()
    blue = QColor(Qt.GlobalColor.blue).rgb()
    rows = [[drawn.pixel(x, y) for x in range(drawn.width())] for y in range(drawn.height())]
    share = max(row.count(blue) for row in rows) / drawn.width()
    assert share == pytest.approx(0.5, abs=0.05)
    QApplication.processEvents()  # what is said of a format comes into view with the next layout
    about = [each for each in said(dialog) if "image" in each.lower() or "a.png" in each]
    assert about == [INSERT]

    seller.click_button(tr_("export.copy"), dialog)
    assert INSERT in seller.message()
    assert "not included" not in seller.message()


@pytest.mark.parametrize("choice", ["eml", "html"])
def test_the_message_comes_first_and_its_source_is_a_key_away(place, choice: str) -> None:
    """Headers, base64 and tags are for who asks for them; the subject is in view."""
    seller = pictured(place)
    dialog = export_dialog(seller)
    dialog.choose(choice)
    page, source = dialog.findChild(QTextBrowser), dialog.findChild(QPlainTextEdit)
    assert page.isVisible()
    assert "is late." in page.toPlainText()
    assert "Subject: Your order {{order_id}}" in said(dialog)

    message = seller.button(tr_("export.message"), dialog)
    message.setFocus()
    QTest.keyClick(message, Qt.Key.Key_Right)
    assert source.isVisible()
    assert ("MIME-Version" if choice == "eml" else "<!DOCTYPE html>") in source.toPlainText()
    dialog.choose("seller")
    assert not message.isVisible()
    dialog.choose(choice)
    assert page.isVisible()


def test_a_copy_that_leaves_nothing_to_do_is_good_news(place) -> None:
    """No amber where nothing is missing."""
    place.put("one.html", "<p>Yes, it was sent.</p>", reason="reply", channel="contact-form")
    seller = place.open()
    seller.click_button(tr_("header.approve"))
    seller.control(Qt.Key.Key_C, shift=True)
    assert seller.desk.widgets.bar.message.mark is Mark.APPROVED


def test_a_review_request_need_not_complete_an_order(place) -> None:
    """What is confirmed by approving can be true of it."""
    body = "<p>Order {{order_id}}: please leave a review of the product.</p>"
    place.put("one.html", body, reason="review-request")
    seller = place.open()
    seller.click_button(tr_("header.approve"))
    stated = " ".join(said(seller.dialog(ApproveDialog)))
    assert "one purpose is to ask for a review or feedback" in stated
    assert "complete the order or to answer" not in stated


@pytest.mark.parametrize(("channel", "noted"), [("email", True), ("contact-form", False)])
def test_an_empty_subject_is_said_before_approving(place, channel: str, noted: bool) -> None:
    """Where the buyer would get it: Amazon sets the subject of the others."""
    place.put("one.html", LATE, channel=channel)
    seller = place.open()
    subject = seller.desk.widgets.subject
    if subject.isVisible():
        subject.setFocus()
        seller.control(Qt.Key.Key_A)
        seller.press(Qt.Key.Key_Delete)
    seller.checked()
    seller.click_button(tr_("header.approve"))
    dialog = seller.dialog(ApproveDialog)
    assert (tr_("approving.no_subject") in said(dialog)) is noted


def test_the_statements_hang_and_leave_no_room_below(place) -> None:
    """Second lines begin below the first word, and the dialog ends under its buttons."""
    place.put("one.html", LATE)
    seller = place.open()
    seller.click_button(tr_("header.approve"))
    dialog = seller.dialog(ApproveDialog)
    dots = [each for each in dialog.findChildren(QLabel) if each.text() == "•"]
    lines = [
        each for each in dialog.findChildren(QLabel) if each.text().startswith(("It ", "You "))
    ]
    assert len(dots) == len(lines) > 1
    assert len({each.x() for each in lines}) == 1
    assert all(each.x() > dot.geometry().right() for each in lines for dot in dots)
    assert dialog.height() == dialog.heightForWidth(dialog.width())


class Opened(QObject):
    """Takes the place of the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        """Note what would be shown."""
        self.folders.append(Path(url.toLocalFile()))


def test_an_export_says_where_it_is_and_shows_the_folder(place, tmp_path) -> None:
    """As long as the template is on screen; the next one has nothing to do with it."""
    place.put("two.html", LATE)
    seller = approved(place)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog = export_dialog(seller)
    dialog.choose("eml")
    seller.answer_file_dialog(folder / "late")  # a draft, however it is called
    seller.click_button(tr_("export.save"), dialog)
    assert (folder / "late").is_file()
    where = tr_("notice.exported", name="late", folder=str(folder))
    assert seller.message() == f"{where} {tr_('notice.exported_open', count=2)}"
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "show")
    try:
        seller.click_button(tr_("notice.show_folder"))
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.folders == [folder]

    dialog = export_dialog(seller)
    seller.answer_file_dialog(folder / "again.eml")
    seller.click_button(tr_("export.save"), dialog)
    assert "again.eml" in seller.message()
    open_other(seller, "two")
    assert seller.message() == ""


def test_cancelling_where_to_save_leaves_the_dialog(place, tmp_path) -> None:
    """Another format, or another folder, is one click away still."""
    seller = approved(place)
    dialog = export_dialog(seller)
    dialog.choose("eml")
    timer = QTimer(interval=20)

    def cancel() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, QFileDialog):
            timer.stop()
            asked.reject()

    timer.timeout.connect(cancel)
    timer.start()
    seller.click_button(tr_("export.save"), dialog)
    assert not timer.isActive()
    assert dialog.isVisible()
    assert chosen(dialog) == tr_("exports.eml")

    seller.answer_file_dialog(tmp_path / "late.eml")
    seller.click_button(tr_("export.save"), dialog)
    assert (tmp_path / "late.eml").is_file()
    assert not dialog.isVisible()


def test_the_format_made_for_the_channel_is_in_view_then_the_one_taken_last(place) -> None:
    """An email opens on the draft, as it looks; a format taken once comes first next time."""
    seller = approved(place, channel="email")
    dialog = export_dialog(seller)
    assert chosen(dialog) == tr_("exports.eml")
    assert "MIME-Version" not in dialog.findChild(QTextBrowser).toPlainText()
    QTest.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Down)
    assert chosen(dialog) == tr_("exports.both")
    QApplication.processEvents()
    page = dialog.findChild(QTextBrowser)
    assert page.isVisible()
    shown = page.toPlainText()
    assert "Order {{order_id}}" in shown
    assert "MIME-Version" not in shown
    assert "Enter the subject yourself: Your order {{order_id}}" in said(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "Order {{order_id}}" in QApplication.clipboard().mimeData().html()

    dialog = export_dialog(seller)
    dialog.choose("html")
    seller.click_button(tr_("export.copy"), dialog)
    dialog = export_dialog(seller)
    assert chosen(dialog) == tr_("exports.html")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    seller.choose(tr_("header.channel"), "Seller Central")
    seller.checked()
    seller.approve()
    dialog = export_dialog(seller)
    assert chosen(dialog) == tr_("exports.seller")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_after_an_answer_in_the_bar_the_caret_is_where_it_was(place) -> None:
    """Approved from the bar, what was asked for is done, and writing goes on in the body."""
    place.put("one.html", "<p>Yes, it was sent.</p>", reason="reply", channel="contact-form")
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    body.select(5)
    seller.control(Qt.Key.Key_C, shift=True)
    seller.click_button(tr_("exports.approve_first"), seller.desk.widgets.bar)
    assert QApplication.clipboard().text() == "Yes, it was sent."
    assert QApplication.focusWidget() is body
    assert body.selection() == (5, 5)


def test_undoing_a_change_of_the_source_leaves_the_caret_there(place) -> None:
    """It stands where the source was changed, not at the start of the message."""
    place.put("one.html", "<p>Order {{order_id}}</p><p>It is late.</p><p>Sorry.</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    body.select(body.document_value().text.index("late"))
    seller.control(Qt.Key.Key_H, shift=True)
    seller.write("very ", seller.desk.widgets.editors.source)
    seller.control(Qt.Key.Key_H, shift=True)
    assert "very late" in body.document_value().text
    seller.control(Qt.Key.Key_Z)
    text = body.document_value().text
    assert "very" not in text
    assert body.selection()[0] == text.index("late")

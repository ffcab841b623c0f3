"""The export dialog shows exactly what it hands on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QTextBrowser

from composer.gui.export.dialog import ExportDialog
from composer.gui.export.model import ExportAction, ExportAnswer, ExportChoice, ExportNote
from composer.gui.theme.marks import Mark
from composer.gui.widgets.mark_label import MarkLabel
from composer.gui.words.text import tr_
from composer.gui.words.translating import TableTranslator
from composer.library.approval import no_images

SELLER_CENTRAL = ExportChoice(
    "seller-central",
    "Seller Central",
    "Plain text, ready to paste",
    "Hello,\n\nYour invoice is attached.",
    (ExportNote(Mark.APPROVED, "32 of 4,000 characters"),),
)
EMAIL = ExportChoice("eml", "Email", ".eml", "MIME-Version: 1.0", (), ".eml", copyable=False)


@pytest.fixture
def dialog(qtbot, theme) -> ExportDialog:
    """The dialog, shown, with two formats."""
    dialog = ExportDialog(theme, "Invoice", "Approved today.", (SELLER_CENTRAL, EMAIL), no_images)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def push(dialog, text) -> QPushButton:
    """Return the button that says `text`."""
    buttons: list[QPushButton] = dialog.findChildren(QPushButton)
    return next(entry for entry in buttons if entry.text() == text)


def test_the_text_of_the_format_is_shown(dialog) -> None:
    """The first format's text and notes are in view at once."""
    texts = [found.text() for found in dialog.findChildren(QLabel) if found.isVisible()]

    assert dialog.findChild(QPlainTextEdit).toPlainText() == SELLER_CENTRAL.text
    assert "32 of 4,000 characters" in texts
    assert "Approved today." in texts


def test_each_note_has_its_mark_on_its_first_line(qtbot, theme) -> None:
    """In the middle of its capitals, however long the note is, and all one below the other."""
    notes = tuple(
        ExportNote(mark, "What is left empty is to be filled in before sending: " * 9)
        for mark in Mark
    )
    choice = replace(SELLER_CENTRAL, notes=notes)
    dialog = ExportDialog(theme, "Invoice", "", (choice,), no_images)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    labels = [it for it in dialog.findChildren(QLabel) if it.text() == notes[0].text]
    marks = dialog.findChildren(MarkLabel)

    assert len(marks) == len(labels) == len(notes)
    assert len({mark.x() for mark in marks}) == 1
    for mark, words in zip(marks, labels, strict=True):
        metrics = words.fontMetrics()
        assert words.height() > 2 * metrics.height()
        capitals = words.y() + metrics.ascent() - metrics.capHeight() / 2
        assert mark.y() + mark.box().center().y() == pytest.approx(capitals, abs=1)


def test_another_format_shows_its_own_text(qtbot, dialog) -> None:
    """The arrow keys go through the formats."""
    qtbot.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Down)
    texts = [found.text() for found in dialog.findChildren(QLabel) if found.isVisible()]

    assert dialog.findChild(QPlainTextEdit).toPlainText() == EMAIL.text
    assert "32 of 4,000 characters" not in texts


def test_only_what_makes_sense_can_be_done(dialog) -> None:
    """Text for a web page is copied, an email file is saved."""
    assert push(dialog, "Copy").isEnabled()
    assert not push(dialog, "Save file…").isEnabled()
    dialog.choose("eml")

    assert not push(dialog, "Copy").isEnabled()
    assert push(dialog, "Save file…").isEnabled()


def test_the_answer_is_the_format_in_view(qtbot, dialog) -> None:
    """Saving gives the format shown."""
    dialog.choose("eml")
    with qtbot.waitSignal(dialog.taken) as taken:
        qtbot.mouseClick(push(dialog, "Save file…"), Qt.MouseButton.LeftButton)

    assert taken.args == [ExportAnswer(EMAIL, ExportAction.SAVE)]


def test_return_does_what_the_format_is_for(qtbot, dialog) -> None:
    """Return on a format that is only copied copies it."""
    with qtbot.waitSignal(dialog.taken) as taken:
        qtbot.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Return)

    assert taken.args == [ExportAnswer(SELLER_CENTRAL, ExportAction.COPY)]


def test_cancel_answers_nothing(qtbot, dialog) -> None:
    """Escape exports nothing."""
    with qtbot.assertNotEmitted(dialog.taken), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_shorter_message_after_a_long_one_is_shown_whole(qtbot, theme) -> None:
    """Where the pictures of the one before were is forgotten; one that lies elsewhere has a box."""
    picture = '<p><img src="https://pictures.test/a.png" width="300"></p>'
    long, short = f"{'<p>Line</p>' * 60}{picture}", f"<p>Short</p>{picture}"
    choices = tuple(
        ExportChoice(page[:8], page[:8], "", "source", page=page) for page in (long, short)
    )
    dialog = ExportDialog(theme, "Invoice", "Approved today.", choices, no_images)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    page = dialog.findChild(QTextBrowser)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qtbot.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Down)

    assert page.toPlainText().startswith("Short")
    drawn = page.viewport().grab().toImage()
    box = QColor(theme.colours.line).rgb()
    seen = {drawn.pixel(20, y) for y in range(drawn.height())}
    assert box in seen


@pytest.mark.parametrize("language", ["de", "zh-CN"])
def test_what_a_format_is_for_fits_its_line(qapp, theme, language: str) -> None:
    """Nothing of it is cut in the list of formats."""
    translator = TableTranslator(language)
    qapp.installTranslator(translator)
    words = [tr_(f"exports.{name}_sub") for name in ("both", "eml", "html", "text", "seller")]
    qapp.removeTranslator(translator)
    metrics = QFontMetrics(theme.type.font(theme.type.small))

    assert [each for each in words if metrics.horizontalAdvance(each) > 208] == []

"""The export dialog shows exactly what it hands on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton

from composer.gui.export.dialog import ExportDialog
from composer.gui.export.model import ExportAction, ExportAnswer, ExportChoice, ExportNote
from composer.gui.theme.marks import Mark

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
    dialog = ExportDialog(theme, "Invoice", "Approved today.", (SELLER_CENTRAL, EMAIL))
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

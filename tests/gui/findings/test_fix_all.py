"""Fixing automatically shows what it will change first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListView, QPushButton

from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.findings.model import FindingRow
from composer.lint.finding import Severity

ROWS = tuple(
    FindingRow(key, Severity.MUST_FIX, "Emoji", "No emojis.", 1, "😊", ("Remove emoji",))
    for key in "ab"
)


def test_the_changes_are_listed_and_confirmed(qtbot, theme) -> None:
    """Every finding is listed; the button says how many, and Return accepts."""
    dialog = FixAllDialog(theme, ROWS)
    qtbot.addWidget(dialog)
    dialog.show()
    cards = dialog.findChildren(QListView)[0]
    confirm = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Fix 2")
    assert cards.model().rowCount() == 2

    with qtbot.waitSignal(dialog.finished) as finished:
        qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    assert finished.args == [QDialog.DialogCode.Accepted]


def test_cancel_changes_nothing(qtbot, theme) -> None:
    """Escape refuses."""
    dialog = FixAllDialog(theme, ROWS)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.finished) as finished:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert finished.args == [QDialog.DialogCode.Rejected]

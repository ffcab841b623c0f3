"""The question that setting a finding aside asks."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from composer.gui.findings.model import FindingRow
from composer.gui.findings.reason_dialog import ReasonDialog
from composer.lint.finding import Severity

ROW = FindingRow("a", Severity.REVIEW, "Asks for a positive review", "Because.", 2, "nice")


@pytest.mark.parametrize("reasons", [(), ("It is the name of a pan", "The buyer asked")])
def test_the_dialog_is_as_high_as_its_words(qtbot, theme, reasons: tuple[str, ...]) -> None:
    """Nothing is left over in its foot."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = ReasonDialog(ROW, reasons, print, parent)
    dialog.show()
    qtbot.waitExposed(dialog)
    cancel = next(it for it in dialog.findChildren(QPushButton) if it.text() == "Cancel")
    foot = cancel.parentWidget()

    assert dialog.height() == dialog.heightForWidth(dialog.width())
    assert foot.height() == foot.sizeHint().height()

"""The questions before approving, which no program can answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from composer.gui.text import tr_
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.dialog_foot import cancel_button, dialog_foot, fit_height
from composer.gui.widgets.mark_label import LineMark
from composer.gui.widgets.style import button, label, nested

_WIDTH = 480
_TOP = Qt.AlignmentFlag.AlignTop


class ApproveDialog(QDialog):
    """Lists `questions`; approving says yes to all of them and calls `approve`.

    `notes` are sentences on what may have been forgotten.
    """

    def __init__(
        self,
        theme: Theme,
        questions: Sequence[str],
        approve: Callable[[], object],
        parent: QWidget,
        notes: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("approving.title"))
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        body = nested(layout, QVBoxLayout())
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(10)
        body.addWidget(label(tr_("approving.lead"), "strong", wrap=True))
        lines = nested(body, QGridLayout())
        lines.setHorizontalSpacing(8)
        lines.setVerticalSpacing(10)
        lines.setColumnStretch(1, 1)
        for row, note in enumerate(notes):
            lines.addWidget(LineMark(theme, Mark.REVIEW), row, 0, _TOP)
            lines.addWidget(label(note, "text", wrap=True), row, 1)
        for row, question in enumerate(questions, len(notes)):
            lines.addWidget(label("•", "text"), row, 0, _TOP | Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(label(question, "text", wrap=True), row, 1)
        layout.addWidget(self._foot())
        self.accepted.connect(approve)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _foot(self) -> QWidget:
        yes = button(tr_("approving.yes"), "primary")
        yes.setDefault(True)
        yes.clicked.connect(self.accept)
        return dialog_foot(cancel_button(self), yes)

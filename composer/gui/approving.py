"""The questions before approving, which no program can answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from composer.gui.text import tr_
from composer.gui.widgets.style import button, label, nested, surface

_WIDTH = 480


class ApproveDialog(QDialog):
    """Lists `questions`; approving says yes to all of them and calls `approve`."""

    def __init__(
        self, questions: Sequence[str], approve: Callable[[], object], parent: QWidget
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
        for question in questions:
            body.addWidget(label(f"•  {question}", "text", wrap=True))
        layout.addWidget(self._foot())
        self.accepted.connect(approve)

    def _foot(self) -> QWidget:
        foot = QWidget()
        surface(foot, "panel", edge="top")
        cancel = button(tr_("dialog.cancel"))
        cancel.clicked.connect(self.reject)
        yes = button(tr_("approving.yes"), "primary")
        yes.setDefault(True)
        yes.clicked.connect(self.accept)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(yes)
        return foot

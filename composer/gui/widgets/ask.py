"""One question with one line for the answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from composer.gui.widgets.dialog_foot import cancel_button, dialog_foot, fit_height
from composer.gui.widgets.style import button, label, nested
from composer.gui.words.text import tr_

_WIDTH = 440


class AskDialog(QDialog):
    """Asks for a line of text and passes it to `take`, stripped; Cancel passes nothing.

    With `needed` an empty answer cannot be given.
    """

    def __init__(
        self,
        title: str,
        question: str,
        take: Callable[[str], object],
        parent: QWidget,
        *,
        text: str = "",
        needed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._needed = needed
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._line = QLineEdit(text)
        self._line.selectAll()
        caption = label(question, "text", wrap=True)
        caption.setBuddy(self._line)
        self._line.setAccessibleName(question)
        self._ok = button(tr_("dialog.ok"), "primary")
        self._ok.setDefault(True)
        self._ok.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._body = body = nested(layout, QVBoxLayout())
        body.setContentsMargins(20, 18, 20, 18)
        body.setSpacing(8)
        body.addWidget(caption)
        body.addWidget(self._line)
        layout.addWidget(self._foot())
        self._line.textChanged.connect(self._judge)
        self._judge()
        self.accepted.connect(lambda: self._take(self._line.text().strip()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _foot(self) -> QWidget:
        return dialog_foot(cancel_button(self), self._ok)

    def _judge(self) -> None:
        self._ok.setEnabled(not self._needed or bool(self._line.text().strip()))

"""A quiet bar that says what is wrong with the preview and offers to start it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class PreviewNotice(QFrame):
    """One sentence and a Reload button; hidden while there is nothing to say."""

    reload_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewNotice")
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self.reload_button = QPushButton(self.tr("Reload"), self)
        self.reload_button.setAccessibleName(self.tr("Reload the preview"))
        self.reload_button.clicked.connect(self.reload_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.reload_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is shown; empty while hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str) -> None:
        """Show `sentence`."""
        self._sentence.setText(sentence)
        self.show()

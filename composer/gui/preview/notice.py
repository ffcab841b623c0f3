"""A quiet bar that says what is wrong with the preview and offers to start it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from composer.gui.widgets.style import button, label
from composer.gui.words.text import tr_


class PreviewNotice(QFrame):
    """One sentence and a Reload button; hidden while there is nothing to say.

    Signals:
        reload_requested: the user wants the preview started again.
    """

    reload_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setProperty("mark", "review")
        self._sentence = label("", "message", wrap=True)
        self._reload = button(tr_("preview.notice.reload"), "link")
        self._reload.setAccessibleName(tr_("preview.notice.reload_name"))
        self._reload.clicked.connect(self.reload_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 10, 5)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._reload)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is shown; empty while hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str) -> None:
        """Show `sentence`."""
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.show()

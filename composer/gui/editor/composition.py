"""Text that an input method is composing in one editor and has not committed yet."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Composition(QObject):
    """Knows what is being composed, and can put it into the text as it is.

    Signals:
        changed: composing begins (True) or ends (False).
    """

    changed = Signal(bool)

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._editor = editor
        self._text = ""

    @property
    def active(self) -> bool:
        """Whether text is being composed."""
        return bool(self._text)

    def take(self, event: QInputMethodEvent) -> None:
        """Take note of an event before the editor handles it."""
        before, self._text = self._text, event.preeditString()
        if bool(before) != bool(self._text):
            self.changed.emit(self.active)

    def finish(self) -> None:
        """Commit what is being composed: something else is about to happen.

        The input method is asked to; where it does not, the text is taken as it stands.
        """
        if self.active:
            QGuiApplication.inputMethod().commit()
        if self.active:
            event = QInputMethodEvent()
            event.setCommitString(self._text)
            QCoreApplication.sendEvent(self._editor, event)

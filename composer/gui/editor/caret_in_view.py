"""The caret stays on screen where its editor becomes lower, as when a bar opens under it."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


class CaretInView(QObject):
    """Scrolls `editor` as far as needed; a caret that was off screen stays there."""

    def __init__(self, editor: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(editor.ensureCursorVisible)
        editor.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and event.type() == QEvent.Type.Resize:
            caret = self._editor.cursorRect().center().y()
            if event.size().height() < caret <= event.oldSize().height():
                self._soon.start()
        return False

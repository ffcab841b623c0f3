"""The keyboard in one editor at a time, and back in it after a button that went away."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from composer.gui.writing.editors import Editors


class Returning(QObject):
    """Knows which editor was written in last; a click in one takes the selection of the others."""

    def __init__(self, editors: Editors, parent: QObject) -> None:
        super().__init__(parent)
        self._editors = editors
        self._last: QWidget | None = None
        for editor in editors.all:
            editor.viewport().installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note)

    def back(self) -> None:
        """Give the focus to the editor that had it last; its caret is where it was."""
        last = self._last
        editor = last if last is not None and last.isVisible() else self._editors.body
        editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._leave_others(watched)
        return False

    def _leave_others(self, clicked: QObject) -> None:
        for editor in self._editors.all:
            cursor = editor.textCursor()
            if editor.viewport() is not clicked and cursor.hasSelection():
                cursor.clearSelection()
                editor.setTextCursor(cursor)

    def _note(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new in self._editors.all:
            self._last = new

"""The keyboard in one editor at a time, and back in it after a button that went away."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from composer.gui.writing.editors import Editors


class Returning(QObject):
    """Knows which editor was written in last; what was selected in another one is so no more."""

    def __init__(self, editors: Editors, parent: QObject) -> None:
        super().__init__(parent)
        self._editors = editors
        self._last: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note)

    def back(self) -> None:
        """Give the focus to the editor that had it last; its caret is where it was."""
        last = self._last
        editor = last if last is not None and last.isVisible() else self._editors.body
        editor.setFocus()

    def _note(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new not in self._editors.all:
            return
        for editor in self._editors.all:
            if editor is not new and editor is self._last:
                cursor = editor.textCursor()
                cursor.clearSelection()
                editor.setTextCursor(cursor)
        self._last = new

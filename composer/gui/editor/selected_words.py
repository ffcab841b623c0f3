"""Words that the user selects, told from those that are selected to show where they are."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from composer.document import OBJECT


class SelectedWords(QObject):
    """Knows whose selection is in an editor.

    Signals:
        taken: the user selects words now.
    """

    taken = Signal()

    def __init__(self, editor: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_shown = False
        editor.selectionChanged.connect(self._note)

    @property
    def by_user(self) -> bool:
        """Whether words are selected, by nobody but the user; a click selects an image alone."""
        return not self._is_shown and self._editor.textCursor().selectedText() not in {"", OBJECT}

    def show(self) -> None:
        """Take note that what was selected just now is there to be looked at."""
        self._is_shown = True

    def _note(self) -> None:
        self._is_shown = False
        if self.by_user:
            self.taken.emit()

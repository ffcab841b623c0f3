"""Placeholders spelled out: the closing ``}}`` makes the chip, as another program's sign does."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from composer.document.edits import ReplaceText
from composer.document.placeholders import PlaceholderTable
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor

Editor = MessageEditor | SubjectEditor


class Placeholding(QObject):
    """Watches the editors for placeholders typed whole."""

    def __init__(self, editors: Iterable[Editor], table: PlaceholderTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._editor: Editor | None = None
        self._first = 0  # the caret after the first key since the last look: keys may come in a row
        # The text must not be changed from within its own change.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._close_spelled)
        for editor in editors:
            editor.edited.connect(lambda _change, at=editor: self._edited(at))

    def _edited(self, editor: Editor) -> None:
        if editor.retracing:
            self._soon.stop()  # or undo would be done again at once
        elif editor.hasFocus():
            if editor is not self._editor or not self._soon.isActive():
                self._first = editor.selection()[1]
            self._editor = editor
            self._soon.start()

    def _close_spelled(self) -> None:
        """Make chips of what is spelled out whole in the caret's paragraph."""
        editor = self._editor
        if editor is None or editor.composing:
            return
        index = editor.textCursor().blockNumber()
        text, base = editor.snapshots.blocks[index].text, editor.snapshots.starts[index]
        edits = [
            ReplaceText(base + match.start, base + match.end, "{{" + match.name + "}}")
            for match in self._table.find(text)
            if text.startswith("{{", match.start) and match.text is None
        ]
        if edits:
            editor.apply_edits(edits)
            return
        caret = editor.selection()[1]
        for match in self._table.find(text):
            end = base + match.end
            typed = self._first <= end <= caret
            if typed and match.source is not None and match.text is None:
                editor.select(base + match.start, end)
                editor.insert_placeholder(match.name, match.source)
                editor.select(editor.selection()[1] + caret - end)
                return

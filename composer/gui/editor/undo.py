"""One order of undo across several editors: whose step was last."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Undoable(Protocol):
    """An editor with an undo stack of its own."""

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""

    def can_redo(self) -> bool:
        """Whether there is a step to redo."""

    def undo_step(self) -> None:
        """Undo one step and show where it was."""

    def redo_step(self) -> None:
        """Redo one step and show where it was."""


class UndoLog(QObject):
    """Says whose turn it is when undo is asked for; editors tell it of each new step.

    Signals:
        changed: what can be undone or redone may differ.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Undoable] = []
        self._undone: list[Undoable] = []

    def record(self, editor: Undoable) -> None:
        """Note a new undo step of `editor`; nothing can be redone any more."""
        self._done.append(editor)
        self._undone.clear()
        self.changed.emit()

    def forget(self, editor: Undoable) -> None:
        """Drop the steps of `editor`, whose document was replaced."""
        self._done = [other for other in self._done if other is not editor]
        self._undone = [other for other in self._undone if other is not editor]
        self.changed.emit()

    @property
    def latest(self) -> Undoable | None:
        """The editor of the step that would be undone next."""
        return self._done[-1] if self._done else None

    @property
    def can_undo(self) -> bool:
        """Whether any editor has a step to undo."""
        return any(editor.can_undo() for editor in self._done)

    @property
    def can_redo(self) -> bool:
        """Whether any editor has a step to redo."""
        return any(editor.can_redo() for editor in self._undone)

    def undo(self) -> None:
        """Undo the last step, in whichever editor it was made."""
        while self._done:
            editor = self._done.pop()
            if editor.can_undo():
                self._undone.append(editor)
                editor.undo_step()
                break
        self.changed.emit()

    def redo(self) -> None:
        """Redo the step undone last."""
        while self._undone:
            editor = self._undone.pop()
            if editor.can_redo():
                self._done.append(editor)
                editor.redo_step()
                break
        self.changed.emit()

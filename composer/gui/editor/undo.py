"""One order of undo across several editors: whose step was last."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


_Step = tuple[Undoable, ...]
"""The editors of one thing done, in the order in which they did their part."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be undone and redone, each in the order in which it was done or undone."""

    done: tuple[_Step, ...]
    undone: tuple[_Step, ...]

    def __bool__(self) -> bool:
        return bool(self.done or self.undone)


class UndoLog(QObject):
    """Says whose turn it is when undo is asked for; editors tell it of each new step.

    Signals:
        changed: what can be undone or redone may differ.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._together: list[Undoable] | None = None

    def record(self, editor: Undoable) -> None:
        """Note a new undo step of `editor`; nothing can be redone any more."""
        if self._together is not None:
            self._together.append(editor)
            return
        self._done.append((editor,))
        self._undone.clear()
        self.changed.emit()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one step of all that editors record meanwhile: one thing done, one undone."""
        self._together = []
        try:
            yield
        finally:
            step, self._together = tuple(self._together), None
            if step:
                self._done.append(step)
                self._undone.clear()
                self.changed.emit()

    def forget(self, editor: Undoable) -> None:
        """Drop the steps of `editor`, whose document was replaced."""
        self._done = _without(editor, self._done)
        self._undone = _without(editor, self._undone)
        self.changed.emit()

    def take_out(self, kept: Collection[Undoable]) -> Steps:
        """Return the steps of `kept`, whose documents are put away, and leave nothing to undo.

        A step that others had a part in ends the way back: what is left would be half of it.
        """
        taken = Steps(_reachable(kept, self._done), _reachable(kept, self._undone))
        self._done, self._undone = [], []
        self.changed.emit()
        return taken

    def put_back(self, steps: Steps) -> None:
        """Have `steps` be all there is: their documents are shown again."""
        self._done, self._undone = list(steps.done), list(steps.undone)
        self.changed.emit()

    @property
    def latest(self) -> Undoable | None:
        """The editor of the step that would be undone next."""
        return self._done[-1][-1] if self._done else None

    @property
    def depth(self) -> int:
        """How many steps were done."""
        return len(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether any editor has a step to undo."""
        return any(editor.can_undo() for step in self._done for editor in step)

    @property
    def can_redo(self) -> bool:
        """Whether any editor has a step to redo."""
        return any(editor.can_redo() for step in self._undone for editor in step)

    def undo(self) -> None:
        """Undo the last step, in whichever editor it was made."""
        while self._done:
            step = tuple(editor for editor in self._done.pop() if editor.can_undo())
            if step:
                self._undone.append(step)
                for editor in reversed(step):
                    editor.undo_step()
                break
        self.changed.emit()

    def redo(self) -> None:
        """Redo the step undone last."""
        while self._undone:
            step = tuple(editor for editor in self._undone.pop() if editor.can_redo())
            if step:
                self._done.append(step)
                for editor in step:
                    editor.redo_step()
                break
        self.changed.emit()


def _without(editor: Undoable, steps: list[_Step]) -> list[_Step]:
    left = (tuple(other for other in step if other is not editor) for step in steps)
    return [step for step in left if step]


def _reachable(kept: Collection[Undoable], steps: list[_Step]) -> tuple[_Step, ...]:
    """Return the newest steps, all made by `kept` alone; those of others are passed over."""
    found: list[_Step] = []
    for step in reversed(steps):
        own = [editor in kept for editor in step]
        if all(own):
            found.append(step)
        elif any(own):
            break
    return tuple(reversed(found))

"""What undo steps left alone, which undoing and redoing them leave alone, too."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextDocument

Numbers = tuple[int, ...]
"""Numbers of blocks."""


class KnownSteps:
    """Remembers the newest undo steps of `document`, by how many commands Qt can undo around them.

    Reading a long text again takes longer than Qt needs to change it.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._steps: list[tuple[int, int, Numbers]] = []
        self._making = False

    @contextmanager
    def making(self, untouched: Numbers) -> Iterator[None]:
        """Note the step made within this, and the blocks it leaves alone."""
        start = self._document.availableUndoSteps()
        self._steps = [step for step in self._steps if step[1] <= start]
        self._making = True
        try:
            yield
        finally:
            self._making = False
        if untouched:
            self._steps.append((start, self._document.availableUndoSteps(), untouched))

    def recorded(self) -> None:
        """Take note of a step: one that nobody describes may be part of the newest of these."""
        if not self._making:
            self.forget()

    def forget(self) -> None:
        """Know of no step."""
        self._steps = []

    def undone(self) -> Numbers:
        """Return the numbers of the blocks that undoing leaves alone, none where unknown."""
        now = self._document.availableUndoSteps()
        return next((untouched for _, end, untouched in self._steps if end == now), ())

    def redone(self) -> Numbers:
        """Return the numbers of the blocks that redoing leaves alone, none where unknown."""
        now = self._document.availableUndoSteps()
        return next((untouched for start, _, untouched in self._steps if start == now), ())

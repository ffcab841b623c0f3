"""How ranges of the text move with edits made after they were found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from composer.document import Document
from composer.document.edits import Edit
from composer.gui.editor.bridge.snapshot import Change


def moved_range(start: int, end: int, change: Change) -> tuple[int, int] | None:
    """Return where a range stands after `change`; None where the change touches or abuts it.

    A change of marks or frames alone moves nothing.
    """
    if not change.removed and not change.added:
        return start, end
    if end < change.start:
        return start, end
    if start > change.start + change.removed:
        delta = change.added - change.removed
        return start + delta, end + delta
    return None


def moved_edits(edits: Iterable[Edit], changes: Sequence[Change]) -> tuple[Edit, ...] | None:
    """Return `edits` after `changes`; None where one of them was touched."""
    moved = []
    for edit in edits:
        where: tuple[int, int] | None = (edit.start, edit.end)
        for change in changes:
            if where is None:
                return None
            where = moved_range(*where, change)
        if where is None:
            return None
        moved.append(replace(edit, start=where[0], end=where[1]))
    return tuple(moved)


def place_behind(edits: Sequence[Edit], before: Document, after: Document) -> int:
    """Return the position in `after` behind what `edits` made of `before`."""
    last = max((edit.end for edit in edits), default=0)
    return max(0, min(last + len(after.text) - len(before.text), len(after.text)))

"""The marks in the margin: where they are, and which findings they stand for."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit

from composer.gui.editor.bridge.positions import to_code_points
from composer.gui.editor.bridge.snapshot import Snapshotter
from composer.gui.editor.paint.squiggles import MARK_SIZE, Squiggle, Squiggles
from composer.gui.editor.paint.visible import visible_blocks

_OFFSET = 24.0  # px from the text to the left edge of a mark
_REACH = 5.0  # px around a mark that still count as on it


def mark_left(gutter: int) -> float | None:
    """Return where marks begin in a margin of this width; None where there is no margin."""
    return gutter - _OFFSET if gutter else None


def marked_at(
    editor: QTextEdit, snapshots: Snapshotter, squiggles: Squiggles, gutter: int, point: QPoint
) -> tuple[object, ...]:
    """Return the keys of the findings whose mark is at `point`, the worst first."""
    left = mark_left(gutter)
    if left is None or not left - _REACH <= point.x() <= left + MARK_SIZE + _REACH:
        return ()
    for shown in visible_blocks(editor, point.y(), point.y()):
        if shown.index >= len(snapshots.blocks):
            break
        text, base = snapshots.blocks[shown.index].text, snapshots.starts[shown.index]
        for line in shown.lines:
            if line.rect.top() <= point.y() <= line.rect.bottom():
                first, last = (to_code_points(text, it) for it in (line.start, line.end))
                first -= not first  # what begins with the break before a block is marked beside it
                return _keys(tuple(squiggles.drawn), base + first, base + max(last, 1))
    return ()


def _keys(squiggles: Sequence[Squiggle], first: int, last: int) -> tuple[object, ...]:
    here = [it for it in squiggles if first <= it.start < last]
    return tuple(it.key for it in sorted(here, key=lambda it: (it.severity.rank, it.start)))

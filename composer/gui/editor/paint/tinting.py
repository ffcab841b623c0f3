"""Lays colours over the text on screen as extra selections, which no undo step ever holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from composer.gui.editor.bridge.positions import to_utf16
from composer.gui.editor.bridge.snapshot import Change, Snapshotter
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.paint.squiggles import Squiggle
from composer.gui.editor.paint.tints import Tint, Tints, tint_format
from composer.lint.finding import Severity


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, in order, and the number of the one it stands at (-1 for none)."""

    ranges: tuple[tuple[int, int], ...] = ()
    current: int = -1


NO_HITS = Hits()


class Tinting:
    """Colours links, an author's own colours, the finding at the caret, and what was found."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._tints = Tints()
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        self._formats_for: EditorColours | None = None

    def lay(
        self,
        snapshots: Snapshotter,
        blocks: range,
        active: Squiggle | None,
        colours: EditorColours,
        hits: Hits = NO_HITS,
    ) -> None:
        """Colour the blocks numbered `blocks`, and no others; what was found lies on top."""
        made = []
        document = self._editor.document()
        for index in blocks:
            block = snapshots.blocks[index]
            start = document.findBlockByNumber(index).position()
            for tint in self._tints.of(block):
                low = start + to_utf16(block.text, tint.start)
                high = start + to_utf16(block.text, tint.end)
                made.append(self._extra(low, high, self._format(tint, colours)))
        if active is not None:
            low, high = snapshots.qt_position(active.start), snapshots.qt_position(active.end)
            made.append(self._extra(low, high, _active_format(active.severity, colours)))
        made += self._hits(snapshots, blocks, colours, hits)
        self._editor.setExtraSelections(made)

    def _format(self, tint: Tint, colours: EditorColours) -> QTextCharFormat:
        """How `tint` looks; most in a message look the same."""
        if colours != self._formats_for:
            self._formats, self._formats_for = {}, colours
        look = (tint.link, tint.colour, tint.background)
        made = self._formats.get(look)
        if made is None:
            made = self._formats[look] = tint_format(tint, colours)
        return made

    def _hits(
        self, snapshots: Snapshotter, blocks: range, colours: EditorColours, hits: Hits
    ) -> Iterator[QTextEdit.ExtraSelection]:
        if not hits.ranges or not blocks:
            return
        last = snapshots.blocks[blocks[-1]]
        low, high = snapshots.starts[blocks[0]], snapshots.starts[blocks[-1]] + len(last.text)
        for number, (start, end) in enumerate(hits.ranges):
            if end >= low and start <= high:
                style = QTextCharFormat()
                current = number == hits.current
                style.setBackground(QColor(colours.hit_current if current else colours.hit))
                style.setForeground(QColor(colours.text))
                places = snapshots.qt_position(start), snapshots.qt_position(end)
                yield self._extra(*places, style)

    def outdated_by(self, change: Change, start: int) -> bool:
        """Whether an edit did more to coloured text than move it, which Qt does by itself.

        `start` is where the first block of the change starts.
        """
        if len(change.old) != 1 or len(change.new) != 1:
            return True
        old, new = self._tints.of(change.old[0]), self._tints.of(change.new[0])
        if len(old) != len(new):
            return True
        at = change.start - start
        return any(
            replace(after, start=0, end=0) != replace(before, start=0, end=0)
            or after.end - after.start != before.end - before.start
            or (before.start <= at + change.removed and at <= before.end)
            for before, after in zip(old, new, strict=True)
        )

    def _extra(self, start: int, end: int, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        extra = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        extra.cursor = cursor
        extra.format = style
        return extra


def _active_format(severity: Severity, colours: EditorColours) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor(colours.soft(severity)))
    return made

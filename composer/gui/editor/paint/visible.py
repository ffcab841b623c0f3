"""The part of a document that its editor shows now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from composer.document import OBJECT
from composer.gui.editor.bridge.positions import to_utf16

# What is written from the right, and the signs that turn the direction of others.
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """A line of a block; `start` to `end` are UTF-16 units, `rect` is in the viewport."""

    line: QTextLine
    start: int
    end: int
    rect: QRectF
    ascent: float

    @property
    def middle(self) -> float:
        """The height of the middle of its small letters in the viewport."""
        return self.rect.top() + self.ascent * 0.68


@dataclass(frozen=True)
class VisibleBlock:
    """A block on screen; `origin` is where its layout stands in the viewport."""

    index: int
    block: QTextBlock
    origin: QPointF

    @cached_property
    def lines(self) -> tuple[VisibleLine, ...]:
        """The lines that the block is broken into.

        Asked of Qt once for each painting: every call gives a check beside it the interpreter.
        """
        layout = self.block.layout()
        return tuple([self._seen(layout.lineAt(index)) for index in range(layout.lineCount())])

    def _seen(self, line: QTextLine) -> VisibleLine:
        start = line.textStart()
        return VisibleLine(
            line, start, start + line.textLength(), self.line_rect(line), line.ascent()
        )

    def line_rect(self, line: QTextLine) -> QRectF:
        """Return the rectangle of `line` in the viewport."""
        return line.rect().translated(self.origin)

    def pieces(self, text: str, start: int, end: int) -> Iterator[tuple[VisibleLine, QRectF]]:
        """Yield where the code points from `start` to `end` of the block's `text` stand.

        One rectangle for each line, more where directions mix; each with its line.
        """
        if end <= 0 or start >= len(text):
            return
        low, high = to_utf16(text, max(start, 0)), to_utf16(text, end)
        for line in self.lines:
            first, last = max(low, line.start), min(high, line.end)
            if first >= last:
                continue
            left_edge, top, height = self.origin.x(), line.rect.top(), line.rect.height()
            for left, right in self._spans(line.line, first, last, text):
                yield line, QRectF(left_edge + left, top, right - left, height)

    def _spans(
        self, line: QTextLine, first: int, last: int, text: str
    ) -> Iterator[tuple[float, float]]:
        """Yield the left and right edges of a range of one line, in UTF-16 units."""
        if not _is_from_right(text) and self._is_from_left:
            yield caret_x(line, first), caret_x(line, last)
        else:
            yield from _mixed_spans(line, first, last, text)

    @cached_property
    def _is_from_left(self) -> bool:
        return self.block.textDirection() == Qt.LayoutDirection.LeftToRight


def block_at(editor: QTextEdit, point: QPoint) -> QTextBlock:
    """Return the block at, or nearest to, a point of the viewport of `editor`.

    Qt's own `cursorForPosition` reaches past the end where text is being composed there.
    """
    document = editor.document()
    scrolled = QPoint(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())
    layout = document.documentLayout()
    position = layout.hitTest(QPointF(point + scrolled), Qt.HitTestAccuracy.FuzzyHit)
    return document.findBlock(min(max(position, 0), document.characterCount() - 1))


def visible_blocks(
    editor: QTextEdit, top: int = 0, bottom: int | None = None
) -> Iterator[VisibleBlock]:
    """Yield the blocks of `editor` between two heights of its viewport, all of it unless told."""
    left = float(editor.horizontalScrollBar().value())
    scrolled = float(editor.verticalScrollBar().value())
    end = editor.viewport().height() if bottom is None else bottom
    block = block_at(editor, QPoint(0, top))
    if block.previous().isValid():
        block = block.previous()  # the gap below a block is nearer to the next
    index = block.blockNumber()
    while block.isValid():
        if block.isVisible():
            origin = block.layout().position() - QPointF(left, scrolled)
            if origin.y() > end:
                return
            yield VisibleBlock(index, block, origin)
        block = block.next()
        index += 1


@lru_cache(maxsize=256)
def _is_from_right(text: str) -> bool:
    """Whether any of `text` is written from the right."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def _mixed_spans(
    line: QTextLine, first: int, last: int, text: str
) -> Iterator[tuple[float, float]]:
    # Where directions mix, the caret's places say nothing about the glyphs between them.
    edges = [
        (run.boundingRect().left(), run.boundingRect().right())
        for run in line.glyphRuns(first, last - first)
    ]
    for index, char in enumerate(text):
        at = to_utf16(text, index) if char == OBJECT else -1
        if first <= at < last:
            left, right = sorted((caret_x(line, at), caret_x(line, at + 1)))
            edges.append((left, right))
    yield from _joined(sorted(edges))


def _joined(edges: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    held: tuple[float, float] | None = None
    for left, right in edges:
        if held is not None and left <= held[1] + 1:
            held = (held[0], max(held[1], right))
            continue
        if held is not None:
            yield held
        held = (left, right)
    if held is not None:
        yield held


def caret_x(line: QTextLine, position: int) -> float:
    """Return where in `line` the caret stands before a UTF-16 unit of the block."""
    place: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]
    return place[0]

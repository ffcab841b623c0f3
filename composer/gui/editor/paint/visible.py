"""The part of a document that its editor shows now."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from composer.document import OBJECT
from composer.gui.editor.bridge.positions import to_utf16


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A block on screen; `origin` is where its layout stands in the viewport."""

    index: int
    block: QTextBlock
    origin: QPointF

    def lines(self) -> Iterator[QTextLine]:
        """Yield the lines that the block is broken into."""
        layout = self.block.layout()
        for index in range(layout.lineCount()):
            yield layout.lineAt(index)

    def line_rect(self, line: QTextLine) -> QRectF:
        """Return the rectangle of `line` in the viewport."""
        return line.rect().translated(self.origin)

    def pieces(self, text: str, start: int, end: int) -> Iterator[tuple[QTextLine, QRectF]]:
        """Yield where the code points from `start` to `end` of the block's `text` stand.

        One rectangle for each line, more where directions mix; each with its line.
        """
        if end <= 0 or start >= len(text):
            return
        low, high = to_utf16(text, max(start, 0)), to_utf16(text, end)
        for line in self.lines():
            first = max(low, line.textStart())
            last = min(high, line.textStart() + line.textLength())
            if first >= last:
                continue
            for left, right in _spans(line, first, last, text):
                rect = QRectF(left, line.y(), right - left, line.height())
                yield line, rect.translated(self.origin)


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


def _spans(line: QTextLine, first: int, last: int, text: str) -> Iterator[tuple[float, float]]:
    """Yield the left and right edges of a range of one line, in UTF-16 units."""
    if text.isascii():
        yield caret_x(line, first), caret_x(line, last)
        return
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

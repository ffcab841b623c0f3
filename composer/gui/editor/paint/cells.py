"""The borders of table cells, which stand one below the other: a box for each row."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from composer.document import Block
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.paint.visible import VisibleBlock
from composer.gui.editor.tables.grid import cell_of, is_grid, row_of

_PADDING = 9.0  # px between the words of a cell and its border
_LAST_GAP = 10.0  # px below a row that nothing follows


def paint_cells(
    painter: QPainter, visible: VisibleBlock, blocks: Sequence[Block], colours: EditorColours
) -> None:
    """Draw the borders of the cell around one block, where its row has several."""
    index = visible.index
    line = visible.block.layout().lineAt(0)
    if not line.isValid() or not is_grid(blocks, index):
        return
    words = visible.line_rect(line)
    top, bottom = _edges(visible)
    box = QRectF(words.left() - _PADDING, top, words.width() + 2 * _PADDING, bottom - top)
    border = QPen(QColor(colours.line), 1)
    painter.setPen(border)
    painter.drawLine(_crisp(box.left(), top), _crisp(box.left(), bottom))
    painter.drawLine(_crisp(box.right(), top), _crisp(box.right(), bottom))
    if not _shares(blocks, index, index + 1, len(row_of(blocks[index].path))):
        painter.drawLine(_crisp(box.left(), bottom), _crisp(box.right(), bottom))
    if not _shares(blocks, index, index - 1, len(row_of(blocks[index].path))):
        painter.drawLine(_crisp(box.left(), top), _crisp(box.right(), top))
    elif not _shares(blocks, index, index - 1, len(cell_of(blocks[index].path))):
        border.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(border)
        painter.drawLine(_crisp(box.left(), top), _crisp(box.right(), top))


def _edges(visible: VisibleBlock) -> tuple[float, float]:
    """Return the heights in the middle of the gaps above and below a block."""
    top = visible.origin.y()
    bottom = top + _height(visible.block)
    before, after = visible.block.previous(), visible.block.next()
    place = visible.block.layout().position().y()
    if before.isValid():
        above = place - before.layout().position().y() - _height(before)
        top -= above / 2
    else:
        top -= _LAST_GAP / 2
    gap = _LAST_GAP
    if after.isValid():
        gap = after.layout().position().y() - place - _height(visible.block)
    return top, bottom + gap / 2


def _height(block: QTextBlock) -> float:
    return block.layout().boundingRect().height()


def _shares(blocks: Sequence[Block], index: int, other: int, depth: int) -> bool:
    """Whether a neighbour stands in the same outermost `depth` containers."""
    inside = 0 <= other < len(blocks)
    return inside and blocks[other].path[:depth] == blocks[index].path[:depth]


def _crisp(x: float, y: float) -> QPointF:
    return QPointF(round(x) + 0.5, round(y) + 0.5)

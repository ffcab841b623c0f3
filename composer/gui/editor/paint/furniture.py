"""What stands beside the text and follows from the blocks: bullets, numbers, rules, quote bars.

Drawn from the containers' paths each time, so it can never be out of step with them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from composer.document import LISTS, Block
from composer.gui.editor.bridge.formats import QUOTE_INDENT
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.paint.ordinals import ordinal
from composer.gui.editor.paint.visible import VisibleBlock
from composer.gui.editor.structure import list_depth

_BULLETS = "•◦▪"
_GAP = 8.0


def marker(blocks: Sequence[Block], index: int) -> str:
    """Return the bullet or number before a block; nothing where it does not start an item."""
    path = blocks[index].path
    depth = list_depth(path)
    if depth is None:
        return ""
    item, around = path[: depth + 2], path[: depth + 1]
    if index and blocks[index - 1].path[: depth + 2] == item:
        return ""
    if path[depth].tag == "ul":
        lists = sum(container.tag in LISTS for container in around)
        return _BULLETS[min(lists, len(_BULLETS)) - 1]
    number, seen = _first_number(path[depth].attribute("start")), item
    for at in range(index - 1, -1, -1):
        other = blocks[at].path
        if other[: depth + 1] != around:
            break
        if other[: depth + 2] != seen:
            number += 1
            seen = other[: depth + 2]
    return f"{ordinal(number, path[depth])}."


def paint_furniture(
    painter: QPainter,
    visible: VisibleBlock,
    blocks: Sequence[Block],
    colours: EditorColours,
    font: QFont,
) -> None:
    """Draw what stands beside one block."""
    block = blocks[visible.index]
    line = visible.block.layout().lineAt(0)
    if not line.isValid():
        return
    rect = visible.line_rect(line)
    if block.tag == "hr":
        painter.setPen(QPen(QColor(colours.line), 1))
        y = round(rect.center().y()) + 0.5
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    quotes = sum(container.tag == "blockquote" for container in block.path)
    if quotes:
        bar = QRectF(
            rect.left() - QUOTE_INDENT,
            rect.top(),
            3,
            visible.block.layout().boundingRect().height(),
        )
        painter.fillRect(bar, QColor(colours.line))
    words = marker(blocks, visible.index)
    if words:
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(words)
        rtl = visible.block.textDirection() == Qt.LayoutDirection.RightToLeft
        x = rect.right() + _GAP if rtl else rect.left() - _GAP - width
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QPointF(x, rect.top() + line.ascent()), words)


def _first_number(start: str | None) -> int:
    try:
        return int(start or 1)
    except ValueError:
        return 1

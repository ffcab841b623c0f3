"""Where the images of an editor stand: in the text, and on screen."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QTextCursor

from composer.document import OBJECT, Block, Document, Image
from composer.gui.editor.bridge.table import OBJECT_TYPE
from composer.gui.editor.document_edit import DocumentEdit
from composer.gui.editor.paint.visible import caret_x


@dataclass(frozen=True, slots=True)
class ImagePlace:
    """An image of a document: its code point, itself, and the block that holds it."""

    position: int
    image: Image
    block: Block


def image_at(document: Document, position: int) -> ImagePlace | None:
    """Return the image at a code point of the text, or None."""
    if document.text[position : position + 1] != OBJECT:
        return None
    index = document.block_index(position)
    block, base = document.blocks[index], document.starts[index]
    for start, _, inline in block.runs():
        if base + start == position and isinstance(inline, Image):
            return ImagePlace(position, inline, block)
    return None


def selected_image(editor: DocumentEdit) -> ImagePlace | None:
    """Return the image that is selected alone, or None."""
    start, end = editor.selection()
    return image_at(editor.document_value(), start) if end == start + 1 else None


def image_under(editor: DocumentEdit, point: QPoint) -> ImagePlace | None:
    """Return the image at a point of the viewport, or None."""
    near = editor.model_position(editor.cursorForPosition(point).position())
    for position in (near, near - 1):
        found = image_at(editor.document_value(), position) if position >= 0 else None
        if found is not None and image_rect(editor, position).contains(point):
            return found
    return None


def image_rect(editor: DocumentEdit, position: int) -> QRect:
    """Return where the image at a code point is drawn in the viewport; empty where it is not."""
    document = editor.document()
    at = editor.qt_position(position)
    block = document.findBlock(at)
    line = block.layout().lineForTextPosition(at - block.position())
    handler = document.documentLayout().handlerForObject(OBJECT_TYPE)
    if not line.isValid() or handler is None:
        return QRect()
    cursor = QTextCursor(document)
    cursor.setPosition(at + 1)
    style = cursor.charFormat()
    size = handler.intrinsicSize(document, at, style)
    left = min(caret_x(line, at - block.position() + step) for step in (0, 1))
    # Qt lets an object reach as far below the line's base as the letters of its font.
    below = QFontMetricsF(style.font().resolve(document.defaultFont())).descent()
    bottom = line.y() + line.height() - line.descent() + below
    box = QRectF(left, bottom - size.height(), size.width(), size.height())
    origin = block.layout().position()
    scrolled = QPoint(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())
    return box.translated(origin).toAlignedRect().translated(-scrolled)

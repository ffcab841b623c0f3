"""From a Document into a QTextDocument, through a cursor: one QTextBlock for each Block."""

from PySide6.QtGui import QTextCursor, QTextDocument

from composer.document import LINE_SEPARATOR, OBJECT, Block, Document, Inline, LineBreak, Text
from composer.gui.editor.bridge.formats import Formats
from composer.gui.editor.bridge.table import HEAD, Frame

PAPER_MARGIN = 20  # px above and below the text


def write_document(
    qt_document: QTextDocument, document: Document, formats: Formats, gutter: int = 0
) -> None:
    """Replace all of `qt_document` by `document`; `gutter` is the room in px at its left.

    The undo stack is empty afterwards and the document unmodified.
    """
    qt_document.setUndoRedoEnabled(False)
    qt_document.clear()
    root = qt_document.rootFrame().frameFormat()
    root.setMargin(PAPER_MARGIN if gutter else 0)
    root.setLeftMargin(gutter)
    root.setProperty(HEAD, formats.table.heads.number(document.head))
    qt_document.rootFrame().setFrameFormat(root)
    cursor = QTextCursor(qt_document)
    cursor.beginEditBlock()
    for index, block in enumerate(document.blocks):
        if index:
            insert_block(cursor, block, formats)
        else:
            set_frame(cursor, block, formats)
        insert_inlines(cursor, Frame.of(block), block.inlines, formats)
    cursor.endEditBlock()
    qt_document.setUndoRedoEnabled(True)
    qt_document.setModified(False)


def insert_block(cursor: QTextCursor, block: Block, formats: Formats) -> None:
    """Start a new, empty block framed as `block`."""
    frame = Frame.of(block)
    cursor.insertBlock(formats.block(frame), formats.text(frame))


def set_frame(cursor: QTextCursor, block: Block, formats: Formats) -> None:
    """Frame the cursor's block as `block`, leaving its text."""
    frame = Frame.of(block)
    cursor.setBlockFormat(formats.block(frame))
    cursor.setBlockCharFormat(formats.text(frame))


def insert_inlines(
    cursor: QTextCursor, frame: Frame, inlines: tuple[Inline, ...], formats: Formats
) -> None:
    """Insert `inlines` where the cursor stands."""
    for inline in inlines:
        cursor.insertText(inline_characters(inline), formats.inline(frame, inline))


def inline_characters(inline: Inline) -> str:
    """Return the characters that stand for `inline` in a QTextDocument."""
    if isinstance(inline, Text):
        return inline.text
    return LINE_SEPARATOR if isinstance(inline, LineBreak) else OBJECT

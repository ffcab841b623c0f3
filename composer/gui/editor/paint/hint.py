"""What an empty editor says to do with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from composer.gui.editor.document_edit import DocumentEdit


def paint_hint(editor: DocumentEdit, words: str) -> None:
    """Write `words` where the text of an empty `editor` begins; never under what is composed."""
    if not words or editor.composing:
        return
    # Qt's own placeholder text knows nothing of the room for marks.
    painter = QPainter(editor.viewport())
    painter.setPen(QColor(editor.colours.muted))
    painter.setFont(editor.font())
    room = editor.viewport().rect().adjusted(editor.gutter, 0, -editor.gutter // 2, 0)
    room.setTop(editor.cursorRect().top())
    painter.drawText(room, Qt.TextFlag.TextWordWrap, words)

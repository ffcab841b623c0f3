"""The message as plain text, as the contact form shows it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from composer.gui.preview.message import PreviewMessage
from composer.gui.text import tr_


class PlainTextView(QPlainTextEdit):
    """Shows the plain text of a message, and lets it be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewText")
        self.setAccessibleName(tr_("preview.plain"))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(18)

    def show_message(self, message: PreviewMessage) -> None:
        """Show the text of `message`; the scroll position stays."""
        if self.toPlainText() == message.text:
            return
        bar = self.verticalScrollBar()
        position = bar.value()
        right_to_left = message.direction == "rtl"
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.setPlainText(message.text)
        bar.setValue(position)

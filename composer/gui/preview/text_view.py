"""The message as plain text, as the contact form shows it."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from composer.gui.preview.copied import copied_text
from composer.gui.preview.copy_keys import keeps_copy_keys
from composer.gui.preview.message import PreviewMessage
from composer.gui.source.units import Units
from composer.gui.words.text import tr_


class PlainTextView(QPlainTextEdit):
    """Shows the plain text of a message, and lets it be copied.

    Signals:
        values_copied: it went out with values, as it cannot be told what of it is one.
    """

    values_copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewText")
        self.setAccessibleName(tr_("preview.plain"))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(18)
        self._message: PreviewMessage | None = None

    def show_message(self, message: PreviewMessage) -> None:
        """Show the text of `message`; the scroll position stays."""
        self._message = message
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

    def event(self, event: QEvent) -> bool:
        return keeps_copy_keys(event) or super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        source = self._message.source if self._message is not None else None
        if source is None:
            return super().createMimeDataFromSelection()
        cursor, units = self.textCursor(), Units(self.toPlainText())
        start, end = (units.point(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        found = copied_text(source, start, end)
        if found.with_values:
            self.values_copied.emit()
        return found.data

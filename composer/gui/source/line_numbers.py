"""The numbers beside the lines of a source."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

SPACE = 10  # px left and right of the numbers
_LEAST_DIGITS = 2


class LineNumbers(QWidget):
    """Shows the number of each line of `editor` on screen, that of the caret's line stronger."""

    def __init__(self, editor: QPlainTextEdit, number: str, current: str) -> None:
        super().__init__(editor)
        self._editor = editor
        self._number = number
        self._current = current
        editor.updateRequest.connect(self._follow)
        editor.cursorPositionChanged.connect(self.update)

    def set_colours(self, number: str, current: str) -> None:
        """Paint numbers in one colour, that of the caret's line in another."""
        self._number, self._current = number, current
        self.update()

    def sizeHint(self) -> QSize:
        digits = max(_LEAST_DIGITS, len(str(self._editor.blockCount())))
        wide = self._editor.fontMetrics().horizontalAdvance("9" * digits)
        return QSize(wide + 2 * SPACE, 0)

    def shown(self) -> Iterator[tuple[int, QRect]]:
        """Yield the number of each line on screen and where it stands."""
        editor = self._editor
        block, offset = editor.firstVisibleBlock(), editor.contentOffset()
        while block.isValid():
            rect = editor.blockBoundingGeometry(block).translated(offset).toAlignedRect()
            if rect.top() > self.height():
                return
            yield block.blockNumber() + 1, QRect(0, rect.top(), self.width() - SPACE, rect.height())
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._editor.font())
        height = self._editor.fontMetrics().height()
        here = self._editor.textCursor().blockNumber() + 1
        for number, rect in self.shown():
            if rect.bottom() >= event.rect().top():
                painter.setPen(QColor(self._current if number == here else self._number))
                line = QRect(rect.topLeft(), QSize(rect.width(), height))
                painter.drawText(line, Qt.AlignmentFlag.AlignRight, str(number))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._editor.wheelEvent(event)

    def _follow(self, rect: QRect, dy: int) -> None:
        if dy:
            self.scroll(0, dy)
        else:
            self.update(0, rect.y(), self.width(), rect.height())

"""A mark as a small widget."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from composer.gui.theme.marks import Mark, draw_mark
from composer.gui.theme.theme import Theme
from composer.gui.words.text import tr_


class MarkLabel(QWidget):
    """Shows one mark; its accessible name says the mark in words."""

    def __init__(
        self, theme: Theme, mark: Mark, size: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_mark(mark)
        theme.changed.connect(self.update)

    def set_mark(self, mark: Mark) -> None:
        """Show another mark."""
        self._mark = mark
        self.setAccessibleName(tr_(f"state.{mark}"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def box(self) -> QRectF:
        """Where in the widget the mark is drawn."""
        return QRectF(0, 0, self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_mark(QPainter(self), self.box(), self._mark, self._theme.colours)


class LineMark(MarkLabel):
    """A mark as high as a line of words, in the middle of their capitals.

    At the top of a row it stands on the line of the first words beside it, however many follow.
    """

    def sizeHint(self) -> QSize:
        return QSize(self._size, self.fontMetrics().height())

    def box(self) -> QRectF:
        metrics = self.fontMetrics()
        middle = metrics.ascent() - metrics.capHeight() / 2
        return QRectF(0, round(middle - self._size / 2), self._size, self._size)

"""A label that ends in dots where it has no room, and tells the rest under the pointer."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

_NARROWEST = 48  # px: less says nothing


class CutLabel(QLabel):
    """Shows plain text, as much of it as there is room for."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if tone:
            self.setProperty("tone", tone)

    @property
    def shown(self) -> str:
        """The text as it is on screen."""
        room = self._box_width()
        if room >= self.fontMetrics().horizontalAdvance(self.text()):
            return self.text()
        if self.width() < _NARROWEST:
            return ""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            whole = [] if self.shown == self.text() else [self.text()]
            words = "\n".join((*whole, *filter(None, [self.toolTip()])))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.shown
        if words == self.text():
            super().paintEvent(event)
            return
        if not words:
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            words,
            self.foregroundRole(),
        )

    def _box_width(self) -> int:
        return self.contentsRect().width()

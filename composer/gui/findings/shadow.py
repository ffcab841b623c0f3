"""The shadow under a card, which clicks go through to the text."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from composer.gui.theme.theme import Theme

_SPREAD = 14
_FALL = 3  # px that it lies lower than its card
_ALPHA = 0.012  # of one of the halos


class Shadow(QWidget):
    """Lies under `card` wherever that is in their parent, and takes no click."""

    def __init__(self, theme: Theme, card: QWidget, radius: int) -> None:
        super().__init__(card.parentWidget())
        self._theme = theme
        self._card = card
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)
        card.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Move | QEvent.Type.Resize:
                spread = _SPREAD
                self.setGeometry(self._card.geometry().adjusted(-spread, -spread, spread, spread))
            case QEvent.Type.Show | QEvent.Type.ZOrderChange:
                self.show()
                self.stackUnder(self._card)
            case QEvent.Type.Hide:
                self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(self._theme.colours.shadow)
        color.setAlphaF(_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        box = QRectF(self.rect()).adjusted(_SPREAD, _SPREAD, -_SPREAD, -_SPREAD)
        for spread in range(_SPREAD - 2, 0, -1):
            halo = box.adjusted(-spread, _FALL - spread, spread, _FALL - 1 + spread)
            painter.drawRoundedRect(halo, self._radius + spread, self._radius + spread)

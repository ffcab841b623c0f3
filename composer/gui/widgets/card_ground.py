"""What a card that hangs over the window stands on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from composer.gui.theme.tokens import Colours


def paint_card(card: QWidget, colours: Colours, radius: float) -> None:
    """Paint the ground and the edge of `card`, its corners rounded by `radius` px."""
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.control), 1))
    painter.setBrush(QColor(colours.panel))
    box = QRectF(card.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, radius, radius)

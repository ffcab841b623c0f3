"""Paints what a popup offers: a title, an example at the right, and a quiet line under both."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from composer.gui.theme.theme import Theme

POPUP_ROLE = int(Qt.ItemDataRole.UserRole)
PADDING_X, _PADDING_Y = 9, 5
_GAP = 12
_ROUND = 5

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PopupItem:
    """One value: its title, a sentence on it and an example."""

    value: str
    label: str
    sentence: str = ""
    example: str = ""

    @property
    def spoken(self) -> str:
        """Everything in the row, for a screen reader."""
        return " ".join(part for part in (f"{self.label}.", self.sentence, self.example) if part)


class PopupDelegate(QStyledItemDelegate):
    """Draws the rows of a `PopupList`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        strong, small = self._fonts()
        lines = QFontMetrics(strong).height() + QFontMetrics(small).height()
        return QSize(0, lines + 2 * _PADDING_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item: PopupItem = index.data(POPUP_ROLE)
        colours = self._theme.colours
        strong, small = self._fonts()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(option.rect), _ROUND, _ROUND)
        box = option.rect.adjusted(PADDING_X, _PADDING_Y, -PADDING_X, -_PADDING_Y)
        top = QRect(box.topLeft(), QSize(box.width(), QFontMetrics(strong).height()))
        under = QRect(box.left(), top.bottom() + 1, box.width(), QFontMetrics(small).height())
        _draw(painter, top, item.label, strong, colours.accent_text if current else colours.text)
        room = top.adjusted(QFontMetrics(strong).horizontalAdvance(item.label) + _GAP, 0, 0, 0)
        _draw(painter, room, item.example, small, colours.muted, Qt.AlignmentFlag.AlignRight)
        _draw(painter, under, item.sentence, small, colours.muted)
        painter.restore()

    def _fonts(self) -> tuple[QFont, QFont]:
        scale = self._theme.type
        return scale.font(strong=True), scale.font(scale.small)


def _draw(
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)

"""Paints a format as a bold title over a quiet line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from composer.gui.export.model import ExportChoice
from composer.gui.theme.fonts import WHOLE_LINE
from composer.gui.theme.theme import Theme

CHOICE_ROLE = int(Qt.ItemDataRole.UserRole)

_INSET = 10
_PADDING = 10
_GAP = 2

_Index = QModelIndex | QPersistentModelIndex


class ChoiceDelegate(QStyledItemDelegate):
    """Draws the dialog's list of formats."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        strong, small = self._fonts()
        heights = QFontMetrics(strong).height() + QFontMetrics(small).height()
        return QSize(0, heights + _GAP + 2 * _PADDING - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        choice: ExportChoice = index.data(CHOICE_ROLE)
        colours = self._theme.colours
        strong, small = self._fonts()
        box = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        line = box.adjusted(_PADDING, _PADDING - 1, -_PADDING, 0)
        line.setHeight(QFontMetrics(strong).height())
        _draw(painter, line, choice.title, strong, colours.text)
        line.moveTop(line.bottom() + 1 + _GAP)
        line.setHeight(QFontMetrics(small).height())
        _draw(painter, line, choice.subtitle, small, colours.muted)
        painter.restore()

    def _fonts(self) -> tuple[QFont, QFont]:
        scale = self._theme.type
        return scale.font(strong=True), scale.font(scale.small)


def _draw(painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft) | WHOLE_LINE, shown)

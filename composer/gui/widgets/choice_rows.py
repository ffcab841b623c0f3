"""Paints what a combo box offers: the value chosen is ticked, sentences stand under values."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

SENTENCE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SEPARATOR = 9
_SMALLER = 0.87  # of the size of values
_Index = QModelIndex | QPersistentModelIndex


class ChoiceRows(QStyledItemDelegate):
    """Ticks the value that is chosen, as what is selected follows the pointer."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._box = box

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        chosen = index.row() == self._box.currentIndex()
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.checkState = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if _separates(index):
            self._paint_line(painter, option)
        elif _sentence(index):
            self._paint_row(painter, option, index)
        else:
            super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        if _separates(index):
            return QSize(size.width(), _SEPARATOR)
        if not (sentence := _sentence(index)):
            return size
        small = QFontMetrics(_smaller(option.font))
        beside = size.width() - option.fontMetrics.horizontalAdvance(str(index.data()))
        width = max(size.width(), beside + small.horizontalAdvance(sentence))
        return QSize(width, size.height() + small.height())

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colour = option.palette.color(QPalette.ColorRole.Mid)
        middle = option.rect.center().y()
        painter.fillRect(option.rect.left() + 6, middle, option.rect.width() - 12, 1, colour)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        style, view, value = self._box.style(), self._box.view(), row.text
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, row, view)
        row.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, view)
        font, small = option.font, _smaller(option.font)
        heights = [QFontMetrics(it).height() for it in (font, small)]
        top = option.rect.top() + (option.rect.height() - sum(heights)) // 2
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        lines = (
            (value, font, role.HighlightedText if selected else role.Text),
            (_sentence(index), small, role.Text if selected else role.PlaceholderText),
        )
        painter.save()
        for (text, used, colour), height in zip(lines, heights, strict=True):
            painter.setFont(used)
            painter.setPen(row.palette.color(colour))
            box = QRect(words.left(), top, words.width(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            top += height
        painter.restore()


def _separates(index: _Index) -> bool:
    """Whether it is a line between others, as a combo box marks it."""
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")


def _sentence(index: _Index) -> str:
    return str(index.data(SENTENCE_ROLE) or "")


def _smaller(font: QFont) -> QFont:
    made = QFont(font)
    if font.pixelSize() > 0:
        made.setPixelSize(round(font.pixelSize() * _SMALLER))
    else:  # before a style sheet, sizes are in points
        made.setPointSizeF(font.pointSizeF() * _SMALLER)
    return made

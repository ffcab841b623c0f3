"""Paints a finding as a card: mark, bold title, sentence, fixes at the right end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from composer.gui.findings.model import ROW_ROLE, FindingRow
from composer.gui.theme.marks import Mark, draw_mark
from composer.gui.theme.theme import Theme

_MARGIN = 18
_MARK = 13
_TEXT_LEFT = 47
_PADDING = 10
_GAP = 3
_FIX_GAP = 18
_SHOWN_FIXES = 2


class FindingDelegate(QStyledItemDelegate):
    """Draws cards and knows where their fixes are.

    `hovered` is the key and fix index under the pointer, underlined like a link.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered: tuple[str, int] | None = None

    def fix_boxes(self, card: QRect, row: FindingRow) -> list[QRect]:
        """Return where the first fixes are in `card`, the best one at the right end.

        Only as many as leave the title half the card; the others are in the card's menu.
        """
        metrics = QFontMetrics(self._theme.type.font())
        right = self._right(card)
        boxes: list[QRect] = []
        for fix in row.fixes[:_SHOWN_FIXES]:
            width = metrics.horizontalAdvance(fix) + 2
            if boxes and right - width < card.center().x():
                break
            boxes.append(QRect(right - width, card.top() + _PADDING, width, metrics.height()))
            right -= width + _FIX_GAP
        return boxes

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        strong = QFontMetrics(self._strong()).height()
        small = QFontMetrics(self._small()).height()
        return QSize(option.rect.width(), strong + small + _GAP + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: FindingRow = index.data(ROW_ROLE)
        painter.save()
        self._paint_surface(painter, option)
        boxes = self.fix_boxes(option.rect, row)
        self._paint_words(painter, option.rect, row, boxes)
        self._paint_fixes(painter, row, boxes)
        painter.restore()

    def _paint_surface(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, card = self._theme.colours, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(card, QColor(colours.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(card, QColor(colours.control_hover))
        painter.fillRect(
            QRect(card.left(), card.bottom(), card.width(), 1), QColor(colours.line_soft)
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(
                QRect(card.left(), card.top(), 3, card.height() - 1), QColor(colours.accent)
            )

    def _paint_words(
        self, painter: QPainter, card: QRect, row: FindingRow, boxes: list[QRect]
    ) -> None:
        colours = self._theme.colours
        strong, small = self._strong(), self._small()
        strong_metrics, small_metrics = QFontMetrics(strong), QFontMetrics(small)
        top = card.top() + _PADDING
        line = QRect(card.left() + _TEXT_LEFT, top, 0, strong_metrics.height())
        line.setRight((boxes[-1].left() - _FIX_GAP) if boxes else self._right(card))
        mark_top = top + (strong_metrics.height() - _MARK) / 2
        draw_mark(
            painter,
            QRectF(card.left() + _MARGIN, mark_top, _MARK, _MARK),
            Mark(row.severity.value),
            colours,
        )
        _draw(painter, line, row.heading, strong, colours.text)
        line = QRect(line.left(), line.bottom() + 1 + _GAP, 0, small_metrics.height())
        line.setRight(self._right(card))
        _draw(painter, line, row.where, small, colours.muted)

    def _paint_fixes(self, painter: QPainter, row: FindingRow, boxes: list[QRect]) -> None:
        for number, box in enumerate(boxes):
            font = self._theme.type.font()
            font.setUnderline(self.hovered == (row.key, number))
            painter.setFont(font)
            painter.setPen(QColor(self._theme.colours.accent))
            painter.drawText(
                box.adjusted(-4, 0, 0, 0), Qt.AlignmentFlag.AlignRight, row.fixes[number]
            )

    def _right(self, card: QRect) -> int:
        # A scroll bar takes from the margin, so that the fixes stay in line with the button above.
        view = self.parent()
        bar = view.width() - view.viewport().width() if isinstance(view, QListView) else 0
        return card.right() - max(_MARGIN - bar, 4)

    def _strong(self) -> QFont:
        return self._theme.type.font(strong=True)

    def _small(self) -> QFont:
        return self._theme.type.font(self._theme.type.small)


def _draw(painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

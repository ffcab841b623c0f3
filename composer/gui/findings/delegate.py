"""Paints a finding as a card: mark, bold title, sentence, fixes at the right end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from composer.gui.findings.model import ROW_ROLE, FindingRow, Standing
from composer.gui.theme.fonts import WHOLE_LINE
from composer.gui.theme.marks import Mark, draw_mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.wrapped import shortened
from composer.gui.words.text import tr_

_MARGIN = 18
_MARK = 13
_TEXT_LEFT = 47
_PADDING = 10
_GAP = 3
_FIX_GAP = 18
_LONGEST_FIX = 40  # characters

_Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Draws cards and knows where their fixes are; above the first one set aside, its heading.

    `hovered` is the key and fix index under the pointer, underlined like a link.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered: tuple[str, int] | None = None

    @property
    def card_height(self) -> int:
        """The height of every card, without the heading above one."""
        strong = QFontMetrics(self._strong()).height()
        return strong + QFontMetrics(self._small()).height() + _GAP + 2 * _PADDING

    def card_of(self, item: QRect, index: _Index) -> QRect:
        """Return the card in the rectangle of an item: without the heading above it."""
        return item.adjusted(0, self._heading_height() if _starts_group(index) else 0, 0, 0)

    def fix_boxes(self, card: QRect, row: FindingRow) -> list[QRect]:
        """Return where those `offered` are in `card`, the best one at the right end.

        Only as many as leave the title half the card; the others are in the card's menu.
        """
        metrics = QFontMetrics(self._theme.type.font())
        right = self._right(card)
        boxes: list[QRect] = []
        for number in row.offered:
            width = metrics.horizontalAdvance(_shown(row, number)) + 2
            if boxes and right - width < card.center().x():
                break
            boxes.append(QRect(right - width, card.top() + _PADDING, width, metrics.height()))
            right -= width + _FIX_GAP
        return boxes

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        heading = self._heading_height() if _starts_group(index) else 0
        return QSize(option.rect.width(), heading + self.card_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> None:
        row: FindingRow = index.data(ROW_ROLE)
        card = self.card_of(option.rect, index)
        painter.save()
        if card != option.rect:
            self._paint_heading(painter, option.rect)
        self._paint_surface(painter, option, card)
        boxes = self.fix_boxes(card, row)
        self._paint_words(painter, card, row, boxes)
        self._paint_fixes(painter, row, boxes)
        painter.restore()

    def _paint_heading(self, painter: QPainter, item: QRect) -> None:
        colours = self._theme.colours
        band = QRect(item.left(), item.top(), item.width(), self._heading_height())
        painter.fillRect(band, QColor(colours.background))
        painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), QColor(colours.line))
        words = band.adjusted(_MARGIN, 0, -_MARGIN, 0)
        font = self._theme.type.font(self._theme.type.small, strong=True)
        _draw(painter, words, tr_("set_aside.group"), font, colours.muted)

    def _paint_surface(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
        colours = self._theme.colours
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
            Mark(row.severity.value) if row.standing is Standing.OPEN else Mark.DRAFT,
            colours,
        )
        _draw(painter, line, row.heading, strong, colours.text)
        line = QRect(line.left(), line.bottom() + 1 + _GAP, 0, small_metrics.height())
        line.setRight(self._right(card))
        _draw(painter, line, row.where, small, colours.muted)

    def _paint_fixes(self, painter: QPainter, row: FindingRow, boxes: list[QRect]) -> None:
        for number, box in zip(row.offered, boxes, strict=False):
            font = self._theme.type.font()
            font.setUnderline(self.hovered == (row.key, number))
            painter.setFont(font)
            painter.setPen(QColor(self._theme.colours.accent))
            words = _shown(row, number)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight) | WHOLE_LINE, words)

    def _right(self, card: QRect) -> int:
        # A scroll bar takes from the margin, so that the fixes stay in line with the button above.
        view = self.parent()
        bar = view.width() - view.viewport().width() if isinstance(view, QListView) else 0
        return card.right() - max(_MARGIN - bar, 4)

    def _heading_height(self) -> int:
        return QFontMetrics(self._small()).height() + _PADDING

    def _strong(self) -> QFont:
        return self._theme.type.font(strong=True)

    def _small(self) -> QFont:
        return self._theme.type.font(self._theme.type.small)


def _starts_group(index: _Index) -> bool:
    """Whether the card is the first of those that are not open."""
    if index.data(ROW_ROLE).standing is Standing.OPEN:
        return False
    before = index.model().index(index.row() - 1, 0)
    return not before.isValid() or before.data(ROW_ROLE).standing is Standing.OPEN


def _shown(row: FindingRow, number: int) -> str:
    return shortened(row.fix_in_row(number), _LONGEST_FIX)


def _draw(painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft) | WHOLE_LINE, shown)

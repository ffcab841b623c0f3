"""Paints a change: a tick, what is done, and the words before and after."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.gui.findings.change_layout import ChangeLayout
from composer.gui.findings.changes_model import CHANGE_ROLE, WHERE_ROLE
from composer.gui.theme.fonts import WHOLE_LINE
from composer.gui.theme.theme import Theme
from composer.lint.changes import Change

_MARGIN = 18
_TICK = 14
_LEFT = _MARGIN + _TICK + 14
_PADDING = 11
_GAP = 5

_Index = QModelIndex | QPersistentModelIndex


class ChangesDelegate(QStyledItemDelegate):
    """Draws a change; a click anywhere on it, or Space, ticks it or leaves it out."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        title = QFontMetrics(self._strong()).height()
        height = title + _GAP + self._laid_out(index).height + 2 * _PADDING
        return QSize(self._view.viewport().width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            painter.setOpacity(0.6)
        self._paint_surface(painter, option)
        self._paint_tick(painter, option, index)
        top = self._paint_title(painter, option.rect, index)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        colours = self._theme.colours
        self._laid_out(index).draw(
            painter,
            QPointF(option.rect.left() + _LEFT, top),
            chip=colours.panel if focused else colours.accent_soft,
        )
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
        )
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not clicked and not pressed:
            return False
        role = Qt.ItemDataRole.CheckStateRole
        ticked = Qt.CheckState(index.data(role)) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, state, role)

    def _paint_surface(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, card = self._theme.colours, option.rect
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(card, QColor(colours.accent_soft))
            painter.fillRect(
                QRect(card.left(), card.top(), 3, card.height() - 1), QColor(colours.accent)
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(card, QColor(colours.control_hover))
        line = QRect(card.left(), card.bottom(), card.width(), 1)
        painter.fillRect(line, QColor(colours.line_soft))

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box = QStyleOptionViewItem(option)
        top = option.rect.top() + _PADDING
        top += (QFontMetrics(self._strong()).height() - _TICK) // 2
        box.rect = QRect(option.rect.left() + _MARGIN, top, _TICK, _TICK)
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        on = ticked is Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        )
        check = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        self._view.style().drawPrimitive(check, box, painter, self._view)

    def _paint_title(self, painter: QPainter, card: QRect, index: _Index) -> int:
        """Write what is done, and to what; return where the words before and after begin."""
        strong, small = QFontMetrics(self._strong()), QFontMetrics(self._small())
        top = card.top() + _PADDING
        line = QRect(card.left() + _LEFT, top, 0, strong.height())
        line.setRight(card.right() - _MARGIN)
        painter.setFont(self._strong())
        painter.setPen(QColor(self._theme.colours.text))
        name = str(index.data())
        title = strong.elidedText(name, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, WHOLE_LINE, title)
        line.setLeft(line.left() + strong.horizontalAdvance(title) + 12)
        painter.setFont(self._small())
        painter.setPen(QColor(self._theme.colours.muted))
        where = small.elidedText(index.data(WHERE_ROLE), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, WHOLE_LINE, where)
        return top + strong.height() + _GAP

    def _laid_out(self, index: _Index) -> ChangeLayout:
        change: Change = index.data(CHANGE_ROLE)
        width = max(self._view.viewport().width() - _LEFT - _MARGIN, 40)
        return ChangeLayout(
            change.pieces, self._theme.type.font(), self._theme.colours, float(width)
        )

    def _strong(self) -> QFont:
        return self._theme.type.font(strong=True)

    def _small(self) -> QFont:
        return self._theme.type.font(self._theme.type.small)

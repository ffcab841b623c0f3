"""Paints a template as mark, name and badge, and a reason as a small heading."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from composer.gui.library.model import ROW_ROLE, TemplateRow
from composer.gui.theme.marks import draw_mark
from composer.gui.theme.theme import Theme
from composer.library.mention import Mention

_Index = QModelIndex | QPersistentModelIndex

_INSET = 10
_PADDING = 8
_MARK = 12
_NAME_LEFT = 36
_ROW_PADDING = 15
_HEADING_PADDING = 19
_FIRST_PADDING = 10
_MOST_TIGHT = 5


class TemplateDelegate(QStyledItemDelegate):
    """Draws the sidebar's rows and edits names in place.

    Signals:
        renamed: key of the template, the name the user gave.
    """

    renamed = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tight = 0
        self._marked = QPersistentModelIndex()

    def mark_group(self, heading: QModelIndex) -> None:
        """Show that what is dragged would go under `heading`; an index of nothing shows nothing."""
        self._marked = QPersistentModelIndex(heading)

    def fit(self, over: int, headings: int) -> bool:
        """Have less room over `headings` where `over` px too much are saved by that.

        A list that scrolls by some px of room and no word is a list that does not have to scroll.
        Returns whether anything changed.
        """
        needed = -(-over // headings) if headings and over > 0 else 0
        tight = needed if needed <= _MOST_TIGHT else 0
        changed, self._tight = tight != self._tight, tight
        return changed

    @property
    def row_height(self) -> int:
        """How high a template is, at the least."""
        return QFontMetrics(self._theme.type.font()).height() + _ROW_PADDING

    def natural_height(self, option: QStyleOptionViewItem, index: _Index) -> int:
        """Return how high a row is where there is room enough."""
        return self.sizeHint(option, index).height() + (
            self._tight if _is_later_heading(index) else 0
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        scale = self._theme.type
        row = index.data(ROW_ROLE)
        if isinstance(row, TemplateRow):
            return QSize(0, self.row_height + (self._second_line if row.mention else 0))
        later = _is_later_heading(index)
        padding = _HEADING_PADDING - self._tight if later else _FIRST_PADDING
        return QSize(0, QFontMetrics(scale.font(scale.small)).height() + padding)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(ROW_ROLE)
        if isinstance(row, TemplateRow):
            box = self._box(option.rect)
            self._paint_surface(painter, box, option, marked=index.parent() == self._marked)
            first = box.adjusted(0, 0, 0, -self._second_line if row.mention else 0)
            self._paint_row(painter, first, row)
            if row.mention:
                self._paint_mention(painter, box, row.mention)
        else:
            marked = index == self._marked
            self._paint_heading(painter, option.rect, str(index.data()), marked=marked)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "cell")
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(ROW_ROLE).name)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:
        # The name is the file's to change; the row follows when the library says so.
        row: TemplateRow = index.data(ROW_ROLE)
        name = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if name and name != row.name:
            self.renamed.emit(row.key, name)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        left = _INSET + _NAME_LEFT - _PADDING - 6
        editor.setGeometry(option.rect.adjusted(left, 2, -_INSET, -2))

    @property
    def _second_line(self) -> int:
        scale = self._theme.type
        return QFontMetrics(scale.font(scale.small)).height()

    def _box(self, rect: QRect) -> QRect:
        # A scroll bar takes from the margin, so that the rows stay in line with the search field.
        view = self.parent()
        bar = view.width() - view.viewport().width() if isinstance(view, QTreeView) else 0
        return rect.adjusted(_INSET, 0, -max(_INSET - bar, 2), 0)

    def _paint_surface(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, *, marked: bool
    ) -> None:
        colours = self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.selection))
        elif marked or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.hover))
        else:
            return
        painter.drawRoundedRect(QRectF(box), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_row(self, painter: QPainter, box: QRect, row: TemplateRow) -> None:
        colours, scale = self._theme.colours, self._theme.type
        top = box.top() + (box.height() - _MARK) / 2
        mark_box = QRectF(box.left() + _PADDING, top, _MARK, _MARK)
        draw_mark(painter, mark_box, row.mark, colours)
        name = QRect(box.left() + _NAME_LEFT - _INSET, box.top(), 0, box.height())
        name.setRight(box.right() - _PADDING)
        if row.badge.text:
            name.setRight(self._paint_tag(painter, box, row.badge.text).left() - 8)
        painter.setFont(scale.font())
        painter.setPen(QColor(colours.text))
        elided = QFontMetrics(scale.font()).elidedText(
            row.name, Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_mention(self, painter: QPainter, box: QRect, found: Mention) -> None:
        """The words looked for, with what stands around them, below the name."""
        colours, scale = self._theme.colours, self._theme.type
        left, right = box.left() + _NAME_LEFT - _INSET, box.right() - _PADDING
        top = box.bottom() - self._second_line - _ROW_PADDING // 2
        for text, strong in ((found.before, False), (found.words, True), (found.after, False)):
            font = scale.font(scale.small, strong=strong)
            metrics = QFontMetrics(font)
            room = QRect(left, top, max(right - left, 0), self._second_line + 2)
            painter.setFont(font)
            painter.setPen(QColor(colours.text if strong else colours.muted))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(text)

    def _paint_tag(self, painter: QPainter, box: QRect, text: str) -> QRect:
        colours, scale = self._theme.colours, self._theme.type
        font = scale.font(scale.tiny)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 4
        tag = QRect(
            box.right() - _PADDING - width + 1,
            box.top() + (box.height() - height) // 2,
            width,
            height,
        )
        painter.setPen(QPen(QColor(colours.control), 1))
        painter.setBrush(QColor(colours.panel))
        painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)
        return tag

    def _paint_heading(self, painter: QPainter, box: QRect, text: str, *, marked: bool) -> None:
        colours, scale = self._theme.colours, self._theme.type
        font = scale.font(scale.small * 0.96, strong=True)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent_text if marked else colours.muted))
        room = box.adjusted(_INSET + 6, 0, -_INSET - 6, -4)
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, elided)


def _is_later_heading(index: _Index) -> bool:
    return index.row() > 0 and not isinstance(index.data(ROW_ROLE), TemplateRow)

"""The tree of templates."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from composer.gui.library.delegate import TemplateDelegate
from composer.gui.library.model import KEY_FORMAT, ROW_ROLE, TemplateRow
from composer.gui.words.text import tr_

_Index = QModelIndex | QPersistentModelIndex


class TemplatesView(QTreeView):
    """Shows the sidebar's model; files may be dragged in and out, templates to other reasons.

    Signals:
        chosen: key of the template clicked or moved to with the keys.
        delete_pressed: key of the template that the Delete key was pressed on.
        take_back_pressed: the keys of Undo, where `can_take_back` says so.
        files_dropped: the paths, a tuple of `Path`.
        moved: key of the template dropped, the reason it was dropped on.
    """

    chosen = Signal(str)
    delete_pressed = Signal(str)
    take_back_pressed = Signal()
    files_dropped = Signal(tuple)
    moved = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_take_back = False
        self.setAccessibleName(tr_("sidebar.list"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def row(self, index: _Index) -> TemplateRow | None:
        """Return the template at `index`, if it is one."""
        data = index.data(ROW_ROLE) if index.isValid() else None
        return data if isinstance(data, TemplateRow) else None

    def updateGeometries(self) -> None:
        # Whenever rows or room changed, before the range of the scroll bar is set.
        delegate = self.itemDelegate()
        if isinstance(delegate, TemplateDelegate):
            over, headings = self._over(delegate)
            if delegate.fit(over, headings):
                self.scheduleDelayedItemsLayout()
        super().updateGeometries()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        # Rows coming and going move the current index as well; only the user's move chooses.
        if (row := self.row(current)) and self.hasFocus():
            self.chosen.emit(row.key)

    def event(self, event: QEvent) -> bool:
        # Or the window's Undo would have the keys.
        if event.type() == QEvent.Type.ShortcutOverride and self._takes_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row(self.currentIndex())
        if self._takes_back(event):
            self.take_back_pressed.emit()
        elif row is not None and event.matches(QKeySequence.StandardKey.Delete):
            self.delete_pressed.emit(row.key)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dragged(event):
            self._accept(event)  # over which reason it can be dropped is to be seen
        else:
            self._accept_files(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not _dragged(event):
            self._accept_files(event)
            return
        self.startAutoScroll()
        heading = self._target(event)
        self._mark(heading)
        if heading.isValid():
            self._accept(event)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mark(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        if key := _dragged(event):
            heading = self._target(event)
            self.stopAutoScroll()
            self._mark(QModelIndex())
            if heading.isValid():
                self._accept(event)
                self.moved.emit(key, self._reason(heading))
            return
        paths = tuple(
            Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()
        )
        if paths and event.source() is not self:
            self._accept(event)
            self.files_dropped.emit(paths)
        else:
            event.ignore()

    def _over(self, delegate: TemplateDelegate) -> tuple[int, int]:
        """By how many px the rows are higher than the list, and how many headings can give way."""
        model, option = self.model(), QStyleOptionViewItem()
        groups = [model.index(number, 0) for number in range(model.rowCount())]
        room, headings = self.viewport().height(), len(groups) - 1
        # A large library is not measured: its rows alone, none of them lower, are too high.
        if delegate.row_height * sum(map(model.rowCount, groups)) > room:
            return room, 0
        rows = [
            model.index(child, 0, group)
            for group in groups
            for child in range(model.rowCount(group))
        ]
        high = sum(delegate.natural_height(option, index) for index in (*groups, *rows))
        return high - room, headings

    def _takes_back(self, event: QEvent) -> bool:
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        return undo and self.can_take_back

    def _accept_files(self, event: QDropEvent) -> None:
        from_outside = event.source() is not self
        if from_outside and any(url.isLocalFile() for url in event.mimeData().urls()):
            self._accept(event)
        else:
            event.ignore()

    def _accept(self, event: QDropEvent) -> None:
        # A move would have Qt remove the row, and a file manager the file.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _target(self, event: QDropEvent) -> QModelIndex:
        """Return the heading that the template dragged would go under, if another than its own."""
        index = self.indexAt(event.position().toPoint())
        heading = index.parent() if index.parent().isValid() else index
        reason = self._reason(heading)
        own = next((row.reason for row in self._rows() if row.key == _dragged(event)), reason)
        return heading if reason and own != reason else QModelIndex()

    def _reason(self, heading: QModelIndex) -> str:
        """Return the reason that a heading stands for; nothing for other headings."""
        row = self.row(self.model().index(0, 0, heading)) if heading.isValid() else None
        return row.reason if row and not row.mention else ""

    def _rows(self) -> Iterator[TemplateRow]:
        model = self.model()
        for number in range(model.rowCount()):
            group = model.index(number, 0)
            for child in range(model.rowCount(group)):
                if row := self.row(model.index(child, 0, group)):
                    yield row

    def _mark(self, heading: QModelIndex) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, TemplateDelegate):
            delegate.mark_group(heading)
            self.viewport().update()


def _dragged(event: QDropEvent) -> str:
    """The key of the template that is dragged, nothing where it is something else."""
    return bytes(event.mimeData().data(KEY_FORMAT).data()).decode()

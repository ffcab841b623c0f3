"""The tree of templates."""

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from composer.gui.library.delegate import TemplateDelegate
from composer.gui.library.model import ROW_ROLE, TemplateRow
from composer.gui.words.text import tr_

_Index = QModelIndex | QPersistentModelIndex


class TemplatesView(QTreeView):
    """Shows the sidebar's model; files may be dragged in and out.

    Signals:
        chosen: key of the template clicked or moved to with the keys.
        delete_pressed: key of the template that the Delete key was pressed on.
        take_back_pressed: the keys of Undo, where `can_take_back` says so.
        files_dropped: the paths, a tuple of `Path`.
    """

    chosen = Signal(str)
    delete_pressed = Signal(str)
    take_back_pressed = Signal()
    files_dropped = Signal(tuple)

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
        self._accept_files(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._accept_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(
            Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()
        )
        if paths and event.source() is not self:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
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
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

"""The list of cards: a click selects, a click on a fix applies it, keys lead to the fixes."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QMenu, QToolTip, QWidget

from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import ROW_ROLE, FindingRow, Standing
from composer.gui.theme.theme import Theme
from composer.gui.widgets.wrapped import shortened
from composer.gui.words.text import tr_

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsView(QListView):
    """Shows the cards of its model.

    Signals:
        chosen: key of the finding clicked or moved to with the keys.
        entered: key of the finding at which Return was pressed.
        fix_requested: key of the finding, index of the fix.
        why_requested: key of the finding.
        fix_pointed: the pointer, or the choice in a menu, came onto a fix (key, index of the fix).
        fix_left: it is on none any more.
        place_requested: key of the finding, index of the other place it hangs on.
    """

    chosen = Signal(str)
    entered = Signal(str)
    fix_requested = Signal(str, int)
    why_requested = Signal(str)
    fix_pointed = Signal(str, int)
    fix_left = Signal()
    place_requested = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = FindingDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr_("findings.list"))
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    @property
    def row_height(self) -> int:
        """The height of a card."""
        return self._delegate.card_height

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._fix_at(event.position().toPoint()))

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        target = self._fix_at(event.position().toPoint())
        if target and event.button() == Qt.MouseButton.LeftButton:
            self.fix_requested.emit(*target)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            target = self._fix_at(event.pos())
            row = self._row(self.indexAt(event.pos()))
            if row and target:
                words = row.note(target[1]) or row.fixes[target[1]]
                QToolTip.showText(event.globalPos(), words, self.viewport())
                return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row(self.currentIndex())
        if row and event.key() in _ENTER:
            self.entered.emit(row.key)
        elif row and event.key() == Qt.Key.Key_Space:
            self.open_menu()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._choose(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:  # a click says itself which it means
            self.mark(0)

    def mark(self, number: int) -> None:
        """Let a row be the current one where none is, so that the keyboard is seen to be here."""
        index = self.currentIndex()
        if not index.isValid():
            index = self.model().index(min(number, self.model().rowCount() - 1), 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.open_menu()
        elif row := self._row(self.indexAt(event.pos())):
            self._pop_up(row, event.globalPos())

    def open_menu(self) -> None:
        """Open the menu of the current row, the first entry chosen."""
        index = self.currentIndex()
        if row := self._row(index):
            below = self.visualRect(index).bottomLeft() + QPoint(47, 0)
            menu = self._pop_up(row, self.viewport().mapToGlobal(below))
            menu.setActiveAction(menu.actions()[0])

    def _pop_up(self, row: FindingRow, at: QPoint) -> QMenu:
        menu = self.menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        return menu

    def menu(self, row: FindingRow) -> QMenu:
        """Return a menu of all fixes of `row` and its explanation."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(self.fix_left)
        for number, fix in enumerate(row.fixes):
            shown = shortened(fix)
            entry = menu.addAction(shown.replace("&", "&&"))
            entry.setToolTip(row.note(number) or (fix if shown != fix else ""))
            entry.triggered.connect(
                lambda _checked=False, n=number: self.fix_requested.emit(row.key, n)
            )
            entry.hovered.connect(lambda n=number: self.fix_pointed.emit(row.key, n))
        for number, title in enumerate(row.more, len(row.fixes)):
            entry = menu.addAction(title)
            entry.setToolTip(row.note(number))
            entry.triggered.connect(
                lambda _checked=False, n=number: self.fix_requested.emit(row.key, n)
            )
            entry.hovered.connect(self.fix_left)
        if row.standing is Standing.STALE:
            return menu
        if menu.actions():
            menu.addSeparator()
        for number, words in enumerate(row.together):
            entry = menu.addAction(words.replace("&", "&&"))
            entry.triggered.connect(
                lambda _checked=False, n=number: self.place_requested.emit(row.key, n)
            )
            entry.hovered.connect(self.fix_left)
        why = menu.addAction(tr_("findings.why"))
        why.triggered.connect(lambda: self.why_requested.emit(row.key))
        why.hovered.connect(self.fix_left)
        return menu

    def _choose(self, index: QModelIndex) -> None:
        if row := self._row(index):
            self.chosen.emit(row.key)

    def _row(self, index: QModelIndex) -> FindingRow | None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, FindingRow) else None

    def _fix_at(self, point: QPoint) -> tuple[str, int] | None:
        index = self.indexAt(point)
        if row := self._row(index):
            card = self._delegate.card_of(self.visualRect(index), index)
            boxes = self._delegate.fix_boxes(card, row)
            for number, box in zip(row.offered, boxes, strict=False):
                if box.adjusted(-6, -6, 6, 6).contains(point):
                    return row.key, number
        return None

    def _hover(self, target: tuple[str, int] | None) -> None:
        if target != self._delegate.hovered:
            self._delegate.hovered = target
            hand = Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            self.viewport().update()
            if target:
                self.fix_pointed.emit(*target)
            else:
                self.fix_left.emit()

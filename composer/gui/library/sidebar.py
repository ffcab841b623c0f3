"""The library at the left of the window."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from composer.gui.library.badges import with_badges
from composer.gui.library.delegate import TemplateDelegate
from composer.gui.library.matching import Matching
from composer.gui.library.model import TemplateRow, TemplatesModel, nearest
from composer.gui.library.row_menu import reasons_menu, row_menu
from composer.gui.library.view import TemplatesView
from composer.gui.theme.theme import Theme
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.widgets.empty_state import EmptyState
from composer.gui.widgets.style import button, surface
from composer.gui.words.text import tr_

_NARROWEST = 150


class Sidebar(QWidget):
    """Search field, templates grouped by reason, and *New template*.

    Signals:
        selected: key of the template the user chose.
        renamed: key, the new name.
        found_by: the words, as they are spelled there, by which the one selected was found.
        move_requested: key, the reason it is to be for.
        duplicate_requested, delete_requested, reveal_requested, compare_requested: key.
        take_back_requested: what was deleted last is wanted back.
        new_requested, starters_requested, other_starters_requested, folder_requested: from the
            buttons.
        deleted_requested: show what was deleted.
        find_requested: find these words in the whole library.
        files_dropped: the paths, a tuple of `Path`.
    """

    selected = Signal(str)
    found_by = Signal(str)
    renamed = Signal(str, str)
    move_requested = Signal(str, str)
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    reveal_requested = Signal(str)
    compare_requested = Signal(str)
    take_back_requested = Signal()
    new_requested = Signal()
    starters_requested = Signal()
    other_starters_requested = Signal()
    folder_requested = Signal()
    deleted_requested = Signal()
    find_requested = Signal(str)
    files_dropped = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "sidebar")
        self._theme = theme
        self._model = TemplatesModel(self)
        self._matching = Matching()
        self._rows: tuple[TemplateRow, ...] = ()
        self._reasons: tuple[ChoiceItem, ...] = ()
        self._key = ""
        self._view = self._tree()
        self._search = self._search_field()
        self._new = button(tr_("sidebar.new"), "quiet")
        self._new.clicked.connect(self.new_requested)
        self._empty = self._empty_state()
        self._no_match = self._no_match_state()
        self._stack = QStackedWidget()
        for page in (self._view, self._empty, self._no_match):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 8)
        layout.setSpacing(6)
        layout.addWidget(_inset(self._search))
        layout.addWidget(self._stack, 1)
        layout.addWidget(_inset(self._new))
        self.setTabOrder(self._search, self._view)
        self.setTabOrder(self._view, self._new)
        theme.changed.connect(self._tint)
        self._tint()
        self._refresh()

    @property
    def entry(self) -> QWidget:
        """Where F6 goes."""
        return self._view

    def set_rows(self, rows: tuple[TemplateRow, ...]) -> None:
        """Show `rows`, grouped by `group` in the order given; the selection stays."""
        self._rows = with_badges(rows)
        self._show()

    def set_reasons(self, reasons: tuple[ChoiceItem, ...]) -> None:
        """Offer to move templates to these reasons."""
        self._reasons = reasons

    def current_key(self) -> str:
        """Return the key of the selected template, or an empty string."""
        row = self._view.row(self._view.currentIndex())
        return row.key if row else ""

    def select(self, key: str) -> None:
        """Select the template `key` and scroll to it, without sending `selected`."""
        self._key = key
        item = self._model.find(key)
        index = item.index() if item else QModelIndex()
        self._view.blockSignals(True)
        self._view.setCurrentIndex(index)
        self._view.blockSignals(False)
        if index.isValid():
            self._view.scrollTo(index)

    def nearest(self, key: str) -> tuple[str, ...]:
        """Return the other templates shown, those of the same group and the nearest first."""
        return nearest(self._model, key)

    def offer_take_back(self, *, possible: bool) -> None:
        """Let the keys of Undo take back what was deleted last, while the list has the keyboard."""
        self._view.can_take_back = possible

    def edit_name(self, key: str) -> None:
        """Edit the name of the template `key` in place."""
        self.select(key)
        if self._view.currentIndex().isValid():
            self._view.setFocus()
            self._view.edit(self._view.currentIndex())

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def menu(self, key: str) -> QMenu:
        """Return the commands for the template `key`."""
        acts = {
            "rename": lambda: self.edit_name(key),
            "duplicate": lambda: self.duplicate_requested.emit(key),
            "compare": lambda: self.compare_requested.emit(key),
            "reveal": lambda: self.reveal_requested.emit(key),
            "delete": lambda: self.delete_requested.emit(key),
        }
        menu = row_menu(acts, self)
        now = next((row.reason for row in self._rows if row.key == key), "")

        def move(reason: str) -> None:
            self.move_requested.emit(key, reason)

        reasons = reasons_menu(self._reasons, now, move, menu)
        menu.insertMenu(menu.actions()[1], reasons)
        return menu

    def _search_field(self) -> QLineEdit:
        search = _SearchField()
        search.setPlaceholderText(tr_("sidebar.search"))
        search.setAccessibleName(tr_("sidebar.search"))
        search.setClearButtonEnabled(True)
        search.setMinimumWidth(_NARROWEST)
        search.textChanged.connect(self._show)
        search.left.connect(self._view.setFocus)
        return search

    def _choose(self, key: str) -> None:
        row = self._view.row(self._view.currentIndex())
        self.selected.emit(key)
        if row and row.mention:
            self.found_by.emit(row.mention.words)

    def _tree(self) -> TemplatesView:
        view = TemplatesView()
        view.setModel(self._model)
        delegate = TemplateDelegate(self._theme, view)
        delegate.renamed.connect(self.renamed)
        view.setItemDelegate(delegate)
        view.chosen.connect(self._choose)
        view.delete_pressed.connect(self.delete_requested)
        view.take_back_pressed.connect(self.take_back_requested)
        view.files_dropped.connect(self.files_dropped)
        # Not while it is still being dragged: its row is built anew.
        view.moved.connect(self.move_requested, Qt.ConnectionType.QueuedConnection)
        view.customContextMenuRequested.connect(self._open_menu)
        self._theme.changed.connect(view.viewport().update)
        return view

    def _empty_state(self) -> EmptyState:
        names = ("new", "starters", "other_starters", "folder")
        items = tuple(ChoiceItem(name, tr_(f"sidebar.empty_{name}")) for name in names)
        empty = EmptyState(tr_("sidebar.empty"), items)
        empty.pressed.connect(lambda name: getattr(self, f"{name}_requested").emit())
        return empty

    def _no_match_state(self) -> EmptyState:
        empty = EmptyState("", (ChoiceItem("find", tr_("sidebar.find_in_library")),))
        empty.pressed.connect(lambda _: self.find_requested.emit(self._search.text()))
        return empty

    def _show(self) -> None:
        """Show the rows that match what is looked for."""
        key = self.current_key() or self._key
        # Rows that come and go move the current one: that is nobody's choice.
        self._view.blockSignals(True)
        self._model.set_rows(self._matching.found(self._rows, self._search.text()))
        self._refresh()
        self._view.blockSignals(False)
        self.select(key)

    def _open_menu(self, point: QPoint) -> None:
        row = self._view.row(self._view.indexAt(point))
        menu = self.menu(row.key) if row else self._list_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(point))

    def _list_menu(self) -> QMenu:
        """Return the commands for the list itself."""
        acts = {"new": self.new_requested.emit, "deleted": self.deleted_requested.emit}
        return row_menu(acts, self)

    def _refresh(self) -> None:
        self._view.expandAll()
        self._new.setVisible(bool(self._rows))  # the empty state has its own
        if not self._rows:
            self._stack.setCurrentWidget(self._empty)
        elif not self._model.rowCount():
            self._no_match.set_text(tr_("sidebar.no_match", text=self._search.text()))
            self._stack.setCurrentWidget(self._no_match)
        else:
            self._stack.setCurrentWidget(self._view)

    def _tint(self) -> None:
        self._new.setIcon(self._theme.icon("new"))


class _SearchField(QLineEdit):
    """Down goes to the list, Escape empties the field."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _inset(widget: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(10, 0, 10, 0)
    layout.addWidget(widget)
    return holder

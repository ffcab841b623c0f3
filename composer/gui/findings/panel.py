"""The findings panel under the editor."""

from collections import Counter
from collections.abc import Collection, Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from composer.gui.findings.empty_page import EmptyPage
from composer.gui.findings.filter import FindingsFilter
from composer.gui.findings.header import FindingsHeader
from composer.gui.findings.model import ROW_ROLE, FindingRow, FindingsModel, Standing
from composer.gui.findings.search_row import SearchRow
from composer.gui.findings.view import FindingsView
from composer.gui.theme.theme import Theme
from composer.gui.widgets.style import surface
from composer.gui.words.text import tr_
from composer.lint.finding import Severity


class FindingsPanel(QWidget):
    """Title, chips and a search that filter, and the cards: the open ones, then those set aside.

    Signals:
        selected: the user chose the finding with this key.
        entered: the user wants to deal with the finding with this key where its words are.
        fix_requested: key of the finding, index of the fix.
        why_requested: key of the finding.
        fix_all_requested: the user wants all safe fixes.
        fix_pointed: a fix is pointed at (key of the finding, index of the fix).
        fix_left: none is any more.
        place_requested: another place is wanted that a finding hangs on (its key, index).
        leaving: the keyboard is at a button that goes away now, and nothing is left to go to.
    """

    selected = Signal(str)
    entered = Signal(str)
    fix_requested = Signal(str, int)
    fix_pointed = Signal(str, int)
    fix_left = Signal()
    place_requested = Signal(str, int)
    why_requested = Signal(str)
    fix_all_requested = Signal()
    leaving = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "panel")
        self._edition = ""
        self._waiting = self._unwritten = False
        self._model = FindingsModel(self)
        self._filter = FindingsFilter(self)
        self._filter.setSourceModel(self._model)
        self._view = FindingsView(theme)
        self._view.setModel(self._filter)
        self._header = FindingsHeader(theme, self._filter.shown)
        self._search = SearchRow(theme)
        self._empty = EmptyPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._search)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.set_rows((), fixable=())

    @property
    def entry(self) -> QWidget:
        """Where F6 goes."""
        return self._view

    def whole_rows(self, most: int) -> int:
        """Return the height, of at most `most` px, at which no row is cut.

        One row always fits, and so does what stands in place of the rows.
        """
        above, row = self._header.heightForWidth(self.width()), self._view.row_height
        if not self._search.isHidden():
            above += self._search.sizeHint().height()
        rows = max(1, (most - above) // row) * row
        if self._stack.currentWidget() is self._empty:
            rows = max(rows, self._empty.heightForWidth(self.width()))
        return above + rows

    def set_edition(self, edition: str) -> None:
        """Name the edition that an empty list is empty under."""
        self._edition = edition
        self._refresh()

    def wait(self) -> None:
        """Show nothing of another message, and that this one is still to be checked."""
        self._search.clear()
        self._header.set_searching(False)
        self.set_rows((), fixable=())
        self._waiting = True
        self._refresh()

    def set_rows(
        self, rows: tuple[FindingRow, ...], *, fixable: Collection[str], unwritten: bool = False
    ) -> None:
        """Show `rows`, open ones first; those with a key in `fixable` have a safe fix.

        Of a message that is still `unwritten` it is not said that nothing was found.
        The selected finding stays selected, and `selected` is not sent.
        """
        key, number = self.current_key(), self._view.currentIndex().row()
        self._waiting, self._unwritten = False, unwritten
        grouped = any(row.standing is not Standing.OPEN for row in rows)
        self._view.setUniformItemSizes(not grouped)  # a heading takes room; laying out takes time
        self._model.set_rows(tuple(sorted(rows, key=lambda row: _ORDER[row.standing])))
        self.select(key)
        if self._view.hasFocus():
            self._view.mark(max(number, 0))
        counts = Counter(row.severity for row in rows if row.standing is Standing.OPEN)
        fixes = Counter(row.severity for row in rows if row.key in fixable)
        self._header.set_counts(counts, len(rows) - counts.total(), fixes)
        self._refresh()

    def current_key(self) -> str:
        """Return the key of the selected finding, or an empty string."""
        row = self._view.currentIndex().data(ROW_ROLE)
        return row.key if isinstance(row, FindingRow) else ""

    def select(self, key: str) -> None:
        """Select the finding `key` and scroll it into view, without sending `selected`.

        A key that is not shown clears the selection.
        """
        index = self._index(key)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(index, flags)
            self._view.scrollTo(index)
        else:
            self._view.selectionModel().clear()

    @property
    def severities(self) -> frozenset[Severity]:
        """The severities whose open findings are shown."""
        return self._filter.shown

    def open_keys(self) -> tuple[str, ...]:
        """Return the keys of the open findings whose cards are shown, in the order of the text."""
        return tuple(row.key for row in self._shown_rows() if row.standing is Standing.OPEN)

    def choose(self, key: str) -> None:
        """Select the card of `key` as the user does."""
        self.select(key)
        self.selected.emit(key)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the list."""
        return self._view.hasFocus()

    def open_menu(self) -> None:
        """Offer all that can be done about the selected finding, beside its card."""
        self._view.open_menu()

    def card_rect(self, key: str) -> QRect:
        """Return where the card of `key` is, in global coordinates; empty if it is not shown."""
        index = self._index(key)
        rect = self._view.visualRect(index) if index.isValid() else QRect()
        viewport = self._view.viewport()
        if rect.isEmpty() or not viewport.isVisible():
            return QRect()
        return QRect(viewport.mapToGlobal(rect.topLeft()), rect.size())

    def show_severities(self, shown: frozenset[Severity]) -> None:
        """Show only findings of `shown`, and those set aside."""
        self._header.choose(shown, set_aside=True)

    def show_all(self) -> None:
        """Show every finding, whatever was looked for."""
        self._search.clear()
        self._header.set_searching(False)
        self.show_severities(frozenset(Severity))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_search(self) -> None:
        """Let the user look for words in the findings."""
        self._header.set_searching(True)
        self._search.open()

    def _connect(self) -> None:
        self._view.fix_requested.connect(self.fix_requested)
        self._view.why_requested.connect(self.why_requested)
        self._view.fix_pointed.connect(self.fix_pointed)
        self._view.fix_left.connect(self.fix_left)
        self._view.place_requested.connect(self.place_requested)
        self._view.chosen.connect(self.selected)
        self._view.entered.connect(self.entered)
        self._header.fix_all_requested.connect(self.fix_all_requested)
        self._header.kinds_changed.connect(self._filter_kinds)
        self._header.search_toggled.connect(self._toggle_search)
        self._header.leaving.connect(self._lead_on)
        self._search.changed.connect(self._filter_words)
        self._search.closed.connect(self._leave_search)
        self._search.left_down.connect(self._enter_cards)
        self._empty.show_all_requested.connect(self.show_all)

    def _toggle_search(self, on: bool) -> None:
        if on:
            self.open_search()
        else:
            self._search.close_search()

    def _leave_search(self) -> None:
        self._header.set_searching(False)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_on(self) -> None:
        """Give the keyboard to what is left to do."""
        if self.open_keys():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.leaving.emit()

    def _enter_cards(self) -> None:
        if self._filter.rowCount():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.choose(self._filter.index(0, 0).data(ROW_ROLE).key)

    def _filter_kinds(self) -> None:
        key = self.current_key()
        self._filter.show_only(self._header.severities, set_aside=self._header.with_set_aside)
        self.select(key)
        self._refresh()

    def _filter_words(self, text: str) -> None:
        key = self.current_key()
        self._filter.look_for(text)
        self.select(key)
        self._refresh()

    def _shown_rows(self) -> Iterator[FindingRow]:
        for number in range(self._filter.rowCount()):
            yield self._filter.index(number, 0).data(ROW_ROLE)

    def _index(self, key: str) -> QModelIndex:
        for number, row in enumerate(self._shown_rows()):
            if row.key == key:
                return self._filter.index(number, 0)
        return QModelIndex()

    def _refresh(self) -> None:
        total, shown = self._model.rowCount(), self._filter.rowCount()
        self._search.set_count(shown, total)
        self._stack.setCurrentWidget(self._view if shown else self._empty)
        if not shown:
            self._empty.say(self._why_empty(total), hides=total > 0)

    def _why_empty(self, total: int) -> str:
        if total and self._search.text:
            return tr_("findings.no_match", count=total, words=self._search.text)
        if total:
            return tr_("findings.hidden", count=total)
        if self._waiting:
            return tr_("findings.checking")
        if self._unwritten:
            return tr_("findings.unwritten")
        return tr_("findings.empty", edition=self._edition)


_ORDER = {standing: number for number, standing in enumerate(Standing)}

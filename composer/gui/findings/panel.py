"""The findings panel under the editor."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from composer.gui.findings.filter import SeverityFilter
from composer.gui.findings.model import ROW_ROLE, FindingRow, FindingsModel
from composer.gui.findings.view import FindingsView
from composer.gui.text import tr_
from composer.gui.theme.theme import Theme
from composer.gui.widgets.style import button, label, surface
from composer.lint.finding import Severity


class FindingsPanel(QWidget):
    """Title, chips that filter, and the cards.

    Signals:
        selected: the user chose the finding with this key.
        fix_requested: key of the finding, index of the fix.
        why_requested: key of the finding.
        fix_all_requested: the user wants all safe fixes.
    """

    selected = Signal(str)
    fix_requested = Signal(str, int)
    why_requested = Signal(str)
    fix_all_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "panel")
        self._edition = ""
        self._waiting = False
        self._model = FindingsModel(self)
        self._filter = SeverityFilter(self)
        self._filter.setSourceModel(self._model)
        self._view = FindingsView(theme)
        self._view.setModel(self._filter)
        self._view.fix_requested.connect(self.fix_requested)
        self._view.why_requested.connect(self.why_requested)
        self._view.chosen.connect(self.selected)
        self._chips = {severity: self._chip(severity) for severity in Severity}
        self._fix_all = button(tr_("findings.fix_all", count=0))
        self._fix_all.clicked.connect(self.fix_all_requested)
        keep_height = self._fix_all.sizePolicy()
        keep_height.setRetainSizeWhenHidden(True)
        self._fix_all.setSizePolicy(keep_height)
        self._empty = label("", "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(18, 14, 18, 14)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self._view)
        self.set_rows((), fixable=0)

    def set_edition(self, edition: str) -> None:
        """Name the edition that an empty list is empty under."""
        self._edition = edition
        self._refresh()

    def wait(self) -> None:
        """Show nothing of another message, and that this one is still to be checked."""
        self.set_rows((), fixable=0)
        self._waiting = True
        self._refresh()

    def set_rows(self, rows: tuple[FindingRow, ...], *, fixable: int) -> None:
        """Show `rows`; `fixable` of them have a fix that may be applied unseen.

        The selected finding stays selected, and `selected` is not sent.
        """
        key = self.current_key()
        self._waiting = False
        self._model.set_rows(rows)
        self.select(key)
        for severity, chip in self._chips.items():
            count = sum(row.severity is severity for row in rows)
            chip.setText(tr_("findings.chip", label=tr_(f"severity.{severity}"), count=count))
        self._fix_all.setText(tr_("findings.fix_all", count=fixable))
        self._fix_all.setVisible(bool(rows))
        self._fix_all.setEnabled(fixable > 0)
        self._fix_all.setToolTip("" if fixable else tr_("findings.fix_all_none"))
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

    def step(self, direction: int) -> str:
        """Select the next (1) or previous (-1) card shown, around the ends; return its key."""
        count = self._filter.rowCount()
        if not count:
            return ""
        current = self._view.currentIndex()
        start = current.row() if current.isValid() else (-1 if direction > 0 else 0)
        row = self._filter.index((start + direction) % count, 0).data(ROW_ROLE)
        self.select(row.key)
        self.selected.emit(row.key)
        return str(row.key)

    def show_severities(self, shown: frozenset[Severity]) -> None:
        """Show only findings of `shown`."""
        for severity, chip in self._chips.items():
            chip.setChecked(severity in shown)
        self._filter.show_only(shown)
        self._refresh()

    def _header(self) -> QWidget:
        header = QWidget()
        surface(header, "panel", edge="bottom")
        row = QHBoxLayout(header)
        row.setContentsMargins(18, 7, 18, 7)
        row.setSpacing(8)
        row.addWidget(label(tr_("findings.title"), "strong"))
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self._fix_all)
        return header

    def _chip(self, severity: Severity) -> QPushButton:
        chip = button(tr_(f"severity.{severity}"), "chip")
        chip.setCheckable(True)
        chip.setChecked(severity in self._filter.shown)
        chip.clicked.connect(self._chips_changed)
        return chip

    def _chips_changed(self) -> None:
        self.show_severities(frozenset(s for s, chip in self._chips.items() if chip.isChecked()))

    def _index(self, key: str) -> QModelIndex:
        for number in range(self._filter.rowCount()):
            index = self._filter.index(number, 0)
            if index.data(ROW_ROLE).key == key:
                return index
        return QModelIndex()

    def _refresh(self) -> None:
        total, shown = self._model.rowCount(), self._filter.rowCount()
        if shown:
            self._stack.setCurrentWidget(self._view)
            return
        if total:
            self._empty.setText(tr_("findings.hidden", count=total))
        elif self._waiting:
            self._empty.setText(tr_("findings.checking"))
        else:
            self._empty.setText(tr_("findings.empty", edition=self._edition))
        self._stack.setCurrentWidget(self._empty)

"""What another edition of the guidelines says about the open template."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import FindingRow, FindingsModel
from composer.gui.theme.theme import Theme
from composer.gui.widgets.choice import Choice, ChoiceItem
from composer.gui.widgets.dialog_foot import dialog_foot
from composer.gui.widgets.empty_state import EmptyState
from composer.gui.widgets.style import button, label, nested, surface
from composer.gui.words.text import tr_


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs under another edition: what it brought, in words, and the findings."""

    changes: str
    rows: tuple[FindingRow, ...]


class EditionDialog(QDialog):
    """Offers the other editions and lists what each finds more or less than the one in use."""

    def __init__(
        self,
        theme: Theme,
        editions: tuple[ChoiceItem, ...],
        compare: Callable[[str], Comparison],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("editions.title"))
        self.resize(640, 420)
        self._compare = compare
        self._edition = Choice(tr_("editions.other"))
        self._edition.set_items(editions)
        self._edition.setCurrentIndex(0)
        self._edition.chosen.connect(self._show)
        self._changes = label("", "muted", wrap=True)
        self._model = FindingsModel(self)
        self._none = EmptyState(tr_("editions.none"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._cards(theme))
        self._pages.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._foot())
        self._show(self._edition.value())

    def rows(self) -> tuple[FindingRow, ...]:
        """Return what is listed."""
        return self._model.rows

    def _show(self, edition: str) -> None:
        comparison = self._compare(edition)
        self._changes.setText(comparison.changes)
        self._model.set_rows(comparison.rows)
        self._pages.setCurrentIndex(0 if comparison.rows else 1)

    def _head(self) -> QWidget:
        head = QWidget()
        surface(head, "panel", edge="bottom")
        rows = QVBoxLayout(head)
        rows.setContentsMargins(18, 14, 18, 12)
        rows.setSpacing(8)
        first = nested(rows, QHBoxLayout())
        first.addWidget(label(tr_("editions.lead"), "strong"))
        first.addWidget(self._edition)
        first.addStretch(1)
        rows.addWidget(self._changes)
        return head

    def _cards(self, theme: Theme) -> QListView:
        view = QListView()
        view.setAccessibleName(tr_("editions.list"))
        view.setModel(self._model)
        view.setItemDelegate(FindingDelegate(theme, view))
        view.setUniformItemSizes(True)
        view.setSelectionMode(QListView.SelectionMode.NoSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _foot(self) -> QWidget:
        close = button(tr_("dialog.close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        return dialog_foot(close, note=tr_("editions.note"), inset=18)

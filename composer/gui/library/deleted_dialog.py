"""The templates that were deleted: what they are called, since when, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from composer.gui.widgets.dialog_foot import dialog_foot
from composer.gui.widgets.empty_state import EmptyState
from composer.gui.widgets.style import button, label, surface
from composer.gui.words.text import tr_

_LIST_WIDTH = 280
_SIZE, _EMPTY_SIZE = (760, 520), (460, 150)


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """A deleted template by its id; `page` is what it says, as rich text."""

    id: str
    name: str
    when: str
    first_words: str
    page: str


class DeletedDialog(QDialog):
    """Lists `rows`, the newest first, beside the message of the one chosen.

    Signals:
        wanted: bring the one with this id back.
    """

    wanted = Signal(str)

    def __init__(self, rows: Sequence[DeletedRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr_("deleted.title"))
        self.resize(*(_SIZE if rows else _EMPTY_SIZE))
        self._page = _page()
        self._back = button(tr_("deleted.bring_back"), "primary")
        self._back.setDefault(True)
        self._back.clicked.connect(self._bring)
        self._tree = _tree(self._rows)
        self._tree.currentItemChanged.connect(self._show)
        self._tree.itemDoubleClicked.connect(self._bring)
        self._lay_out()
        if self._rows:
            self._tree.setCurrentIndex(self._tree.model().index(0, 0))
            self._tree.setFocus()

    def _row(self) -> int:
        return self._tree.currentIndex().row()

    def _show(self) -> None:
        self._page.setHtml(self._rows[self._row()].page)

    def _bring(self) -> None:
        if self._rows:
            self.accept()
            self.wanted.emit(self._rows[self._row()].id)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        lead = label(tr_("deleted.lead"), "muted", wrap=True)
        lead.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(lead)
        lead.setVisible(bool(self._rows))
        pages = QStackedWidget()
        pages.addWidget(self._both())
        pages.addWidget(EmptyState(tr_("deleted.empty")))
        pages.setCurrentIndex(0 if self._rows else 1)
        layout.addWidget(pages, 1)
        close = button(tr_("dialog.close"))
        close.clicked.connect(self.reject)
        self._back.setVisible(bool(self._rows))
        layout.addWidget(dialog_foot(close, self._back))

    def _both(self) -> QWidget:
        body = QWidget()
        surface(body, "panel", edge="top")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._tree)
        row.addWidget(self._page, 1)
        return body


def _tree(rows: Sequence[DeletedRow]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setAccessibleName(tr_("deleted.title"))
    tree.setFrameShape(QTreeWidget.Shape.NoFrame)
    tree.setIndentation(0)
    tree.setTabKeyNavigation(False)
    tree.setProperty("kind", "orders")
    tree.setFixedWidth(_LIST_WIDTH)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for row in rows:
        words = "\n".join(filter(None, (row.name, row.when, row.first_words)))
        item = QTreeWidgetItem(tree, [words])
        item.setToolTip(0, row.name)
    return tree


def _page() -> QTextBrowser:
    page = QTextBrowser()
    page.setProperty("kind", "page")
    page.setAccessibleName(tr_("deleted.page"))
    page.setOpenLinks(False)
    page.setTabChangesFocus(True)
    page.setFrameShape(QTextBrowser.Shape.NoFrame)
    page.document().setDocumentMargin(18)
    return page

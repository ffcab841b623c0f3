"""The library's own words, and all else that is fine in it for good."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.dialog_foot import dialog_foot
from composer.gui.widgets.empty_state import EmptyState
from composer.gui.widgets.message_bar import Message, MessageBar
from composer.gui.widgets.staying import stay_put
from composer.gui.widgets.style import button, label
from composer.gui.words.text import tr_

Entry = tuple[str, str]
"""The list that holds it, and the entry as typed."""

_ENTRY = int(Qt.ItemDataRole.UserRole)
_REMOVED = "removed"


class OwnWordsDialog(QDialog):
    """Lists the entries under what they are; the one chosen can be removed, and brought back.

    Signals:
        remove_requested: take this `Entry` away.
        undo_requested: bring back the one removed last.
        said: what was done, and what can be pressed, in words.
    """

    remove_requested = Signal(object)
    undo_requested = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("own_words.title"))
        self.resize(520, 460)
        stay_put(self)
        self._tree = _Tree()
        self._items: list[QTreeWidgetItem] = []
        self._tree.currentItemChanged.connect(self._enable)
        self._tree.removed.connect(self._request)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._tree)
        self._pages.addWidget(EmptyState(tr_("own_words.empty")))
        self._bar = MessageBar(theme)
        self._bar.pressed.connect(lambda _name, _button: self.undo_requested.emit())
        self._remove = button(tr_("own_words.remove"))
        self._remove.clicked.connect(self._request)
        lead = label(tr_("own_words.lead"), "muted", wrap=True)
        lead.setContentsMargins(18, 14, 18, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(lead)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._foot())
        self.show_entries({})

    @property
    def message(self) -> str:
        """What is said of the entry removed last."""
        return self._bar.message.text if self._bar.message else ""

    def show_entries(self, lists: Mapping[str, Sequence[str]]) -> None:
        """List the entries; the choice goes to the one next to that which is gone."""
        old = next((n for n, it in enumerate(self._items) if it is self._tree.currentItem()), 0)
        self._items = []
        self._tree.clear()
        for key, held in lists.items():
            if held:
                group = _group(self._tree, key)
                self._items += [_item(group, key, each) for each in sorted(held, key=_order)]
        self._tree.expandAll()
        self._pages.setCurrentIndex(0 if self._items else 1)
        if self._items:
            self._tree.setCurrentItem(self._items[min(old, len(self._items) - 1)])
        self._enable()

    def select(self, entry: Entry) -> None:
        """Choose an entry that is listed, for the keys."""
        for item in self._items:
            if item.data(0, _ENTRY) == entry:
                self._tree.setCurrentItem(item)
        self._tree.setFocus()

    def say_removed(self, sentence: str) -> None:
        """Say what was removed, with a way back."""
        undo = tr_("notice.undo")
        self._bar.show_message(Message(_REMOVED, sentence, (undo,), Mark.APPROVED))
        self.said.emit(f"{sentence} {undo}")

    def clear_message(self) -> None:
        """Say nothing of what was removed before."""
        self._bar.clear()

    def _entry(self) -> Entry | None:
        item = self._tree.currentItem()
        return item.data(0, _ENTRY) if item is not None else None

    def _request(self) -> None:
        if entry := self._entry():
            self.remove_requested.emit(entry)

    def _enable(self) -> None:
        self._remove.setEnabled(self._entry() is not None)

    def _foot(self) -> QWidget:
        close = button(tr_("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        return dialog_foot(close, left=(self._remove,), inset=18)


class _Tree(QTreeWidget):
    """Delete and Backspace remove what is chosen."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setAccessibleName(tr_("own_words.title"))
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setItemsExpandable(False)
        self.setIndentation(0)  # what is chosen is painted in two pieces otherwise
        self.setProperty("kind", "places")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _order(value: str) -> tuple[str, str]:
    return value.casefold(), value


def _group(tree: QTreeWidget, key: str) -> QTreeWidgetItem:
    group = QTreeWidgetItem(tree, [tr_(f"own_words.{key}")])
    font = group.font(0)
    font.setBold(True)
    group.setFont(0, font)
    return group


def _item(group: QTreeWidgetItem, key: str, value: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(group, [value])
    item.setToolTip(0, value)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{value}, {tr_(f'own_words.{key}')}")
    item.setData(0, _ENTRY, (key, value))
    return item

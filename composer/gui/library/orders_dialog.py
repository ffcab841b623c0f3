"""The seller's own sample orders: named, filled in, and kept with the library."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from composer.gui.library.order_form import OrderField, OrderForm
from composer.gui.widgets.dialog_foot import cancel_button, dialog_foot
from composer.gui.widgets.empty_state import EmptyState
from composer.gui.widgets.style import button, label, surface
from composer.gui.words.text import tr_
from composer.policy import SampleOrder
from composer.policy.order import own_order

_LIST_WIDTH = 190


@dataclass(eq=False, slots=True)
class _Draft:
    """An order as it is being written."""

    name: str
    values: dict[str, str]


class OrdersDialog(QDialog):
    """Lists the orders beside the values of the one chosen; nothing is kept before Save.

    `shipped` are those that come with the app, the typical one first: no other may be called like
    one of them. `pattern` fills new ones in.

    Signals:
        kept: the orders to keep, and the id of the one on screen, "" where there is none.
        said: what stands in the way, in words.
    """

    kept = Signal(object, str)
    said = Signal(str)

    def __init__(
        self,
        orders: Sequence[SampleOrder],
        fields: Sequence[OrderField],
        shipped: Sequence[SampleOrder],
        pattern: SampleOrder,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._pattern = pattern
        self._typical = shipped[0]
        self._taken = {text.casefold() for it in shipped for text in (it.title, it.id)}
        self._drafts: list[_Draft] = []
        self._items: list[QTreeWidgetItem] = []
        self.setWindowTitle(tr_("own_orders.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 540)
        self._tree = _Tree()
        self._tree.currentItemChanged.connect(self._show)
        self._tree.removed.connect(self._remove_current)
        self._form = OrderForm(fields)
        self._form.edited.connect(self._take)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._form)
        self._pages.addWidget(EmptyState(tr_("own_orders.empty")))
        self._remove = button(tr_("own_orders.remove"))
        self._remove.clicked.connect(self._remove_current)
        self._lay_out()
        for order in orders:
            self._add(_Draft(order.title, dict(order.values)))
        self._show()

    def select(self, order: str) -> None:
        """Show the order with this id, the first where it is none of these; begin one if needed."""
        if not self._drafts:
            self._begin()
            return
        ids = [self._made(draft).id for draft in self._drafts]
        self._tree.setCurrentItem(self._items[ids.index(order) if order in ids else 0])
        self._tree.setFocus()

    def _begin(self) -> None:
        names = {draft.name for draft in self._drafts}
        tries = (tr_("own_orders.new_name", number=number) for number in count(1))
        name = next(name for name in tries if name not in names)
        self._add(_Draft(name, {**self._typical.values, **self._pattern.values}))
        self._tree.setCurrentItem(self._items[-1])
        self._form.edit_name()

    def _add(self, draft: _Draft) -> None:
        self._drafts.append(draft)
        self._items.append(QTreeWidgetItem(self._tree, [draft.name]))

    def _row(self) -> int:
        """The row chosen in the list, -1 where there is none."""
        current = self._tree.currentItem()
        return next((row for row, it in enumerate(self._items) if it is current), -1)

    def _show(self) -> None:
        """Fill in what is chosen in the list."""
        row = self._row()
        if row >= 0:
            draft = self._drafts[row]
            self._form.show_order(draft.name, draft.values)
            self._form.show_note(self._why_not(draft))
        self._pages.setCurrentIndex(1 if row < 0 else 0)
        self._remove.setEnabled(row >= 0)

    def _take(self) -> None:
        """Keep in mind what is in the fields."""
        row = self._row()
        if row >= 0:
            draft = self._drafts[row]
            draft.name, draft.values = self._form.name, self._form.values
            self._items[row].setText(0, draft.name)
            self._form.show_note(self._why_not(draft))

    def _remove_current(self) -> None:
        row = self._row()
        if row >= 0:
            del self._drafts[row], self._items[row]
            self._tree.takeTopLevelItem(row)
            self._show()
            self._tree.setFocus()

    def _save(self) -> None:
        for row, draft in enumerate(self._drafts):
            if why_not := self._why_not(draft):
                self._tree.setCurrentItem(self._items[row])
                self._form.edit_name()
                self.said.emit(why_not)
                return
        shown = self._made(self._drafts[self._row()]).id if self._row() >= 0 else ""
        self.kept.emit(tuple(map(self._made, self._drafts)), shown)
        self.accept()

    def _why_not(self, draft: _Draft) -> str:
        """Say why an order cannot be kept under its name."""
        name = draft.name.casefold()
        if not name:
            return tr_("own_orders.no_name")
        others = (it.name.casefold() for it in self._drafts if it is not draft)
        return tr_("own_orders.name_taken") if name in self._taken or name in others else ""

    def _made(self, draft: _Draft) -> SampleOrder:
        """Return the order; a placeholder of another tool without a value stays one."""
        known = self._typical.values
        values = {name: text for name, text in draft.values.items() if text or name in known}
        return own_order(draft.name, values, self._typical)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        lead = label(tr_("own_orders.lead"), "muted", wrap=True)
        lead.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(lead)
        body = QWidget()
        surface(body, "panel", edge="top")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(0)
        self._tree.setFixedWidth(_LIST_WIDTH)
        row.addWidget(self._tree)
        row.addWidget(self._pages, 1)
        layout.addWidget(body, 1)
        layout.addWidget(self._foot())

    def _foot(self) -> QWidget:
        new = button(tr_("own_orders.new"))
        new.clicked.connect(self._begin)
        save = button(tr_("own_orders.save"), "primary")
        save.setDefault(True)
        save.clicked.connect(self._save)
        return dialog_foot(cancel_button(self), save, left=(new, self._remove))


class _Tree(QTreeWidget):
    """Delete and Backspace remove what is chosen."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setAccessibleName(tr_("own_orders.title"))
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setIndentation(0)
        self.setTabKeyNavigation(False)
        self.setProperty("kind", "orders")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

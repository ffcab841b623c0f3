"""The sample order that fills the preview and is checked: chosen, remembered, the seller's own."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from composer.gui.library.order_form import OrderField
from composer.gui.library.orders_dialog import OrdersDialog
from composer.gui.preview.order_choice import OrderChoice
from composer.gui.settings import Preferences
from composer.gui.template.workspace import Workspace
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.words.saying import named, problem
from composer.gui.words.text import tr_
from composer.library.orders import keep_orders, own_orders
from composer.library.settings import SettingsError, entries
from composer.policy import Policy, SampleOrder
from composer.policy.order import TYPICAL, WORST, worst_case


@dataclass(frozen=True, slots=True)
class _Orders:
    """All there are to choose from."""

    shipped: tuple[SampleOrder, ...]
    own: tuple[SampleOrder, ...]
    worst: SampleOrder

    def find(self, name: str) -> SampleOrder:
        """Return the order with this id, the typical one where there is none."""
        found = (it for it in (*self.shipped, *self.own, self.worst) if it.id == name)
        return next(found, self.shipped[0])


class Ordering(QObject):
    """Knows the order in use; those of the seller's own are the library's.

    Signals:
        changed: the order in use is another, or has other values.
        failed: a sentence on why the seller's own cannot be read or written.
        said: a sentence for screen readers.
    """

    changed = Signal()
    failed = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        choice: OrderChoice,
        workspace: Workspace,
        policy: Policy,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._choice = choice
        self._workspace = workspace
        self._policy = policy
        self._store = preferences.store
        self._window = window
        self._orders = self._known(())
        self._order = self._before = policy.orders[0]
        self._wanted = str(self._store.value("preview/order", self._order.id))
        choice.chosen.connect(self.choose)
        choice.worst_toggled.connect(self._toggle_worst)
        choice.own_requested.connect(self.open)
        workspace.opened.connect(self.refresh)
        self.refresh()

    @property
    def order(self) -> SampleOrder:
        """The order in use."""
        return self._order

    @property
    def checked(self) -> SampleOrder | None:
        """The order whose values are checked as well; the typical ones never bring anything."""
        return None if self._order.id == TYPICAL else self._order

    def choose(self, name: str) -> None:
        """Use the order with the id `name`, and remember that."""
        self._wanted = name
        self._store.setValue("preview/order", name)
        self._show()

    def refresh(self) -> None:
        """Take the seller's own orders as they are in the library now, none if unreadable."""
        try:
            own = own_orders(self._workspace.library.folder, self._policy)
        except SettingsError:
            own = ()
        self._orders = self._known(own)
        groups = (self._orders.shipped, self._orders.own, (self._orders.worst,))
        self._choice.set_orders(*(tuple(map(_item, group)) for group in groups))
        self._show()

    def open(self) -> None:
        """Show the seller's own orders, to be changed."""
        folder = self._workspace.library.folder
        try:
            own = own_orders(folder, self._policy)
            extra = entries(folder)["placeholders"]
        except SettingsError as error:
            self._fail(error)
            return
        shipped = (*self._policy.orders, self._orders.worst)
        fields = self._fields(own, extra)
        dialog = OrdersDialog(own, fields, shipped, self._order, self._window)
        dialog.select(self._order.id)
        dialog.kept.connect(self._keep)
        dialog.said.connect(self.said)
        dialog.open()

    def _keep(self, orders: tuple[SampleOrder, ...], shown: str) -> None:
        try:
            keep_orders(self._workspace.library.folder, orders, self._policy)
        except SettingsError as error:
            self._fail(error)
            return
        if shown:
            self._wanted = shown
            self._store.setValue("preview/order", shown)
        self.refresh()

    def _toggle_worst(self, wanted: bool) -> None:
        self.choose(WORST if wanted else self._before.id)

    def _show(self) -> None:
        before, self._order = self._order, self._orders.find(self._wanted)
        worst = self._order.id == WORST
        if not worst:
            self._before = self._order
        self._choice.show_order(_item(self._order), worst=worst)
        if self._order != before:
            self.changed.emit()

    def _known(self, own: tuple[SampleOrder, ...]) -> _Orders:
        shipped = self._policy.orders
        return _Orders(shipped, own, worst_case((*shipped, *own)))

    def _fields(
        self, own: tuple[SampleOrder, ...], extra: tuple[str, ...]
    ) -> tuple[OrderField, ...]:
        """One for each placeholder: ours, those of the seller's tool, others that have values."""
        ours = {
            name: named("placeholder", name, item.title)
            for name, item in self._policy.placeholders.items()
        }
        others = dict.fromkeys((*extra, *(name for order in own for name in order.values)))
        fields = {**{name: f"{{{{{name}}}}}" for name in others}, **ours}
        return tuple(OrderField(name, fields[name]) for name in (*ours, *others.keys() - ours))

    def _fail(self, error: SettingsError) -> None:
        self.failed.emit(tr_("notice.bad_settings", reason=problem(error)))


def _item(order: SampleOrder) -> ChoiceItem:
    title = order.title if order.own else named("order", order.id, order.title)
    return ChoiceItem(order.id, title)

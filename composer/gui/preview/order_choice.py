"""Which sample order fills the preview: a menu of them, and the worst case one click away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from composer.gui.widgets.choice import ChoiceItem
from composer.gui.widgets.menu_button import MenuButton
from composer.gui.widgets.segmented import Segment
from composer.gui.words.text import tr_

_WIDEST = 190


class OrderChoice(QWidget):
    """A menu that says which order is shown, joined to a button for the worst case.

    Signals:
        chosen: the user took the order with this id; never sent for `show_order`.
        worst_toggled: the user wants the worst case, or what was shown before it; the same.
        own_requested: the user wants to see or change orders of their own.
    """

    chosen = Signal(str)
    worst_toggled = Signal(bool)
    own_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button = _MenuSegment()
        self._menu = self._button.menu()
        self._worst = Segment(tr_("preview.order.worst"))
        self._worst.setObjectName("previewWorstCase")
        self._worst.setProperty("segment", "last")
        self._worst.setCheckable(True)
        self._worst.setToolTip(tr_("preview.order.worst_tip"))
        self._worst.clicked.connect(self.worst_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._button)
        row.addWidget(self._worst)

    def set_orders(self, *groups: Sequence[ChoiceItem]) -> None:
        """Offer the orders, by id, each group of them behind a line."""
        self._menu.clear()
        only_one = QActionGroup(self._menu)
        for group in filter(None, groups):
            for item in group:
                action = self._menu.addAction(item.label.replace("&", "&&"))
                action.setData(item.value)
                action.setCheckable(True)
                only_one.addAction(action)
                action.triggered.connect(lambda _on=False, v=item.value: self.chosen.emit(v))
            self._menu.addSeparator()
        self._menu.addAction(tr_("action.own_orders")).triggered.connect(self.own_requested)

    def show_order(self, item: ChoiceItem, *, worst: bool) -> None:
        """Say that this order is shown, and whether it is the worst case."""
        for action in self._menu.actions():
            action.setChecked(action.data() == item.value)
        self._worst.setChecked(worst)
        self._button.show_label(item.label, named=not worst)  # the button beside it names that


class _MenuSegment(MenuButton):
    """As wide as what it says, up to a point."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("previewOrder")
        self.setProperty("segment", "first")

    def show_label(self, label: str, *, named: bool) -> None:
        """Say in short which order is shown; pointer and screen readers get it whole."""
        whole = tr_("preview.order.name", order=label)
        room = _WIDEST - 2 * self.fontMetrics().horizontalAdvance("  ")
        shown = tr_("preview.order.shown", order=label) if named else tr_("preview.order.in_short")
        short = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self.setText(short.replace("&", "&&"))
        self.setToolTip(f"{whole}\n{tr_('preview.order.tip')}")
        self.setAccessibleName(whole)
        self.updateGeometry()

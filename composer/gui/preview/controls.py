"""The row above the preview: which views, under which conditions, and whether the guides show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from composer.gui.preview.conditions import Conditions
from composer.gui.preview.conditions_button import ConditionsButton
from composer.gui.preview.message import Mode
from composer.gui.preview.order_choice import OrderChoice
from composer.gui.theme.theme import Theme
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.widgets.flow import FlowLayout
from composer.gui.widgets.segmented import Segment, Segmented
from composer.gui.widgets.style import surface
from composer.gui.words.text import tr_


class PreviewControls(QWidget):
    """A button for each mode, one of them pressed, the conditions, and a toggle for the guides.

    Signals:
        mode_chosen: the user took another mode; never sent for `show_state`.
        guides_toggled: the user wants the guides shown or hidden; the same.
        conditions_chosen: the user took other conditions; the same.
    """

    mode_chosen = Signal(str)
    guides_toggled = Signal(bool)
    conditions_chosen = Signal(Conditions)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewHeader")
        surface(self, "panel", "bottom")
        self._modes = Segmented(
            tr_("preview.view"),
            tuple(ChoiceItem(mode.value, tr_(f"preview.{mode.value}")) for mode in Mode),
        )
        self._modes.chosen.connect(self.mode_chosen)
        self._guides = Segment(tr_("preview.guides"))
        self._guides.setObjectName("previewGuides")
        self._guides.setProperty("segment", "only")
        self._guides.setCheckable(True)
        self._guides.setToolTip(tr_("preview.guides_tip"))
        self._guides.clicked.connect(self.guides_toggled)
        self._conditions = ConditionsButton(theme)
        self._conditions.chosen.connect(self.conditions_chosen)
        self.orders = OrderChoice()
        row = FlowLayout(6, self)
        row.setContentsMargins(12, 8, 12, 8)
        row.add(self._modes)
        row.add(self._conditions)  # at the end of the first line, where longer words move nothing
        row.add(self.orders)
        row.add(self._guides, at_end=True)

    def show_state(self, mode: Mode, *, guides: bool, conditions: Conditions) -> None:
        """Press the buttons that stand for this state."""
        self._modes.set_value(mode.value)
        self._guides.setChecked(guides)
        self._guides.setEnabled(mode is not Mode.TEXT)
        self._conditions.show_conditions(conditions)
        self._conditions.setEnabled(mode is not Mode.TEXT)

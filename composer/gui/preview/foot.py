"""The strip of facts below the preview."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.gui.preview.fact import Fact
from composer.gui.preview.facts_strip import FactsStrip
from composer.gui.preview.message import Mode, Widths
from composer.gui.preview.widths_button import WidthsButton
from composer.gui.theme.theme import Theme
from composer.gui.widgets.style import button, label, surface
from composer.gui.words.text import tr_
from composer.lint.finding import Severity

_MARGIN = 14
_PADDING = 7  # the words of quiet buttons line up with the rest


class PreviewFoot(QWidget):
    """The widths, the way to all measured values and the scale; below them facts on the message.

    Signals:
        widths_chosen: the user took other widths; never sent for `show_widths`.
        values_requested: the user wants to see all that was measured.
        fact_chosen: the user wants to see what is over the limit of this rule.
    """

    widths_chosen = Signal(Widths)
    values_requested = Signal()
    fact_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewFoot")
        surface(self, "panel", "top")
        self._widths = WidthsButton()
        self._widths.chosen.connect(self.widths_chosen)
        self._values = button(tr_("preview.values"), "small")
        self._values.setToolTip(tr_("preview.values_tip"))
        self._values.clicked.connect(self.values_requested)
        self._scale = label("", "small")
        self._scale.setToolTip(tr_("preview.scale_tip"))
        self._facts = FactsStrip(theme)
        self._facts.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._facts.chosen.connect(self.fact_chosen)
        row = self._row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._widths)
        row.addStretch(1)
        row.addWidget(self._scale)
        row.addWidget(self._values)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 7)
        column.setSpacing(1)
        column.addLayout(row)
        column.addWidget(self._facts)
        self._row.setContentsMargins(_MARGIN - _PADDING, 0, _MARGIN, 0)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts shown, in order."""
        return tuple(fact.words for fact in self._facts.facts)

    @property
    def scale_text(self) -> str:
        """The scale as shown; empty when hidden."""
        return "" if self._scale.isHidden() else self._scale.text()

    def show_widths(self, mode: Mode, widths: Widths) -> None:
        """Show how wide the views of `mode` are."""
        self._widths.show_widths(mode, widths)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show `facts` in order."""
        self._facts.show_facts(facts)

    def show_over(self, over: Mapping[str, Severity]) -> None:
        """Mark the facts that are over the limit of one of these rules, each as severe as given."""
        self._facts.show_over(over)

    def show_scale(self, scale: float | None) -> None:
        """Show how large the sheets are drawn, 1.0 being life size; nothing for None."""
        self._scale.setVisible(scale is not None)
        if scale is not None:
            percent = self.locale().toString(round(scale * 100))
            self._scale.setText(tr_("preview.scale", percent=percent))
            self._scale.setAccessibleName(tr_("preview.scale_name", percent=percent))

"""The strip of facts below the preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.gui.preview.message import Mode, Widths
from composer.gui.preview.widths_button import WidthsButton
from composer.gui.text import listed, tr_
from composer.gui.widgets.style import button, label, surface

_BETWEEN = "\u2003"  # lines break here, and nowhere else
_HARD_SPACE = "\u00a0"
_MARGIN = 14
_PADDING = 7  # the words of quiet buttons line up with the rest


class PreviewFoot(QWidget):
    """The widths, the way to all measured values and the scale; below them facts on the message.

    Signals:
        widths_chosen: the user took other widths; never sent for `show_widths`.
        values_requested: the user wants to see all that was measured.
    """

    widths_chosen = Signal(Widths)
    values_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewFoot")
        surface(self, "panel", "top")
        self._widths = WidthsButton()
        self._widths.chosen.connect(self.widths_chosen)
        self._values = button(tr_("preview.values"), "quiet")
        self._values.setToolTip(tr_("preview.values_tip"))
        self._values.clicked.connect(self.values_requested)
        self._scale = label("", "small")
        self._scale.setToolTip(tr_("preview.scale_tip"))
        self._shown: tuple[str, ...] = ()
        self._facts = label("", "small", wrap=True)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row = self._row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._widths)
        row.addWidget(self._values)
        row.addStretch(1)
        row.addWidget(self._scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 7)
        column.setSpacing(1)
        column.addLayout(row)
        column.addWidget(self._facts)
        self._row.setContentsMargins(_MARGIN - _PADDING, 0, _MARGIN, 0)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts shown, in order."""
        return self._shown

    @property
    def scale_text(self) -> str:
        """The scale as shown; empty when hidden."""
        return "" if self._scale.isHidden() else self._scale.text()

    def show_widths(self, mode: Mode, widths: Widths) -> None:
        """Show how wide the views of `mode` are."""
        self._widths.show_widths(mode, widths)

    def show_facts(self, facts: tuple[str, ...]) -> None:
        """Show `facts` in order."""
        self._shown = facts
        self._facts.setText(_BETWEEN.join(fact.replace(" ", _HARD_SPACE) for fact in facts))
        self._facts.setAccessibleName(listed(facts))

    def show_scale(self, scale: float | None) -> None:
        """Show how large the sheets are drawn, 1.0 being life size; nothing for None."""
        self._scale.setVisible(scale is not None)
        if scale is not None:
            percent = self.locale().toString(round(scale * 100))
            self._scale.setText(tr_("preview.scale", percent=percent))
            self._scale.setAccessibleName(tr_("preview.scale_name", percent=percent))

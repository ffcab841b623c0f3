"""The line of facts below the preview."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from composer.gui.preview.message import Mode, Widths
from composer.gui.preview.widths_button import WidthsButton
from composer.gui.text import listed, tr_
from composer.gui.widgets.style import label, surface

_BETWEEN = "\u2003"
_MORE = "\u2026"
_MARGIN = 14
_WIDTHS_PADDING = 7  # the words of that button line up with the rest


class _Facts(QLabel):
    """Shows as many facts as fit; its tooltip has the others."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: tuple[str, ...] = ()
        self.setProperty("tone", "small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: tuple[str, ...]) -> None:
        self.facts = facts
        self.setAccessibleName(listed(facts))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        # Whole facts are left out from the end; half a number would mislead.
        metrics = self.fontMetrics()
        shown = len(self.facts)
        text = _BETWEEN.join(self.facts)
        while shown > 1 and metrics.horizontalAdvance(text) > self.width():
            shown -= 1
            text = _BETWEEN.join((*self.facts[:shown], _MORE))
        self.setText(text)
        self.setToolTip("\n".join(self.facts) if shown < len(self.facts) else "")


class PreviewFoot(QWidget):
    """The widths at the left, facts about the message, as many as fit, and the scale at the right.

    Signals:
        widths_chosen: the user took other widths; never sent for `show_widths`.
    """

    widths_chosen = Signal(Widths)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewFoot")
        surface(self, "panel", "top")
        self._widths = WidthsButton()
        self._widths.chosen.connect(self.widths_chosen)
        self._facts = _Facts()
        self._scale = label("", "small")
        self._scale.setToolTip(tr_("preview.scale_tip"))
        row = self._row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self._widths)
        self.setMinimumHeight(self._widths.sizeHint().height() + 6)  # also where no width is shown
        row.addWidget(self._facts, 1)
        row.addWidget(self._scale)

    @property
    def facts(self) -> tuple[str, ...]:
        """All facts, those that do not fit included."""
        return self._facts.facts

    @property
    def facts_text(self) -> str:
        """The facts as shown."""
        return self._facts.text()

    @property
    def scale_text(self) -> str:
        """The scale as shown; empty when hidden."""
        return "" if self._scale.isHidden() else self._scale.text()

    def show_widths(self, mode: Mode, widths: Widths) -> None:
        """Show how wide the views of `mode` are."""
        self._widths.show_widths(mode, widths)
        left = _MARGIN if self._widths.isHidden() else _MARGIN - _WIDTHS_PADDING
        self._row.setContentsMargins(left, 3, _MARGIN, 3)

    def show_facts(self, facts: tuple[str, ...]) -> None:
        """Show `facts` in order."""
        self._facts.show_facts(facts)

    def show_scale(self, scale: float | None) -> None:
        """Show how large the sheets are drawn, 1.0 being life size; nothing for None."""
        self._scale.setVisible(scale is not None)
        if scale is not None:
            percent = self.locale().toString(round(scale * 100))
            self._scale.setText(tr_("preview.scale", percent=percent))
            self._scale.setAccessibleName(tr_("preview.scale_name", percent=percent))

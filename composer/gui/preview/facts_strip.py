"""The facts at the foot of the preview; what is over a limit leads to its finding."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from composer.gui.preview.fact import Fact
from composer.gui.theme.marks import Mark, mark_icon
from composer.gui.theme.theme import Theme
from composer.gui.theme.tokens import Colours
from composer.gui.widgets.flow import FlowLayout
from composer.gui.widgets.style import button, label, restyle
from composer.gui.words.text import tr_
from composer.lint.finding import Severity

_MARK = 10  # px
_GAP, _LINE_GAP = 10, 1


class FactsStrip(QWidget):
    """Goes on in another line between two facts, and nowhere else.

    Signals:
        chosen: the fact was clicked that is over the limit of this rule.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._over: Mapping[str, Severity] = {}
        self._row = FlowLayout(_GAP, self, line_spacing=_LINE_GAP)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._places: list[_Place] = []
        theme.changed.connect(self._show)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts shown, in order."""
        return self._facts

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show `facts` in order."""
        self._facts = facts
        self._show()

    def show_over(self, over: Mapping[str, Severity]) -> None:
        """Mark the facts that are over the limit of one of these rules, each as severe as given."""
        self._over = over
        self._show()

    def _show(self) -> None:
        while len(self._places) < len(self._facts):
            self._places.append(self._new_place())
        for place in self._places[len(self._facts) :]:
            place.clear()
        for place, fact in zip(self._places, self._facts, strict=False):
            place.show(fact, self._over.get(fact.rule), self._theme)

    def _new_place(self) -> "_Place":
        place = _Place()
        place.button.clicked.connect(lambda: self.chosen.emit(place.rule))
        for widget in (place.words, place.button):
            widget.hide()
            self._row.add(widget)
        return place


class _Place:
    """Where one fact is: words, or a button where it is over its limit."""

    def __init__(self) -> None:
        self.rule = ""
        self._shown: tuple[Fact, Severity | None, Colours] | None = None
        self.words = label("", "small")
        self.button: QPushButton = button("", "fact")
        self.button.setIconSize(QSize(_MARK, _MARK))
        self.button.setToolTip(tr_("facts.over_tip"))

    def show(self, fact: Fact, severity: Severity | None, theme: Theme) -> None:
        shown = fact, severity, theme.colours
        if shown == self._shown:
            return  # as after most keys
        self._shown = shown
        self.rule = fact.rule
        self.words.setText(fact.words)
        self.button.setText(fact.words.replace("&", "&&"))
        over = severity is not None
        if severity is not None:
            self.button.setIcon(mark_icon(Mark(severity.value), theme.colours, _MARK))
            said = tr_("facts.over", severity=tr_(f"severity.{severity}"), fact=fact.words)
            self.button.setAccessibleName(said)
            restyle(self.button, "severity", severity.value)
        self.words.setVisible(not over)
        self.button.setVisible(over)

    def clear(self) -> None:
        self._shown = None
        self.words.hide()
        self.button.hide()

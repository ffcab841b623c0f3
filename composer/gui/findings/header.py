"""The line above the cards: chips that filter, the search, and fixing automatically."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from composer.gui.theme.theme import Theme
from composer.gui.widgets.flow import FlowLayout
from composer.gui.widgets.style import button, label, nested, surface
from composer.gui.words.text import tr_
from composer.lint.finding import Severity

_MARGIN, _GAP = 18, 8


class FindingsHeader(QWidget):
    """Counts what there is, says what of it is shown, and offers to fix.

    Signals:
        kinds_changed: another choice of chips.
        search_toggled: whether the search is wanted.
        fix_all_requested: the user wants all safe fixes.
        leaving: the keyboard is at the button for that, which goes away now.
    """

    kinds_changed = Signal()
    search_toggled = Signal(bool)
    fix_all_requested = Signal()
    leaving = Signal()

    def __init__(self, theme: Theme, shown: frozenset[Severity]) -> None:
        super().__init__()
        self._theme = theme
        surface(self, "panel", edge="bottom")
        self._title = label(tr_("findings.title"), "strong")
        self._chips = {severity: self._chip(on=severity in shown) for severity in Severity}
        self._set_aside = self._chip(on=True)
        self._chosen = self._found = False
        self._counts: Mapping[Severity, int] = {}
        self._fixable: Mapping[Severity, int] = {}
        self._fix_all = button("")
        self._fix_all.ensurePolished()
        self._fix_all.clicked.connect(self.fix_all_requested)
        self._search = self._search_button()
        # What the others say differs in length and comes and goes: the search has its own corner.
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 7, _MARGIN, 7)
        row.setSpacing(_GAP)
        words = nested(row, FlowLayout(_GAP, least=self._fix_all.sizeHint().height()), 1)
        self._words = (self._title, *self._chips.values(), self._set_aside, self._fix_all)
        for entry in self._words:
            words.add(entry, at_end=entry is self._fix_all)
        row.addWidget(self._search, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def severities(self) -> frozenset[Severity]:
        """The severities whose chip is on."""
        return frozenset(severity for severity, chip in self._chips.items() if chip.isChecked())

    @property
    def with_set_aside(self) -> bool:
        """Whether the chip of what was set aside is on."""
        return self._set_aside.isChecked()

    def choose(self, severities: frozenset[Severity], *, set_aside: bool) -> None:
        """Turn chips on and off, as the user wants it."""
        self._chosen = True
        for severity, chip in self._chips.items():
            chip.setChecked(severity in severities)
        self._set_aside.setChecked(set_aside)
        self._tell_kinds()

    def set_counts(
        self, counts: Mapping[Severity, int], set_aside: int, fixable: Mapping[Severity, int]
    ) -> None:
        """Say how many open findings of each severity there are; `fixable` is for the button."""
        self._counts, self._fixable = counts, fixable
        for severity, chip in self._chips.items():
            _count(chip, f"severity.{severity}", counts.get(severity, 0))
            chip.setToolTip(tr_(f"severity.tip.{severity}"))
        _count(self._set_aside, "set_aside.group", set_aside)
        self._set_aside.setVisible(set_aside > 0)
        self._found = any(counts.values()) or set_aside > 0
        self._show_search()
        self._show_lone_advice(counts)
        self._show_fixable()

    def set_searching(self, on: bool) -> None:
        """Show whether the search is open."""
        self._search.setChecked(on)
        self._show_search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _chip(self, *, on: bool) -> QPushButton:
        chip = button("", "chip")
        chip.setCheckable(True)
        chip.setChecked(on)
        chip.clicked.connect(self._choose)
        return chip

    def _choose(self) -> None:
        self._chosen = True
        self._tell_kinds()

    def _tell_kinds(self) -> None:
        self._show_fixable()
        self.kinds_changed.emit()

    def _show_search(self) -> None:
        """Offer to search where there is something; an open one can be closed."""
        self._search.setVisible(self._found or self._search.isChecked())

    def _show_fixable(self) -> None:
        """Offer the fixes of what is shown: nobody expects others to be made."""
        shown = self.severities
        fixable = sum(self._fixable.get(severity, 0) for severity in shown)
        count = sum(self._counts.get(severity, 0) for severity in shown)
        self._fix_all.setText(tr_("findings.fix_all", count=fixable))
        self._fix_all.setToolTip(tr_("findings.fix_all_tip", fixable=fixable, count=count))
        if not fixable and self.window().focusWidget() is self._fix_all:
            self.leaving.emit()  # Qt would give the keyboard to whatever comes next
        self._fix_all.setVisible(fixable > 0)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the title out where the buttons would need a second line beside it."""
        search = self._search.sizeHint().width() + _GAP
        room = self.width() - 2 * _MARGIN - search
        shown = [it for it in self._words if it is self._title or not it.isHidden()]
        needed = sum(it.sizeHint().width() + _GAP for it in shown) - _GAP
        self._title.setVisible(needed <= room)

    def _show_lone_advice(self, counts: Mapping[Severity, int]) -> None:
        """Show advice where nothing weighs more, until the user chose what is shown."""
        chip = self._chips[Severity.ADVICE]
        lone = (
            counts.get(Severity.ADVICE, 0) > 0 and sum(counts.values()) == counts[Severity.ADVICE]
        )
        if not self._chosen and chip.isChecked() != lone:
            chip.setChecked(lone)
            self._tell_kinds()

    def _search_button(self) -> QToolButton:
        search = QToolButton()
        search.setCheckable(True)
        search.setAccessibleName(tr_("findings.search"))
        search.clicked.connect(self.search_toggled)
        search.setToolTip(tr_("findings.search"))
        return search

    def _tint(self) -> None:
        self._search.setIcon(self._theme.icon("search"))


def _count(chip: QPushButton, name: str, count: int) -> None:
    chip.setText(tr_("findings.chip", label=tr_(name), count=count))

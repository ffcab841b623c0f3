"""What can be done about one finding, as entries of a menu."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from composer.gui.checking.judging import Judging
from composer.gui.checking.suggesting import Suggesting
from composer.gui.findings.choices import Choice, choices, is_name, note, title
from composer.gui.findings.foretelling import Foretelling
from composer.gui.theme.theme import Theme
from composer.gui.widgets.wrapped import shortened
from composer.gui.words.saying import said
from composer.gui.words.text import tr_
from composer.lint.finding import Finding, Fix


class FindingEntries:
    """Fills menus with the fixes of a finding, the other decisions on it, and *Why?*.

    An entry does what it says even if others have come before it since: it names a fix or a
    decision, not a place in a list.
    """

    def __init__(
        self, judging: Judging, suggesting: Suggesting, foretelling: Foretelling, theme: Theme
    ) -> None:
        self._judging = judging
        self._foretelling = foretelling
        self._suggesting = suggesting
        self._theme = theme

    def fill(self, menu: QMenu, key: str) -> None:
        """Add all that can be done about the finding shown as `key`, and ask the dictionary."""
        finding = self._judging.finding(key)
        if finding is None:
            return
        self._suggesting.ask(finding)
        menu.setToolTipsVisible(True)
        is_open = finding.set_aside is None
        ahead = (Choice.REMEMBER,) if is_open and is_name(finding) else ()
        for choice in ahead:
            self._add(menu, key, choice, finding)
        fixes: dict[QAction, Fix] = {}
        for fix in finding.fixes if is_open else ():
            words = said(fix.title, finding.rule)
            entry = menu.addAction(shortened(words).replace("&", "&&"))
            entry.triggered.connect(partial(self._judging.apply, key, fix))
            fixes[entry] = fix
        if finding.dictionary and is_open and not finding.fixes:
            waiting = self._suggesting.waits_for(finding)
            told = menu.addAction(tr_("spelling.waiting" if waiting else "spelling.none"))
            told.setEnabled(False)
        if menu.actions():
            menu.addSeparator()
        for choice in choices(finding):
            if choice not in ahead:
                self._add(menu, key, choice, finding)
        row = self._judging.row(key)
        for number, words in enumerate(row.together if row is not None else ()):
            entry = menu.addAction(words.replace("&", "&&"))
            entry.triggered.connect(partial(self._judging.show_place, key, number))
        why = menu.addAction(self._theme.icon("why"), tr_("findings.why"))
        why.triggered.connect(partial(self._judging.why, key))
        self._foretelling.follow(menu, fixes)

    def _add(self, menu: QMenu, key: str, choice: Choice, finding: Finding) -> None:
        entry = menu.addAction(self._theme.icon(choice.name.lower()), title(choice, finding))
        entry.setToolTip(note(choice))
        entry.triggered.connect(partial(self._judging.decide, key, choice))


def choose_first(menu: QMenu) -> None:
    """Choose the first entry, unless it only says that others will come before it."""
    first = menu.actions()[0]
    if first.isEnabled():
        menu.setActiveAction(first)

"""Judging the open template under another edition of the guidelines."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from composer.gui.findings.edition_dialog import Comparison, EditionDialog
from composer.gui.findings.model import FindingRow
from composer.gui.findings.rows import finding_rows
from composer.gui.template.workspace import Workspace
from composer.gui.theme.theme import Theme
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.window.main_window import MainWindow
from composer.gui.words.saying import edition_changes, edition_sentence
from composer.gui.words.text import tr_
from composer.lint.engine import Linter
from composer.policy import Policy


class Comparing(QObject):
    """Says what differs; approving and exporting go by the edition in use."""

    def __init__(
        self,
        workspace: Workspace,
        policy: Policy,
        make_linter: Callable[[Policy], Linter],
        theme: Theme,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._policy = policy
        self._make_linter = make_linter
        self._theme = theme
        self._window = window

    def open(self) -> None:
        """Show what the edition before the one in use finds, and offer the others."""
        others = tuple(
            ChoiceItem(edition.id, edition_sentence(edition))
            for edition in reversed(tuple(self._policy.editions.values()))
            if edition.id != self._policy.edition.id
        )
        EditionDialog(self._theme, others, self.compare, self._window).open()

    def compare(self, edition: str) -> Comparison:
        """Return what differs for the open template, what only the edition in use finds first."""
        other = Policy.load(edition)
        mine, its = self._found(self._policy), self._found(other)
        newer = max((self._policy, other), key=lambda it: it.edition.date)
        rows = [_told(row, self._policy) for key, row in mine.items() if key not in its]
        rows += [_told(row, other) for key, row in its.items() if key not in mine]
        return Comparison(edition_changes(newer.edition), tuple(rows))

    def _found(self, policy: Policy) -> dict[tuple[object, ...], FindingRow]:
        template = self._workspace.template
        linter = self._make_linter(policy)
        findings = linter.lint(template)
        rows = finding_rows(findings, template, policy, {rule.id: rule for rule in linter.rules})
        return {
            (finding.rule, finding.location, finding.severity): row
            for finding, row in zip(findings, rows, strict=True)
        }


def _told(row: FindingRow, policy: Policy) -> FindingRow:
    """The row saying under which edition alone it is found."""
    sentence = tr_("editions.only", edition=edition_sentence(policy.edition))
    return replace(row, key=f"{policy.edition.id}:{row.key}", sentence=sentence, fixes=())

"""Carries out what the seller decides about a finding, other than fixing it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.gui.checking.judging import Judging
from composer.gui.findings.choices import Choice
from composer.gui.findings.own_words import OwnWords
from composer.gui.findings.reason_dialog import ReasonDialog, asked
from composer.gui.findings.set_asides import SetAsides
from composer.gui.settings import Preferences
from composer.gui.template.workspace import Workspace
from composer.gui.widgets.ask import AskDialog
from composer.gui.window.main_window import MainWindow
from composer.gui.words.saying import problem, said
from composer.gui.words.text import tr_
from composer.library.errors import LibraryError
from composer.library.reports import keep_report
from composer.lint.finding import Finding
from composer.lint.set_aside import can_set_aside


class Deciding(QObject):
    """Sets findings aside, withdraws that, remembers what is fine, keeps reports of wrong ones.

    `reports` is the file that keeps them.

    Signals:
        told: a sentence on what happened.
        failed: a sentence on what did not work.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        judging: Judging,
        set_asides: SetAsides,
        own_words: OwnWords,
        preferences: Preferences,
        reports: Path,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._judging = judging
        self._set_asides = set_asides
        self._own_words = own_words
        self._preferences = preferences
        self._reports = reports
        self._window = window

    def decide(self, choice: Choice, key: str) -> None:
        """Do what was chosen for the finding with this key; some choices ask for words first."""
        finding = self._judging.finding(key)
        if finding is None:
            return
        match choice:
            case Choice.SET_ASIDE:
                self._ask_reason(key)
            case Choice.IGNORE:
                self._judging.when_fresh(lambda: self._set_aside(key, tr_("spelling.meant")))
            case Choice.WITHDRAW:
                self._judging.when_fresh(lambda: self._withdraw(key))
            case Choice.REMEMBER:
                if finding.remember is not None:
                    self._own_words.remember(finding.remember)
            case Choice.REPORT:
                self._ask_note(finding)

    def _ask_reason(self, key: str) -> None:
        def take(reason: str) -> None:
            self._preferences.add_reason(reason)
            self._judging.when_fresh(lambda: self._set_aside(key, reason))

        row = self._judging.row(key)
        if row is not None:
            ReasonDialog(row, self._preferences.reasons, take, self._window).open()

    def _set_aside(self, key: str, reason: str) -> None:
        finding = self._judging.finding(key)
        if finding is not None and can_set_aside(finding):
            self._set_asides.add(finding, reason)

    def _withdraw(self, key: str) -> None:
        finding = self._judging.finding(key)
        if finding is not None:
            self._set_asides.withdraw(self._judging.findings, finding)

    def _ask_note(self, finding: Finding) -> None:
        def take(note: str) -> None:
            try:
                keep_report(self._reports, self._workspace.template, finding, note)
            except LibraryError as error:
                self.failed.emit(problem(error))
            else:
                self.told.emit(tr_("report.done", path=self._reports))

        question = asked("report", said(finding.message, finding.rule))
        AskDialog(tr_("report.title"), question, take, self._window).open()

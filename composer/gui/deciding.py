"""Carries out what the seller decides about a finding, other than fixing it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.gui.findings.choices import Choice
from composer.gui.main_window import MainWindow
from composer.gui.text import tr_
from composer.gui.widgets.ask import AskDialog
from composer.gui.workspace import Workspace
from composer.library.errors import LibraryError
from composer.library.reports import keep_report
from composer.library.settings import SettingsError, remember
from composer.lint.finding import Finding
from composer.lint.set_aside import set_aside, withdraw


class Deciding(QObject):
    """Sets findings aside, withdraws that, remembers what is fine, keeps reports of wrong ones.

    `reports` is the file that keeps them.

    Signals:
        decided: what is known of the template changed; it has to be checked again.
        settings_changed: the library's settings differ.
        told: a sentence on what happened.
        failed: a sentence on what did not work.
    """

    decided = Signal()
    settings_changed = Signal()
    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        findings: Callable[[], tuple[Finding, ...]],
        reports: Path,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._findings = findings
        self._reports = reports
        self._window = window

    def decide(self, choice: Choice, finding: Finding) -> None:
        """Do what was chosen; some choices ask for words first."""
        match choice:
            case Choice.SET_ASIDE:
                self._ask_reason(finding)
            case Choice.WITHDRAW:
                template = self._workspace.template
                self._workspace.update(withdraw(template, self._findings(), finding))
                self.decided.emit()
            case Choice.REMEMBER:
                self._remember(finding)
            case Choice.REPORT:
                self._ask_note(finding)

    def _ask_reason(self, finding: Finding) -> None:
        def take(reason: str) -> None:
            self._workspace.update(set_aside(self._workspace.template, finding, reason))
            self.decided.emit()

        question = tr_("set_aside.label", title=finding.message)
        AskDialog(tr_("set_aside.title"), question, take, self._window, needed=True).open()

    def _remember(self, finding: Finding) -> None:
        if finding.remember is None:
            return
        try:
            remember(self._workspace.library.folder, *finding.remember)
        except SettingsError as error:
            self.failed.emit(tr_("notice.bad_settings", reason=error))
            return
        self.told.emit(tr_("remember.done", entry=finding.remember[1]))
        self.settings_changed.emit()

    def _ask_note(self, finding: Finding) -> None:
        def take(note: str) -> None:
            try:
                keep_report(self._reports, self._workspace.template, finding, note)
            except LibraryError as error:
                self.failed.emit(str(error))
            else:
                self.told.emit(tr_("report.done", path=self._reports))

        question = tr_("report.label", title=finding.message)
        AskDialog(tr_("report.title"), question, take, self._window).open()

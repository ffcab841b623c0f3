"""Fixing automatically: what it would change is shown first, then it is one undo step."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from composer.gui.checker import Checker
from composer.gui.editors import Editors
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.judging import Judging
from composer.gui.linters import Linters
from composer.gui.text import tr_
from composer.gui.theme.theme import Theme
from composer.gui.workspace import Workspace
from composer.lint.fix import automatic, fix


class FixingAll(QObject):
    """Makes the safe fixes of the open template.

    Signals:
        told: a sentence on what happened.
    """

    told = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        editors: Editors,
        judging: Judging,
        checker: Checker,
        linters: Linters,
        theme: Theme,
    ) -> None:
        super().__init__(judging)
        self._workspace = workspace
        self._editors = editors
        self._judging = judging
        self._checker = checker
        self._linters = linters
        self._theme = theme

    def open(self) -> None:
        """Show what would change, to be confirmed."""
        rows = []
        for key, finding in zip(self._judging.keys, self._judging.findings, strict=True):
            row, mend = self._judging.row(key), automatic(finding)
            if row is not None and mend is not None:
                rows.append(replace(row, fixes=(mend.title,)))
        if rows:
            dialog = FixAllDialog(self._theme, tuple(rows), self._judging.window)
            dialog.accepted.connect(self._fix)
            dialog.open()

    def _fix(self) -> None:
        self._workspace.checkpoint()
        template = self._workspace.template
        outcome = fix(template, self._linters.patient())
        with self._editors.body.undo_log.together():
            for part, editor in self._editors.items():
                if outcome.template.part(part) != template.part(part):
                    editor.replace_document(outcome.template.part(part))
        self.told.emit(tr_("notice.fixed", count=len(outcome.applied)))
        self._checker.check_now()

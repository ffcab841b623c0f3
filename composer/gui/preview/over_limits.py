"""The facts at the foot of the preview that a finding is about."""

from PySide6.QtCore import QObject

from composer.gui.checking.judging import Judging
from composer.gui.preview.foot import PreviewFoot
from composer.gui.template.workspace import Workspace
from composer.gui.window.main_window import MainWindow
from composer.lint.finding import Finding, Severity


class OverLimits(QObject):
    """Marks what is over a limit as severely as it was found, and goes to that finding."""

    def __init__(
        self, foot: PreviewFoot, judging: Judging, workspace: Workspace, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._foot = foot
        self._judging = judging
        self._window = window
        judging.judged.connect(self._mark)
        workspace.opened.connect(lambda: foot.show_over({}))
        foot.fact_chosen.connect(lambda rule: judging.when_fresh(lambda: self._go_to(rule)))

    def _mark(self, judged: tuple[Finding, ...] | None) -> None:
        if judged is None:
            return  # the text differs: what was found last is the best that is known
        over: dict[str, Severity] = {}
        for finding in filter(_is_open, judged):
            known = over.get(finding.rule, finding.severity)
            over[finding.rule] = min(known, finding.severity, key=lambda it: it.rank)
        self._foot.show_over(over)

    def _go_to(self, rule: str) -> None:
        """Show the worst finding of `rule` in the text and in the panel."""
        found = [
            (finding.severity.rank, number, key)
            for number, (key, finding) in enumerate(
                zip(self._judging.keys, self._judging.findings, strict=True)
            )
            if finding.rule == rule and _is_open(finding)
        ]
        if found:
            self._window.show_template()
            self._judging.show_finding(min(found)[2])


def _is_open(finding: Finding) -> bool:
    return finding.set_aside is None

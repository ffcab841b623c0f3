"""The three steps to try on the demo, until they were tried."""

from PySide6.QtCore import QObject, QTimer

from composer.gui.settings import Preferences
from composer.gui.template.exporting import Exporter
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.window.notices import Answer, Notices
from composer.gui.words.text import tr_
from composer.library.starters import is_demo
from composer.lint.finding import Finding
from composer.lint.set_aside import open_findings

_HINT = "hint"


class TryHint(QObject):
    """Shows the steps while the demo is open and the bar has nothing else to say.

    They stay away for good once they were closed, or the last one was done: exporting. Where all is
    fixed they do not come again either.
    """

    def __init__(
        self, workspace: Workspace, exporter: Exporter, notices: Notices, preferences: Preferences
    ) -> None:
        super().__init__(notices)
        self._workspace = workspace
        self._notices = notices
        self._preferences = preferences
        self._begun = False  # whether there was something to fix
        # What empties the bar may be about to say something else.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        notices.quiet.connect(self._soon.start)
        notices.closed.connect(self._note)
        workspace.opened.connect(self._look)
        exporter.exported.connect(self._end)
        exporter.copied.connect(self._end)

    def look_at(self, findings: tuple[Finding, ...] | None) -> None:
        """Take the findings of the text as it is now; None while they are not known."""
        if findings is None or not self._wanted():
            return
        if open_findings(findings):
            self._begun = True
        elif self._begun:
            self._preferences.set_seen(_HINT)

    def _look(self) -> None:
        if self._wanted():
            self._soon.start()
        else:
            self._notices.withdraw(_HINT)

    def _show(self) -> None:
        if self._wanted() and self._notices.is_quiet:
            answers: dict[str, Answer] = {tr_("notice.hint_done"): _nothing}
            self._notices.ask(_HINT, tr_("notice.hint"), answers, Mark.DRAFT)

    def _wanted(self) -> bool:
        return is_demo(self._workspace.key) and not self._preferences.seen(_HINT)

    def _note(self, name: str) -> None:
        if name == _HINT:
            self._end()

    def _end(self) -> None:
        if self._wanted():
            self._preferences.set_seen(_HINT)
            self._notices.withdraw(_HINT)


def _nothing() -> None:
    """The steps only have to be closed."""

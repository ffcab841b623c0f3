"""Fixing automatically: what it would change is shown first, then it is one undo step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from composer.gui.checking.checker import Checker
from composer.gui.editor.gradual import Gradual
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.latest import Latest
from composer.gui.template.workspace import Workspace
from composer.gui.theme.theme import Theme
from composer.gui.window.main_window import MainWindow
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.lint.changes import Change, Made, planned
from composer.lint.engine import Linter
from composer.lint.finding import Severity
from composer.lint.fix import fix
from composer.template import Template


class FixingAll(QObject):
    """Plans the safe fixes of the open template on a thread, and makes those that are wanted.

    They are those of the severities that `shown` names. `make_linter` is called on that thread.

    Signals:
        made: a sentence on what was changed, in one step to undo.
        told: a sentence on why nothing was.
        failed: a sentence on why nothing could be planned.
    """

    made = Signal(str)
    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        editors: Editors,
        checker: Checker,
        make_linter: Callable[[], Linter],
        shown: Callable[[], frozenset[Severity]],
        theme: Theme,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._editors = editors
        self._checker = checker
        self._make_linter = make_linter
        self._shown = shown
        self._theme = theme
        self._window = window
        self._gradual = Gradual(editors.body.undo_log, self)
        self._planning = Latest(self)
        self._planning.done.connect(self._offer)
        self._planning.failed.connect(self.failed)

    def open(self) -> None:
        """Show what would change, to be confirmed."""
        template, make_linter, shown = self._workspace.template, self._make_linter, self._shown()

        def plan() -> tuple[Template, tuple[Change, ...]]:
            return template, planned(template, fix(template, make_linter(), severities=shown))

        if not self._planning.busy:
            self._planning.run(plan)

    def stop(self) -> None:
        """Plan nothing any more, and leave nothing half made."""
        self._gradual.finish()
        self._planning.stop()

    def _offer(self, plan: tuple[Template, tuple[Change, ...]]) -> None:
        template, changes = plan
        if template is not self._workspace.template:
            self.open()
        elif not changes:
            self.told.emit(tr_("findings.fix_all_none"))
        else:
            dialog = FixAllDialog(self._theme, template, changes, self._window)
            dialog.accepted.connect(lambda: self._make(template, dialog.made))
            dialog.open()

    def _make(self, template: Template, made: Made) -> None:
        if template is not self._workspace.template:
            self.open()  # another program changed the file meanwhile
            return
        self._gradual.make(
            (
                (editor, made.template.part(part))
                for part, editor in self._editors.items()
                if made.template.part(part) != template.part(part)
            ),
            lambda: self._made(template, len(made.numbers)),
        )

    def _made(self, before: Template, count: int) -> None:
        # Not earlier: writing it on a thread would take turns with the change on screen.
        self._workspace.checkpoint(before)
        self.made.emit(tr_("notice.fixed", count=count))
        self._checker.check_now()

"""Fixing automatically: what it would change is shown first, then it is one undo step."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

from composer.gui.checker import Checker
from composer.gui.editors import Editors
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.main_window import MainWindow
from composer.gui.text import tr_
from composer.gui.theme.theme import Theme
from composer.gui.workspace import Workspace
from composer.lint.changes import Change, Made, planned
from composer.lint.engine import Linter
from composer.lint.fix import fix
from composer.template import Template


class FixingAll(QObject):
    """Plans the safe fixes of the open template on a thread, and makes those that are wanted.

    `titles` name the rules. `make_linter` is called on that thread.

    Signals:
        told: a sentence on what happened.
        failed: a sentence on why nothing could be planned.
    """

    told = Signal(str)
    failed = Signal(str)
    _planned = Signal(object, object, str)

    def __init__(
        self,
        workspace: Workspace,
        editors: Editors,
        checker: Checker,
        make_linter: Callable[[], Linter],
        titles: Mapping[str, str],
        theme: Theme,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._editors = editors
        self._checker = checker
        self._make_linter = make_linter
        self._titles = titles
        self._theme = theme
        self._window = window
        self._busy = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._planned.connect(self._offer)

    def open(self) -> None:
        """Show what would change, to be confirmed."""
        if not self._busy:
            self._busy = True
            plan = _Plan(self._workspace.template, self._make_linter, self._planned)
            self._pool.start(plan)

    def stop(self) -> None:
        """Wait for the thread."""
        self._pool.waitForDone()

    def _offer(self, template: Template, changes: tuple[Change, ...], error: str) -> None:
        self._busy = False
        if error:
            self.failed.emit(error)
        elif template is not self._workspace.template:
            self.open()
        elif not changes:
            self.told.emit(tr_("findings.fix_all_none"))
        else:
            dialog = FixAllDialog(self._theme, template, changes, self._titles, self._window)
            dialog.accepted.connect(lambda: self._make(template, dialog.made))
            dialog.open()

    def _make(self, template: Template, made: Made) -> None:
        if template is not self._workspace.template:
            self.open()  # another program changed the file meanwhile
            return
        self._workspace.checkpoint()
        with self._editors.body.undo_log.together():
            for part, editor in self._editors.items():
                if made.template.part(part) != template.part(part):
                    editor.replace_document(made.template.part(part))
        self.told.emit(tr_("notice.fixed", count=len(made.numbers)))
        self._checker.check_now()


class _Plan(QRunnable):
    """One plan; it is given the bound signal and never owns it."""

    def __init__(
        self, template: Template, make_linter: Callable[[], Linter], done: SignalInstance
    ) -> None:
        super().__init__()
        self._template = template
        self._make_linter = make_linter
        self._done = done

    def run(self) -> None:
        changes: tuple[Change, ...] = ()
        error = ""
        try:
            changes = planned(self._template, fix(self._template, self._make_linter()))
        except Exception as caught:  # noqa: BLE001 - said on screen, never lost on a thread
            error = f"{type(caught).__name__}: {caught}"
        with suppress(RuntimeError):  # the window, and the signal with it, may be gone
            self._done.emit(self._template, changes, error)

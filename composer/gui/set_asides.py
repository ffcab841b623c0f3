"""What the seller set aside in the open template: changed here, and each change can be undone."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from PySide6.QtCore import QObject, Signal

from composer.gui.editor.undo import UndoLog
from composer.gui.workspace import Workspace
from composer.lint.filled import waits_for_an_order
from composer.lint.finding import Finding
from composer.lint.set_aside import is_gone, set_aside, stale_set_asides, withdraw
from composer.template import SetAside, Template

Entries = tuple[SetAside, ...]


class SetAsides(QObject):
    """Changes the template's set-asides, as steps in the same order of undo as the writing.

    `waiting` says whether a check may still find more, as while the dictionary is being asked, and
    `unseen` of which rules that is so until the message has been rendered.

    Signals:
        changed: the template has to be checked again.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        log: UndoLog,
        waiting: Callable[[], bool],
        parent: QObject | None = None,
        *,
        unseen: Callable[[], Collection[str]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._log = log
        self._waiting = waiting
        self._unseen = unseen
        self._held_back = False
        self._steps: list[tuple[Entries, Entries]] = []
        self._done = 0

    def stale(self, findings: Sequence[Finding]) -> Entries:
        """Return the entries that match none of `findings`, those of the template as it is now."""
        template = self._workspace.template
        unseen, stale = self._unseen(), stale_set_asides(template, findings)
        waiting = {
            entry for entry in stale if entry.rule in unseen and not is_gone(template, entry)
        }
        self._held_back = bool(waiting)
        if self._waiting():
            return tuple(entry for entry in stale if is_gone(template, entry))
        return tuple(
            entry
            for entry in stale
            if entry not in waiting
            and not waits_for_an_order(template, entry, self._workspace.policy.filled)
        )

    def tell_held_back(self) -> None:
        """Tell what was kept back until the message had been rendered."""
        if self._held_back:
            self._held_back = False
            self.changed.emit()

    def add(self, finding: Finding, reason: str) -> None:
        """Set `finding` aside for `reason`."""
        now = datetime.now().astimezone()
        self._change(set_aside(self._workspace.template, finding, reason, now))

    def withdraw(self, findings: Sequence[Finding], finding: Finding) -> None:
        """Open `finding`, one of `findings`, again."""
        self._change(withdraw(self._workspace.template, findings, finding))

    def remove(self, entry: SetAside) -> None:
        """Forget an entry that matches nothing."""
        template = self._workspace.template
        kept = tuple(each for each in template.set_aside if each != entry)
        self._change(replace(template, set_aside=kept))

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._done > 0

    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return self._done < len(self._steps)

    def undo_step(self) -> None:
        """Take the last change back."""
        self._done -= 1
        self._show(self._steps[self._done][0])

    def redo_step(self) -> None:
        """Make the change again that was taken back last."""
        self._done += 1
        self._show(self._steps[self._done - 1][1])

    def put_away(self) -> object:
        """Return the steps of the template that is left, and have none."""
        steps = self._steps, self._done
        self._steps, self._done = [], 0
        return steps

    def take_up(self, steps: object) -> None:
        """Have the steps of the template that is open again."""
        self._steps, self._done = cast(tuple[list[tuple[Entries, Entries]], int], steps)

    def _change(self, template: Template) -> None:
        before = self._workspace.template.set_aside
        if template.set_aside == before:
            return
        self._steps = [*self._steps[: self._done], (before, template.set_aside)]
        self._done += 1
        self._show(template.set_aside)
        self._log.record(self)

    def _show(self, entries: Entries) -> None:
        self._workspace.update(replace(self._workspace.template, set_aside=entries))
        self.changed.emit()

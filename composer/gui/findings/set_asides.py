"""What the seller set aside in the open template: changed here, and each change can be undone."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from composer.gui.template.template_steps import TemplateSteps
from composer.gui.template.workspace import Workspace
from composer.lint.filled import waits_for_an_order
from composer.lint.finding import Finding
from composer.lint.set_aside import is_gone, set_aside, stale_set_asides, withdraw
from composer.template import SetAside

Entries = tuple[SetAside, ...]


class SetAsides(QObject):
    """Changes the template's set-asides, each change one of its `steps`.

    `waiting` says whether a check may still find more, as while the dictionary is being asked, and
    `unseen` of which rules that is so until the message has been rendered.

    Signals:
        changed: the template has to be checked again.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        steps: TemplateSteps,
        waiting: Callable[[], bool],
        parent: QObject | None = None,
        *,
        unseen: Callable[[], Collection[str]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._steps = steps
        self._waiting = waiting
        self._unseen = unseen
        self._held_back = False
        steps.changed.connect(self._tell)

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
        self._steps.change(set_aside(self._workspace.template, finding, reason, now))

    def withdraw(self, findings: Sequence[Finding], finding: Finding) -> None:
        """Open `finding`, one of `findings`, again."""
        self._steps.change(withdraw(self._workspace.template, findings, finding))

    def remove(self, entry: SetAside) -> None:
        """Forget an entry that matches nothing."""
        template = self._workspace.template
        kept = tuple(each for each in template.set_aside if each != entry)
        self._steps.change(replace(template, set_aside=kept))

    def _tell(self, names: Collection[str]) -> None:
        if "set_aside" in names:
            self.changed.emit()

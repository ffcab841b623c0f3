"""Changes of what a template says about itself, each one step in the same order as the writing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from composer.gui.editor.undo import UndoLog
from composer.gui.template.workspace import Workspace
from composer.template import Template

KEPT = ("reason", "channel", "marketplace", "language", "set_aside")


@dataclass(frozen=True, slots=True)
class _Step:
    """What differs, by the names of a template's fields, and in which `run` of changes."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    run: str = ""

    def joined(self, later: "_Step") -> "_Step":
        """Return one step that does both."""
        return _Step({**later.before, **self.before}, {**self.after, **later.after}, self.run)


class TemplateSteps(QObject):
    """Changes purpose and set-asides of the open template, and takes that back.

    Signals:
        changed: the names of the template's fields that differ, a tuple.
    """

    changed = Signal(object)

    def __init__(self, workspace: Workspace, log: UndoLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._log = log
        self._steps: list[_Step] = []
        self._done = 0

    def change(self, template: Template, run: str = "") -> None:
        """Take purpose and set-asides of `template`, in one step; the words are the editors'.

        Changes of one `run`, with nothing else done in between, are one step together.
        """
        now = self._workspace.template
        differing = [name for name in KEPT if getattr(now, name) != getattr(template, name)]
        if not differing:
            return
        step = _Step(
            {name: getattr(now, name) for name in differing},
            {name: getattr(template, name) for name in differing},
            run,
        )
        if self._goes_on(run):
            self._steps[-1] = self._steps[-1].joined(step)
        else:
            self._steps = [*self._steps[: self._done], step]
            self._done += 1
            self._log.record(self)
        self._show(step.after)

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._done > 0

    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return self._done < len(self._steps)

    def undo_step(self) -> None:
        """Take the last change back."""
        self._done -= 1
        self._show(self._steps[self._done].before)

    def redo_step(self) -> None:
        """Make the change again that was taken back last."""
        self._done += 1
        self._show(self._steps[self._done - 1].after)

    def put_away(self) -> object:
        """Return the steps of the template that is left, and have none."""
        steps = self._steps, self._done
        self._steps, self._done = [], 0
        return steps

    def take_up(self, steps: object) -> None:
        """Have the steps of the template that is open again."""
        self._steps, self._done = cast(tuple[list[_Step], int], steps)

    def _goes_on(self, run: str) -> bool:
        """Whether the last thing done, by anybody, belongs to `run`."""
        if not run or self.can_redo() or self._log.can_redo or self._log.latest is not self:
            return False
        return self._done > 0 and self._steps[-1].run == run

    def _show(self, values: Mapping[str, Any]) -> None:
        self._workspace.update(replace(self._workspace.template, **values))
        self.changed.emit(tuple(values))

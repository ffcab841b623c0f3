"""Words of several templates replaced at once: one thing done, one undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.document.html.writer import write_body
from composer.gui.template.workspace import Workspace
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.library.errors import LibraryError
from composer.library.template_file import write_subject
from composer.template import Template


@dataclass(frozen=True, slots=True)
class Swap:
    """A template of the library as it was, and with other words."""

    path: Path
    before: Template
    after: Template

    @property
    def back(self) -> "Swap":
        """What takes this one back."""
        return Swap(self.path, self.after, self.before)


Swaps = tuple[Swap, ...]


class Replacements(QObject):
    """Makes swaps, as steps in the same order of undo as the writing.

    The open template is changed in its editors, as typing would, the others in their files. A
    template whose words are others by then is left as it is, and told.

    Signals:
        changed: templates have other words than before.
        undone: the step with these swaps was taken back.
        told: a sentence on what a step of undo did to templates that are not open.
        failed: a sentence on the first template that was left as it is.
    """

    changed = Signal()
    undone = Signal(object)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, editors: Editors, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._editors = editors
        self._log = editors.subject.undo_log
        self._steps: list[Swaps] = []
        self._done = 0
        # The editors' part of a step goes with the template: what is left would be half of it.
        workspace.opened.connect(self._forget)

    def make(self, swaps: Sequence[Swap]) -> tuple[Swaps, str]:
        """Make `swaps`; return those made, and why it went no further, "" where it did."""
        made: list[Swap] = []
        refused = ""
        with self._log.together():
            for swap in swaps:
                refused = self._put(swap)
                if refused:
                    break
                made.append(swap)
            self._record(tuple(made))
        self.changed.emit()
        return tuple(made), refused

    def take_back(self, swaps: Swaps) -> None:
        """Undo the step with these swaps; behind later ones this is a step of its own."""
        if self._log.latest is self and self._steps[self._done - 1] is swaps:
            self._log.undo()
            return
        back = tuple(swap.back for swap in swaps)
        with self._log.together():
            self._record(self._all(back, self._put, "search.undone"))
        self.changed.emit()
        self.undone.emit(swaps)

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._done > 0

    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return self._done < len(self._steps)

    def undo_step(self) -> None:
        """Take the last step back in the templates that are not open."""
        self._done -= 1
        swaps = self._steps[self._done]
        self._retrace(tuple(swap.back for swap in swaps), "search.undone")
        self.undone.emit(swaps)

    def redo_step(self) -> None:
        """Make the step again that was taken back last."""
        self._done += 1
        self._retrace(self._steps[self._done - 1], "search.redone")

    def _forget(self) -> None:
        self._steps, self._done = [], 0
        self._log.forget(self)

    def _retrace(self, swaps: Swaps, told: str) -> None:
        others = tuple(swap for swap in swaps if swap.path != self._workspace.path)
        self._all(others, self._write, told)
        self.changed.emit()

    def _record(self, made: Swaps) -> None:
        if made:
            self._steps = [*self._steps[: self._done], made]
            self._done += 1
            self._log.record(self)

    def _all(self, swaps: Swaps, put: Callable[[Swap], str], told: str) -> Swaps:
        """Make every swap that can be made, and tell of it, or of the first that cannot."""
        refused = {swap.path: put(swap) for swap in swaps}
        others = sum(path != self._workspace.path for path in refused)
        if sentence := next(filter(None, refused.values()), ""):
            self.failed.emit(sentence)
        elif others:
            self.told.emit(tr_(told, count=others))
        return tuple(swap for swap in swaps if not refused[swap.path])

    def _put(self, swap: Swap) -> str:
        """Make one swap; return why it cannot be made, "" where it was."""
        return self._edit(swap) if swap.path == self._workspace.path else self._write(swap)

    def _edit(self, swap: Swap) -> str:
        if changed := _changed(self._workspace.template, swap):
            return changed
        for part, editor in self._editors.items():
            editor.replace_document(swap.after.part(part))
        return ""

    def _write(self, swap: Swap) -> str:
        try:
            stored = self._workspace.library.open(swap.path)
            if changed := _changed(stored.template, swap):
                return changed
            after = swap.after
            template = replace(stored.template, subject=after.subject, body=after.body)
            self._workspace.library.save(stored, template)
        except LibraryError as error:
            return problem(error)
        self._workspace.journal.record(str(swap.path), "save", template)
        return ""


def _changed(template: Template, swap: Swap) -> str:
    if _words(template) in (_words(swap.before), _words(swap.after)):
        return ""
    return tr_("search.changed", name=template.name or swap.path.stem)


def _words(template: Template) -> tuple[str, str]:
    return write_subject(template.subject), write_body(template.body)

"""Each template's own undo, for as long as the app runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from composer.gui.editor.clipboard import plain_line
from composer.gui.editor.sheet import Sheet
from composer.gui.editor.undo import Steps, Undoable
from composer.gui.template.template_steps import KEPT
from composer.gui.writing.editors import Editors
from composer.template import Template

MOST = 20  # templates
ROOM = 4_000_000  # characters, of all of them, about


class Keeper(Undoable, Protocol):
    """Takes part in undo without being an editor."""

    def put_away(self) -> object:
        """Return the steps of the template that is left, and have none."""

    def take_up(self, steps: object) -> None:
        """Have the steps of the template that is open again."""


@dataclass(frozen=True, slots=True)
class _Kept:
    template: Template
    sheets: Mapping[str, Sheet]
    steps: Steps
    others: tuple[object, ...]

    @property
    def weight(self) -> int:
        return sum(sheet.weight for sheet in self.sheets.values())

    def fits(self, template: Template) -> bool:
        """Whether a file still says what was put away; else its steps lead nowhere."""
        before = self.template
        return (
            self.sheets["subject"].snapshots.document == plain_line(template.subject)
            and self.sheets["body"].snapshots.document == template.body
            and all(getattr(before, name) == getattr(template, name) for name in KEPT)
        )

    def discard(self) -> None:
        for sheet in self.sheets.values():
            sheet.discard()


class Histories:
    """Keeps what can be undone in templates that are not open; the oldest is dropped."""

    def __init__(self, editors: Editors, most: int = MOST, room: int = ROOM) -> None:
        self._editors = editors
        self._log = editors.subject.undo_log
        self._others: tuple[Keeper, ...] = ()
        self._most = most
        self._room = room
        self._kept: dict[str, _Kept] = {}

    def keep_also(self, keeper: Keeper) -> None:
        """Keep the steps of `keeper` as well."""
        self._others = (*self._others, keeper)

    def put_away(self, key: str, template: Template) -> None:
        """Keep the undo steps of `template`, which is on screen; nothing can be undone then."""
        self._editors.settle()
        written = self._editors.written
        steps = self._log.take_out((*written.values(), *self._others))
        others = tuple(keeper.put_away() for keeper in self._others)
        self._drop(key)
        if steps:
            sheets = {part: editor.put_away() for part, editor in written.items()}
            self._kept[key] = _Kept(template, sheets, steps, others)
            self._make_room()

    def take_up(self, key: str, template: Template) -> bool:
        """Show `template` as it was put away; False where it was not, or is another by now."""
        kept = self._kept.get(key)
        if kept is None or not kept.fits(template):
            self._drop(key)
            return False
        del self._kept[key]
        for part, editor in self._editors.written.items():
            editor.take_up(kept.sheets[part])
        for keeper, steps in zip(self._others, kept.others, strict=True):
            keeper.take_up(steps)
        self._log.put_back(kept.steps)
        return True

    def _drop(self, key: str) -> None:
        kept = self._kept.pop(key, None)
        if kept is not None:
            kept.discard()

    def _make_room(self) -> None:
        while len(self._kept) > self._most or self._weight() > self._room:
            self._drop(next(iter(self._kept)))

    def _weight(self) -> int:
        return sum(kept.weight for kept in self._kept.values())

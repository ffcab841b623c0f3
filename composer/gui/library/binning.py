"""Templates that go to the bin, and those that come back from it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.gui.library.shelf import Shelf
from composer.gui.library.sidebar import Sidebar
from composer.gui.template.opening import Opening
from composer.gui.template.saving import Saving
from composer.gui.template.workspace import Workspace
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.library.bin import Binned
from composer.library.deleted import DeletedTemplates
from composer.library.errors import LibraryError
from composer.library.history import Unsaved
from composer.library.template_file import write_template


class Binning(QObject):
    """Deletes what the sidebar asks for, and takes it back until something else is done.

    Signals:
        binned: a sentence, and what takes it back, None where only the system can.
        taken_back: the last one is where it was.
        failed: a sentence on what could not be done.
    """

    binned = Signal(str, object)
    taken_back = Signal()
    failed = Signal(str)

    def __init__(
        self,
        sidebar: Sidebar,
        shelf: Shelf,
        workspace: Workspace,
        opening: Opening,
        saving: Saving,
        deleted: DeletedTemplates,
    ) -> None:
        super().__init__(sidebar)
        self._deleted = deleted
        self._sidebar = sidebar
        self._shelf = shelf
        self._workspace = workspace
        self._opening = opening
        self._saving = saving
        self._steps: list[Callable[[], None]] = []
        self._working = False
        sidebar.delete_requested.connect(self.delete)
        sidebar.take_back_requested.connect(self.take_back)
        sidebar.renamed.connect(self.forget)
        workspace.opened.connect(self.forget)
        workspace.changed.connect(self.forget)

    def delete(self, key: str) -> None:
        """Move a template to the system's bin; one without a file stays in the history."""
        is_open = key == self._workspace.key
        steps = list(self._steps)
        self._working = True
        try:
            path = self._workspace.path
            if is_open and (path is None or not path.exists()):
                step = self._discard(key)
            elif is_open and self._workspace.modified and not self._saving.save():
                return
            else:
                step = self._move(Path(key), is_open=is_open)
        except LibraryError as error:
            self.failed.emit(problem(error))
            return
        finally:
            self._working = False
        self._steps = [*steps, step] if step else []
        self._offer()

    def take_back(self) -> None:
        """Bring back what was deleted last."""
        if self._steps:
            self._steps[-1]()

    def forget(self) -> None:
        """Something else was done: the keys take it back no more, the bar still does."""
        if not self._working and self._steps:
            self._steps.clear()
            self._offer()

    def _discard(self, key: str) -> Callable[[], None] | None:
        """Let go of what has no file; what was typed in it can come back."""
        template, typed = self._workspace.template, self._workspace.modified
        self._workspace.discard()
        self._shelf.open_near(self._sidebar.nearest(key))
        if not typed:
            return None
        kept = Unsaved(key, datetime.now(UTC), write_template(template), None)

        path = self._shelf.library.free_path(template.name)
        binned = Binned(path, {path: kept.text.encode("utf-8", "replace")})

        def bring() -> bool:
            if self._workspace.modified and not self._saving.save():
                return False
            if self._opening.restore(kept):
                self._workspace.touch()  # no journal has it any more
                self._forget(binned)
            return True

        sentence = "notice.discarded" if self._keep(binned) else "notice.discarded_only"
        return self._told(tr_(sentence, name=template.name), bring)

    def _move(self, path: Path, *, is_open: bool) -> Callable[[], None] | None:
        name = self._shelf.name_of(path)
        near = self._sidebar.nearest(str(path))
        library = self._shelf.library
        kept = library.delete(path)
        self._shelf.refresh()
        if is_open:
            self._shelf.open_near(near)
        if kept is None:
            self.binned.emit(tr_("notice.deleted_only", name=name), None)
            return None
        sentence = "notice.deleted" if self._keep(kept) else "notice.deleted_only"
        back = partial(self._put_back, kept, is_open=is_open)
        return self._told(tr_(sentence, name=name), back)

    def _keep(self, binned: Binned) -> bool:
        """Keep what was deleted for later; False where the history cannot."""
        try:
            self._deleted.keep(binned, datetime.now(UTC))
        except LibraryError:
            return False
        return True

    def _forget(self, binned: Binned) -> None:
        with suppress(LibraryError):  # it is back, and only listed as well
            self._deleted.forget(binned.id)

    def _put_back(self, kept: Binned, *, is_open: bool) -> bool:
        self._shelf.library.put_back(kept)
        self._forget(kept)
        self._shelf.refresh()
        if is_open:
            self._shelf.open(str(kept.path))
        return True

    def _told(self, sentence: str, work: Callable[[], bool]) -> Callable[[], None]:
        """Say what was deleted; the way back works once, by the bar or by the keys."""

        def step() -> None:
            if step in self._steps:
                self._steps.remove(step)
            self._working = True
            try:
                done = work()
            except LibraryError as error:
                self.failed.emit(problem(error))
            else:
                if done:
                    self.taken_back.emit()
                else:
                    self._steps.append(step)
            finally:
                self._working = False
                self._offer()

        self.binned.emit(sentence, step)
        return step

    def _offer(self) -> None:
        self._sidebar.offer_take_back(possible=bool(self._steps))

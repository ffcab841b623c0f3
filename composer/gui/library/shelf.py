"""The library folder, its sidebar and the open template, kept in step."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from composer.gui.library.importing import Importing
from composer.gui.library.model import TemplateRow
from composer.gui.library.sidebar import Sidebar
from composer.gui.library.states import LibraryStates
from composer.gui.template.beginning import Beginning
from composer.gui.template.opening import Opening
from composer.gui.template.saving import Saving
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.words.saying import named, note, problem
from composer.gui.words.text import tr_
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate
from composer.library.folder import Library, Unreadable
from composer.library.starters import copy_starters, demo_in
from composer.lint.rule import PARTS
from composer.policy import Policy, Reason
from composer.template import Template

_SETTLE_MS = 300


class Shelf(QObject):
    """Lists the library's templates and carries out what the sidebar asks for.

    Signals:
        started: a new template was asked for and is in hand.
        told: a sentence on what happened.
        failed: a sentence on what could not be done.
        importing: how many files are imported so far, and of how many.
        imported: an import ended.
    """

    started = Signal()
    told = Signal(str)
    failed = Signal(str)
    importing = Signal(int, int)
    imported = Signal()

    def __init__(
        self,
        sidebar: Sidebar,
        workspace: Workspace,
        opening: Opening,
        saving: Saving,
        states: LibraryStates,
        policy: Policy,
        beginning: Beginning,
    ) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._workspace = workspace
        self._opening = opening
        self._saving = saving
        self._states = states
        self._policy = policy
        self._beginning = beginning
        self._current_mark = Mark.DRAFT
        self._entries: dict[str, StoredTemplate] = {}
        self._rows: tuple[TemplateRow, ...] = ()
        self._notes: dict[str, str] = {}
        self._asked_for = ""
        self._import = Importing(self._import_file, self)
        self._import.progressed.connect(self.importing)
        self._import.finished.connect(self._imported)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.follow_disk)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._settle.start)
        self._watcher.fileChanged.connect(self._settle.start)
        # Some file systems tell of nothing: look again when the user comes back.
        _application().applicationStateChanged.connect(self._look_soon)
        states.found.connect(self._settle.start)
        saving.saved.connect(self.refresh)
        workspace.opened.connect(self.refresh)
        workspace.changed.connect(self._settle.start)
        self._connect(sidebar)

    @property
    def library(self) -> Library:
        """The folder shown."""
        return self._workspace.library

    @property
    def places(self) -> dict[Path, int]:
        """Where in the list each file is."""
        return {row.file: place for place, row in enumerate(self._rows) if row.file}

    @property
    def approved(self) -> frozenset[Path]:
        """The files whose templates are approved as they are, as far as they were checked."""
        return frozenset(row.file for row in self._rows if row.file and row.mark is Mark.APPROVED)

    def refresh(self) -> None:
        """Read the folder again and show what changed."""
        entries = self.library.entries()
        self._entries = {str(e.path): e for e in entries if isinstance(e, StoredTemplate)}
        self._notes = {str(e.path): e.message for e in entries if isinstance(e, Unreadable)}
        rows = [self._row(entry) for entry in entries]
        rows += self._rows_without_file({row.key for row in rows})
        order = [_title(reason) for reason in self._policy.reasons.values()]
        order.append(tr_("app_state.reason_missing"))
        rows.sort(key=lambda row: (_rank(order, row.group), row.name.casefold()))
        self._rows = tuple(rows)
        self._sidebar.set_rows(self._rows)
        self._sidebar.select(self._workspace.key)
        self._watch()

    def follow_disk(self) -> None:
        """Show what other programs changed, in the folder and in the open file."""
        self._saving.check_disk()
        self.refresh()

    def close(self) -> None:
        """Watch no more."""
        _application().applicationStateChanged.disconnect(self._look_soon)
        self._watcher.directoryChanged.disconnect()
        self._watcher.fileChanged.disconnect()
        self._import.cancel()
        self._settle.stop()

    def set_current_mark(self, mark: Mark) -> None:
        """Show the state of the open template, which may differ from its file's."""
        if mark is not self._current_mark:
            self._current_mark = mark
            self._settle.start()

    def renew_marks(self) -> None:
        """Check every template anew, as after a change of the library's settings."""
        self._states.renew()
        self.refresh()

    def change_library(self, library: Library) -> None:
        """Show another folder; what is open is saved first."""
        if not self._saved():
            return
        self._workspace.library = library
        self._states.renew()
        self.refresh()
        self.open_first()

    def open(self, key: str) -> None:
        """Take another template in hand; the one before is saved first."""
        if key == self._workspace.key:
            return
        if key in self._notes:
            self.failed.emit(note(self._notes[key]))
        elif self._saved():
            self._show(key)
        self._sidebar.select(self._workspace.key)

    def new(self) -> None:
        """Start an empty template."""
        if not self._saved():
            return
        self._asked_for = "new"
        self._opening.show_new(self._beginning.fresh())
        self.started.emit()

    def rename(self, key: str, name: str) -> None:
        """Give a template another name."""
        if key == self._workspace.key:
            self._workspace.update(replace(self._workspace.template, name=name.strip()))
        elif key in self._entries:
            self._try(lambda: self.library.rename(self._entries[key], name))
            self.refresh()

    def duplicate(self, key: str) -> None:
        """Copy a template and open the copy."""
        if key == self._workspace.key:
            # A template without a file gets one, and with it another key.
            if not self._saving.save():
                return
            key = self._workspace.key
        elif not self._saved():
            return
        self._try(lambda: self._opening.show(self.library.duplicate(self.library.open(Path(key)))))

    def name_of(self, path: Path) -> str:
        """Return the name of the template in this file, or the file's where it cannot be read."""
        entry = self._entries.get(str(path))
        return (entry.template.name if entry else "") or path.name

    def open_near(self, keys: Iterable[str]) -> None:
        """Open the first of `keys` that can be, or else the first template there is."""
        for key in keys:
            if key in self._entries:
                self._show(key)
                if self._workspace.key == key:
                    self._asked_for = ""
                    return
        self.open_first()

    def open_first(self) -> None:
        """Open the first template there is, or start one."""
        self._asked_for = ""
        for key in self._entries:
            self._show(key)
            if self._workspace.key == key:
                return
        self._opening.show_new(self._beginning.fresh())

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Import messages, and those in folders, into the library and open the last one."""
        if self._saved():
            self._import.start(paths)

    def cancel_import(self) -> None:
        """Import no more files; those that are in stay."""
        self._import.cancel()

    def add_starters(self, language: str) -> None:
        """Put the starter templates in a language into the folder, and open the one to try."""
        if not self._saved():
            return
        folder = self.library.folder

        def work() -> None:
            made = copy_starters(folder, language)
            self.refresh()
            demo = demo_in(folder, language)
            if demo.is_file():
                self._show(str(demo))
            self.told.emit(tr_("notice.starters_added", count=len(made)))

        self._try(work)

    def reveal(self, key: str) -> None:
        """Show a template's file in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(key).parent)))

    def _connect(self, sidebar: Sidebar) -> None:
        sidebar.selected.connect(self.open)
        sidebar.renamed.connect(self.rename)
        sidebar.duplicate_requested.connect(self.duplicate)
        sidebar.reveal_requested.connect(self.reveal)
        sidebar.new_requested.connect(self.new)
        sidebar.files_dropped.connect(self.add_files)

    def _look_soon(self) -> None:
        self._settle.start()

    def _saved(self) -> bool:
        return not self._workspace.modified or self._saving.save()

    def _show(self, key: str) -> None:
        kept = self._workspace.journal.take(key) if key not in self._entries else None
        if kept is None:
            self._try(lambda: self._opening.show(self.library.open(Path(key))))
        elif not self._opening.restore(kept):
            self.failed.emit(tr_("app_state.unreadable", name=key))

    def _import_file(self, path: Path) -> StoredTemplate:
        return self.library.import_file(path)

    def _imported(self, made: list[StoredTemplate], failed: list[str]) -> None:
        self.imported.emit()
        if made and self._saved():
            self._opening.show(made[-1])
        else:
            self.refresh()
        if failed:
            self.failed.emit(tr_("notice.not_imported", count=len(failed), reason=failed[0]))
        elif not made:
            self.failed.emit(tr_("notice.nothing_to_import"))
        else:
            self.told.emit(tr_("notice.imported", count=len(made)))

    def _watch(self) -> None:
        """Watch the folder for files that come and go, and the open file for its words."""
        wanted = {str(self.library.folder)}
        if self._workspace.path is not None:
            wanted.add(str(self._workspace.path))
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := [each for each in sorted(wanted - watched) if Path(each).exists()]:
            self._watcher.addPaths(new)

    def _rows_without_file(self, shown: set[str]) -> list[TemplateRow]:
        """The open template and those a crash left, where no file of the folder stands for them."""
        workspace = self._workspace
        rows = []
        wanted = workspace.modified or workspace.path is not None or self._asked_for or shown
        if workspace.key and workspace.key not in shown and wanted:
            rows.append(self._open_row(workspace.key, workspace.path))
        for entry in self._opening.kept_here:
            if entry.key not in shown:
                template = self._opening.read(entry)
                if template is not None:
                    rows.append(self._template_row(entry.key, template, Mark.DRAFT, None))
        return rows

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except LibraryError as error:
            self.failed.emit(problem(error))

    def _row(self, entry: StoredTemplate | Unreadable) -> TemplateRow:
        key = str(entry.path)
        if isinstance(entry, Unreadable):
            name = tr_("app_state.unreadable", name=entry.path.name)
            group = tr_("app_state.reason_missing")
            return TemplateRow(key, name, group, "", Mark.MUST_FIX, entry.path)
        if key == self._workspace.key:
            return self._open_row(key, entry.path)
        template = entry.template
        return self._template_row(key, template, self._states.mark(entry), entry.path)

    def _open_row(self, key: str, path: Path | None) -> TemplateRow:
        return self._template_row(key, self._workspace.recent, self._current_mark, path)

    def _template_row(
        self, key: str, template: Template, mark: Mark, path: Path | None
    ) -> TemplateRow:
        reason = self._policy.reasons.get(template.reason)
        name = template.name or (path.stem if path else tr_("app_state.untitled"))
        tag = template.language.partition("-")[0].upper()
        store = self._policy.marketplaces.get(template.marketplace)
        return TemplateRow(
            key,
            name,
            _title(reason) if reason else tr_("app_state.reason_missing"),
            tag,
            mark,
            path,
            "\n".join(template.part(part).text for part in PARTS),
            store=store.code if store else "",
            reason=template.reason if reason else "",
        )


def _title(reason: Reason) -> str:
    return named("reason", reason.id, reason.title)


def _application() -> QGuiApplication:
    return cast(QGuiApplication, QGuiApplication.instance())


def _rank(order: list[str], group: str) -> int:
    return order.index(group) if group in order else len(order)

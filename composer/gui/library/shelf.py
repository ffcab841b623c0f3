"""The library folder, its sidebar and the open template, kept in step."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from composer.gui.library.model import TemplateRow
from composer.gui.library.sidebar import Sidebar
from composer.gui.library.states import LibraryStates
from composer.gui.text import tr_
from composer.gui.theme.marks import Mark
from composer.gui.workspace import Workspace
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate
from composer.library.folder import Library, Unreadable, copy_starters
from composer.policy import Policy
from composer.template import Template

_SETTLE_MS = 300


class Shelf(QObject):
    """Lists the library's templates and carries out what the sidebar asks for.

    Signals:
        told: a sentence on what happened.
        failed: a sentence on what could not be done.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self, sidebar: Sidebar, workspace: Workspace, states: LibraryStates, policy: Policy
    ) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._workspace = workspace
        self._states = states
        self._policy = policy
        self._current_mark = Mark.DRAFT
        self._entries: dict[str, StoredTemplate] = {}
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._watcher = QFileSystemWatcher([str(self.library.folder)], self)
        self._watcher.directoryChanged.connect(self._settle.start)
        states.found.connect(lambda _path, _mark: self._settle.start())
        workspace.saved.connect(self.refresh)
        workspace.opened.connect(self.refresh)
        workspace.changed.connect(self._settle.start)
        self._connect(sidebar)

    @property
    def library(self) -> Library:
        """The folder shown."""
        return self._workspace.library

    def refresh(self) -> None:
        """Read the folder again and show what changed."""
        entries = self.library.entries()
        self._entries = {str(e.path): e for e in entries if isinstance(e, StoredTemplate)}
        rows = [self._row(entry) for entry in entries]
        if self._workspace.path is None and self._workspace.key:
            rows.append(self._open_row(self._workspace.key, None))
        order = [reason.title for reason in self._policy.reasons.values()]
        order.append("")
        rows.sort(key=lambda row: (_rank(order, row.group), row.name.casefold()))
        self._sidebar.set_rows(tuple(rows))
        self._sidebar.select(self._workspace.key)

    def set_current_mark(self, mark: Mark) -> None:
        """Show the state of the open template, which may differ from its file's."""
        if mark is not self._current_mark:
            self._current_mark = mark
            self._settle.start()

    def change_library(self, library: Library) -> None:
        """Show another folder; what is open is saved first."""
        if self._workspace.modified and not self._workspace.save():
            return
        self._watcher.removePaths(self._watcher.directories())
        self._workspace.library = library
        self._watcher.addPath(str(library.folder))
        self.refresh()
        self.open_first()

    def open(self, key: str) -> None:
        """Take another template in hand; the one before is saved first."""
        if key == self._workspace.key:
            return
        if self._workspace.modified and not self._workspace.save():
            self._sidebar.select(self._workspace.key)
            return
        self._try(lambda: self._workspace.show(self.library.open(Path(key))))

    def new(self) -> None:
        """Start an empty template."""
        if self._workspace.modified and not self._workspace.save():
            return
        old = self._workspace.template
        fresh = Template(
            name=tr_("app_state.untitled"),
            reason=old.reason or "order-problem",
            channel=old.channel,
            marketplace=old.marketplace,
            language=old.language,
        )
        self._workspace.show_new(fresh)

    def rename(self, key: str, name: str) -> None:
        """Give a template another name."""
        if key == self._workspace.key:
            self._workspace.update(replace(self._workspace.template, name=name.strip()))
        elif key in self._entries:
            self._try(lambda: self.library.rename(self._entries[key], name))
            self.refresh()

    def duplicate(self, key: str) -> None:
        """Copy a template and open the copy."""
        if self._workspace.modified and not self._workspace.save():
            return
        key = self._workspace.key if key.startswith("new:") else key

        def work() -> None:
            copied = self.library.duplicate(self.library.open(Path(key)))
            self._workspace.show(copied)

        self._try(work)

    def delete(self, key: str) -> None:
        """Move a template to the system's bin."""
        entry = self._entries.get(key)
        if entry is None:
            return

        def work() -> None:
            self.library.delete(entry.path)
            self.told.emit(tr_("notice.deleted", name=entry.template.name))
            self.refresh()
            if key == self._workspace.key:
                self.open_first()

        self._try(work)

    def open_first(self) -> None:
        """Open the first template there is, or start one."""
        first = next(iter(self._entries), None)
        if first is None:
            self._workspace.show_new(Template(name=tr_("app_state.untitled")))
        else:
            self._try(lambda: self._workspace.show(self.library.open(Path(first))))

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Import messages into the library and open the last one."""
        if self._workspace.modified and not self._workspace.save():
            return
        imported: list[StoredTemplate] = []
        for path in paths:
            self._try(lambda path=path: imported.append(self.library.import_file(path)))
        if imported:
            self.told.emit(tr_("notice.imported", count=len(imported)))
            self._workspace.show(imported[-1])

    def add_starters(self) -> None:
        """Put the starter templates into the folder."""
        self._try(lambda: copy_starters(self.library.folder))
        self.refresh()
        self.open_first()

    def reveal(self, key: str) -> None:
        """Show a template's file in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(key).parent)))

    def _connect(self, sidebar: Sidebar) -> None:
        sidebar.selected.connect(self.open)
        sidebar.renamed.connect(self.rename)
        sidebar.duplicate_requested.connect(self.duplicate)
        sidebar.delete_requested.connect(self.delete)
        sidebar.reveal_requested.connect(self.reveal)
        sidebar.new_requested.connect(self.new)
        sidebar.starters_requested.connect(self.add_starters)
        sidebar.files_dropped.connect(self.add_files)

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except LibraryError as error:
            self.failed.emit(str(error))

    def _row(self, entry: StoredTemplate | Unreadable) -> TemplateRow:
        key = str(entry.path)
        if isinstance(entry, Unreadable):
            name = tr_("app_state.unreadable", name=entry.path.name)
            return TemplateRow(key, name, "", "", Mark.MUST_FIX, entry.path)
        if key == self._workspace.key:
            return self._open_row(key, entry.path)
        template = entry.template
        return self._template_row(key, template, self._states.mark(entry), entry.path)

    def _open_row(self, key: str, path: Path | None) -> TemplateRow:
        return self._template_row(key, self._workspace.template, self._current_mark, path)

    def _template_row(
        self, key: str, template: Template, mark: Mark, path: Path | None
    ) -> TemplateRow:
        reason = self._policy.reasons.get(template.reason)
        name = template.name or (path.stem if path else tr_("app_state.untitled"))
        tag = template.language.partition("-")[0].upper()
        return TemplateRow(key, name, reason.title if reason else "", tag, mark, path)


def _rank(order: list[str], group: str) -> int:
    return order.index(group) if group in order else len(order)

"""Finding and replacing words in every template of the library."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from composer.document.search import Query, QueryError
from composer.gui.editors import Editors
from composer.gui.library.search_dialog import SearchDialog
from composer.gui.library.shelf import Shelf
from composer.gui.saying import problem
from composer.gui.text import tr_
from composer.gui.workspace import Workspace
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate
from composer.library.searching import Found, Place, search
from composer.template import Template


class LibrarySearch(QObject):
    """Looks through the library; each template replaced in can be brought back at once.

    Signals:
        replaced: what was done, and the first file that refused if one did; what undoes it.
        failed: a sentence on why nothing was done, or not undone.
        shown: a place is about to be selected: bring the template's words to the front.
    """

    replaced = Signal(str, object)
    failed = Signal(str)
    shown = Signal()

    def __init__(
        self, workspace: Workspace, shelf: Shelf, editors: Editors, dialog: SearchDialog
    ) -> None:
        super().__init__(dialog)
        self._workspace = workspace
        self._shelf = shelf
        self._editors = editors
        self._dialog = dialog
        self._found: tuple[Found, ...] = ()
        dialog.query_changed.connect(self._search)
        dialog.opened.connect(self._go_to)
        dialog.replace_requested.connect(self._replace)

    def open(self, words: str) -> None:
        """Show the dialog, looking for `words` where there are any."""
        self._dialog.show()
        self._dialog.raise_()  # it may be open behind the window already
        self._dialog.activateWindow()
        self._dialog.look_for(words)
        self._search(self._dialog.query)

    def _search(self, query: Query) -> None:
        try:
            self._found = search(self._templates(), query)
        except QueryError as error:
            self._found = ()
            self._dialog.show_found(())
            self._dialog.show_mistake(problem(error))
            return
        self._dialog.show_found(self._found)

    def _templates(self) -> list[StoredTemplate]:
        """The files of the library, the open one as it is on screen."""
        open_path = self._workspace.path
        return [
            replace(entry, template=self._workspace.template) if entry.path == open_path else entry
            for entry in self._workspace.library.entries()
            if isinstance(entry, StoredTemplate)
        ]

    def _go_to(self, key: str, place: Place) -> None:
        self._shelf.open(key)
        if self._workspace.key == key:
            self.shown.emit()
            self._editors.written[place.part].select(place.hit.start, place.hit.end)

    def _replace(self, text: str) -> None:
        query = self._dialog.query
        self._search(query)  # whoever typed since must not lose a word
        try:
            new = [(each, each.replaced(query, text)) for each in self._found]
        except QueryError as error:
            self._dialog.show_mistake(problem(error))
            return
        written: list[tuple[StoredTemplate, Template]] = []
        counts: list[int] = []
        refused = ""
        for each, template in new:
            if each.stored.path == self._workspace.path:
                self._edit(template)
            else:
                try:
                    saved = self._workspace.library.save(each.stored, template)
                except LibraryError as error:
                    refused = problem(error)
                    break
                self._workspace.journal.record(str(each.stored.path), "save", template)
                written.append((saved, each.stored.template))
            counts.append(len(each.places))
        self._shelf.refresh()
        self._search(query)
        self._tell(counts, refused, written)

    def _tell(
        self, counts: list[int], refused: str, written: list[tuple[StoredTemplate, Template]]
    ) -> None:
        if not counts:
            if refused:
                self.failed.emit(refused)
            return
        templates = tr_("search.templates", count=len(counts))
        sentence = tr_("search.replaced", count=sum(counts), templates=templates)
        self.replaced.emit(f"{sentence} {refused}".rstrip(), lambda: self._undo(written))

    def _edit(self, template: Template) -> None:
        """Change the open template as typing would: one undo step, saved with the rest of it."""
        with self._editors.subject.undo_log.together():
            for part, editor in self._editors.items():
                editor.replace_document(template.part(part))

    def _undo(self, written: list[tuple[StoredTemplate, Template]]) -> None:
        """Bring back the files; the open template has its own undo."""
        for saved, before in written:
            try:
                self._workspace.library.save(saved, before)
            except LibraryError as error:
                self.failed.emit(problem(error))
                break
        self._workspace.check_disk()
        self._shelf.refresh()
        self._search(self._dialog.query)

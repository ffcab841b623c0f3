"""Finding and replacing words in every template of the library."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.document.search import Query, QueryError
from composer.gui.library.replacing import Replacements, Swap, Swaps
from composer.gui.library.search_dialog import SearchDialog
from composer.gui.library.shelf import Shelf
from composer.gui.template.workspace import Workspace
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.library.files import StoredTemplate
from composer.library.searching import Found, Place, search

Undo = Callable[[], object]


class LibrarySearch(QObject):
    """Looks through the library; what is replaced is one step of undo, and can be brought back.

    Signals:
        replaced: what was done, and the first file that refused if one did; what undoes it.
        taken_back: what was replaced last is not any more.
        failed: a sentence on why nothing was done.
        shown: a place is about to be selected: bring the template's words to the front.
        asked: a question stands in the dialog, in its words.
    """

    replaced = Signal(str, object)
    taken_back = Signal()
    failed = Signal(str)
    shown = Signal()
    asked = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        shelf: Shelf,
        editors: Editors,
        replacements: Replacements,
        dialog: SearchDialog,
    ) -> None:
        super().__init__(dialog)
        self._workspace = workspace
        self._shelf = shelf
        self._editors = editors
        self._replacements = replacements
        self._dialog = dialog
        self._found: tuple[Found, ...] = ()
        self._last: Swaps = ()
        dialog.query_changed.connect(self._search)
        dialog.asked.connect(self.asked)
        dialog.opened.connect(self._go_to)
        dialog.replace_requested.connect(self.replace)
        dialog.undo_requested.connect(lambda: replacements.take_back(self._last))
        replacements.changed.connect(self._refresh)
        replacements.undone.connect(self._note_undone)

    def open(self, words: str) -> None:
        """Show the dialog, looking for `words` where there are any."""
        if not self._dialog.isVisible():
            self._dialog.begin()
        self._dialog.show()
        self._dialog.raise_()  # it may be open behind the window already
        self._dialog.activateWindow()
        self._dialog.look_for(words)
        self._search(self._dialog.query)

    def replace(self, text: str) -> None:
        """Put `text` in every place of what the dialog looks for that is not left out there."""
        query, before = self._dialog.query, self._found
        found = self._dialog.taken
        chosen = _places(found) != _places(before)
        if self._editors.as_source:
            self.shown.emit()  # steps of the source end with it, and half of this one would
        self._search(query)  # whoever typed since must not lose a word
        if not chosen:
            found = self._found
        elif _places(before) != _places(self._found):
            self._dialog.show_mistake(tr_("search.look_again"))  # or others would be left out
            return
        try:
            swaps = [
                Swap(each.stored.path, each.stored.template, each.replaced(query, text))
                for each in found
            ]
        except QueryError as error:
            self._dialog.show_mistake(problem(error))
            return
        made, refused = self._replacements.make(swaps)
        if made:
            self._tell(made, sum(len(each.places) for each in found[: len(made)]), refused)
        elif refused:
            self.failed.emit(refused)

    def _search(self, query: Query) -> None:
        try:
            self._found = search(self._templates(), query)
        except QueryError as error:
            self._found = ()
            self._dialog.show_found((), frozenset())
            self._dialog.show_mistake(problem(error))
            return
        self._dialog.show_found(self._found, self._shelf.approved)

    def _templates(self) -> list[StoredTemplate]:
        """The files of the library in the order of the list, the open one as it is on screen."""
        open_path, places = self._workspace.path, self._shelf.places
        found = [
            replace(entry, template=self._workspace.template) if entry.path == open_path else entry
            for entry in self._workspace.library.entries()
            if isinstance(entry, StoredTemplate)
        ]
        return sorted(found, key=lambda entry: places.get(entry.path, len(places)))

    def show_words(self, words: str) -> None:
        """Select the first place where `words`, spelled so, stand in the open template."""
        for editor in self._editors.written.values():
            for hit in editor.find_hits(Query(words, case=True))[:1]:
                editor.select(hit.start, hit.end)
                return

    def _go_to(self, key: str, place: Place) -> None:
        self._shelf.open(key)
        if self._workspace.key == key:
            self.shown.emit()
            self._editors.written[place.part].select(place.hit.start, place.hit.end)

    def _tell(self, made: Swaps, places: int, refused: str) -> None:
        self._last = made
        templates = tr_("search.templates", count=len(made))
        sentence = tr_("search.replaced", count=places, templates=templates)
        sentence = f"{sentence} {refused}".rstrip()
        self._dialog.show_outcome(sentence)
        self.replaced.emit(sentence, lambda: self._replacements.take_back(made))

    def _note_undone(self, swaps: Swaps) -> None:
        if swaps is self._last:
            self._dialog.clear_outcome()
            self.taken_back.emit()

    def _refresh(self) -> None:
        self._shelf.refresh()
        self._search(self._dialog.query)


def _places(found: tuple[Found, ...]) -> list[tuple[Path, str, int, int]]:
    return [
        (each.stored.path, it.part, it.hit.start, it.hit.end)
        for each in found
        for it in each.places
    ]

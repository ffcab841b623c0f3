"""Deleted templates that come back later, from the app's own history."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from composer.gui.library.deleted_dialog import DeletedDialog, DeletedRow
from composer.gui.library.shelf import Shelf
from composer.gui.side_by_side.page import message_html
from composer.gui.side_by_side.shown import Side
from composer.gui.theme.theme import Theme
from composer.gui.words.saying import problem
from composer.gui.words.text import day_text, time_text, tr_
from composer.library.deleted import Deleted, DeletedTemplates
from composer.library.errors import LibraryError
from composer.library.files import read_data
from composer.policy import Policy

_FIRST_WORDS = 80


class BringingBack(QObject):
    """Lists what was deleted from the library shown, and brings back what is wanted.

    Signals:
        brought: a sentence on what is back.
        failed: a sentence on what could not be done.
    """

    brought = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        deleted: DeletedTemplates,
        shelf: Shelf,
        policy: Policy,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._deleted = deleted
        self._shelf = shelf
        self._policy = policy
        self._theme = theme
        self._window = window

    def open(self) -> None:
        """Show what was deleted."""
        try:
            found = self._deleted.of(self._shelf.library.folder)
        except LibraryError as error:
            self.failed.emit(problem(error))
            return
        dialog = DeletedDialog([self._row(it) for it in found], self._window)
        by_id = {it.id: it for it in found}
        dialog.wanted.connect(lambda name: self._bring(by_id[name]))
        dialog.open()

    def _bring(self, deleted: Deleted) -> None:
        try:
            path = self._shelf.library.bring_back(self._deleted.files(deleted))
            self._deleted.forget(deleted.id)
        except LibraryError as error:
            self.failed.emit(problem(error))
            return
        self._shelf.refresh()
        self._shelf.open(str(path))
        self.brought.emit(tr_("deleted.brought", name=self._shelf.name_of(path)))

    def _row(self, deleted: Deleted) -> DeletedRow:
        at = deleted.at.astimezone()
        today = at.date() == datetime.now(at.tzinfo).date()
        day = tr_("side_by_side.today") if today else day_text(at)
        when = tr_("deleted.when", day=day, time=time_text(at))
        stem = deleted.path.stem
        try:
            template = read_data(deleted.path.name, deleted.data, self._policy)
        except LibraryError as error:
            return DeletedRow(deleted.id, stem, when, "", problem(error))
        right_to_left = self._policy.languages.html_direction(template.language) == "rtl"
        side = Side(template.name, template.language, right_to_left)
        page = message_html(template.subject, template.body, side, self._theme.colours)
        words = " ".join(template.body.text.replace("\ufffc", "…").split())[:_FIRST_WORDS]
        return DeletedRow(deleted.id, template.name or stem, when, words, page)

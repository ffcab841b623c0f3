"""What is on screen when the app starts: the library, what was open, and what a crash kept back."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from composer.gui.settings import Preferences
from composer.gui.theme.marks import Mark
from composer.gui.words.saying import note, problem
from composer.gui.words.text import tr_
from composer.library.errors import LibraryError
from composer.library.folder import Library
from composer.library.history import History
from composer.library.orders import own_orders
from composer.library.settings import SettingsError, settings_for
from composer.library.starters import copy_starters, demo_in
from composer.policy import Policy

if TYPE_CHECKING:
    from composer.gui.desk.crew import Desk


def open_library(preferences: Preferences, policy: Policy) -> Library:
    """Return the library used last; a new one is made with the starter templates in it."""
    folder = preferences.library
    library = Library(folder, policy)
    if not folder.exists():
        copy_starters(folder, preferences.language_read)
    return library


def start(desk: "Desk", preferences: Preferences, history_file: Path) -> None:
    """Show what was open last, or what a crash kept from its file."""
    alone = desk.doorbell.take()
    said = _keep_history(desk, history_file, alone=alone)
    desk.shelf.refresh()
    if not _restored(desk):
        _show_last(desk, preferences)
    if not alone:
        desk.notices.ask("other window", tr_("notice.other_window"), {}, Mark.REVIEW)
    if said:
        desk.notices.fail(said)
    tell_of_settings(desk)
    desk.widgets.body.setFocus()


def tell_of_settings(desk: "Desk") -> None:
    """Say so where the settings of the library cannot be read."""
    try:
        settings_for(desk.workspace.library.folder)
        own_orders(desk.workspace.library.folder, desk.judging.policy)
    except SettingsError as error:
        desk.notices.fail(tr_("notice.bad_settings", reason=problem(error)))


def _keep_history(desk: "Desk", file: Path, *, alone: bool) -> str:
    """Keep a history from now on, and return what there is to say about it.

    What another window is typing is not lost, and not ours to restore.
    """
    try:
        history = History(file, window="" if alone else uuid4().hex)
        if alone:
            history.adopt()
        desk.workspace.journal.keep(history, history.unsaved() if alone else ())
    except LibraryError as error:
        return tr_("notice.no_history", reason=problem(error))
    return note(history.note) if history.note else ""


def _restored(desk: "Desk") -> bool:
    """Restore the newest typing of this library; the rest comes back where it is opened."""
    return any(desk.opening.restore(entry) for entry in desk.opening.kept_here)


def _show_last(desk: "Desk", preferences: Preferences) -> None:
    library = desk.workspace.library
    demo = demo_in(library.folder, preferences.language_read)
    for name in (preferences.open_key, str(demo)):
        path = Path(name)
        if name and path.parent == library.folder and path.is_file():
            desk.shelf.open(name)
            if desk.workspace.key:
                return
    desk.shelf.open_first()

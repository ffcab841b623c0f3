"""What is on screen when the app starts: the library, what was open, and what a crash kept back."""

from pathlib import Path
from typing import TYPE_CHECKING

from composer.gui.settings import Preferences
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
    try:
        history = History(history_file)
        # What another window is typing is not lost, and not ours to restore.
        alone = desk.lock.tryLock(0)
        desk.workspace.journal.keep(history, history.unsaved() if alone else ())
        if history.note:
            desk.notices.fail(note(history.note))
    except LibraryError as error:
        desk.notices.fail(tr_("notice.no_history", reason=problem(error)))
    desk.shelf.refresh()
    if not _restored(desk):
        _show_last(desk, preferences)
    tell_of_settings(desk)
    desk.widgets.body.setFocus()


def tell_of_settings(desk: "Desk") -> None:
    """Say so where the settings of the library cannot be read."""
    try:
        settings_for(desk.workspace.library.folder)
        own_orders(desk.workspace.library.folder, desk.judging.policy)
    except SettingsError as error:
        desk.notices.fail(tr_("notice.bad_settings", reason=problem(error)))


def _restored(desk: "Desk") -> bool:
    """Restore the newest typing of this library; the rest comes back where it is opened."""
    folder = desk.workspace.library.folder
    here = [
        entry
        for entry in desk.workspace.journal.kept
        if entry.key.startswith("new:") or Path(entry.key).parent == folder
    ]
    for entry in here:
        if desk.workspace.restore(entry):
            if desk.workspace.modified:
                desk.notices.tell(tr_("notice.recovered", count=len(here)))
            return True
    return False


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

"""Those who keep the library: its list, its bin, and what is searched in all of it."""

from dataclasses import dataclass
from pathlib import Path

from composer.gui.desk.room import Room
from composer.gui.library.binning import Binning
from composer.gui.library.bringing_back import BringingBack
from composer.gui.library.library_search import LibrarySearch
from composer.gui.library.replacing import Replacements
from composer.gui.library.search_dialog import SearchDialog
from composer.gui.library.shelf import Shelf
from composer.gui.library.states import LibraryStates
from composer.gui.settings import Preferences
from composer.gui.template.beginning import Beginning
from composer.gui.theme.theme import Theme
from composer.library.deleted import DeletedTemplates


@dataclass(frozen=True)
class LibraryCrew:
    """Templates that begin, are opened, go, come back, and are changed without being open."""

    beginning: Beginning
    shelf: Shelf
    binning: Binning
    bringing_back: BringingBack
    replacements: Replacements
    library_search: LibrarySearch


def make_library(
    room: Room, states: LibraryStates, theme: Theme, preferences: Preferences, history: Path
) -> LibraryCrew:
    """Return those who keep the library."""
    policy, window, workspace = room.policy, room.window, room.workspace
    opening, saving = room.opening, room.saving
    sidebar, editors = room.widgets.sidebar, room.widgets.editors
    beginning = Beginning(policy, preferences)
    shelf = Shelf(sidebar, workspace, opening, saving, states, policy, beginning)
    replacements = Replacements(workspace, editors, window)
    deleted = DeletedTemplates(history)
    dialog = SearchDialog(theme, window)
    return LibraryCrew(
        beginning,
        shelf,
        Binning(sidebar, shelf, workspace, opening, saving, deleted),
        BringingBack(deleted, shelf, policy, theme, window),
        replacements,
        LibrarySearch(workspace, shelf, editors, replacements, dialog),
    )

"""What stands in a window before anybody works in it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from composer.gui.checking.linters import Linters
from composer.gui.desk.starting import open_library
from composer.gui.desk.widgets import Widgets, make_widgets, panes
from composer.gui.editor.undo import UndoLog
from composer.gui.settings import Preferences
from composer.gui.template.journal import Journal
from composer.gui.template.opening import Opening
from composer.gui.template.saving import Saving
from composer.gui.template.workspace import Screen, Workspace
from composer.gui.theme.theme import Theme
from composer.gui.window.actions import Actions, build_actions
from composer.gui.window.main_window import MainWindow
from composer.language.assistants import Assistants
from composer.policy import Policy


@dataclass(frozen=True)
class Room:
    """The window, its widgets and commands, and the template in hand."""

    policy: Policy
    actions: Actions
    linters: Linters
    workspace: Workspace
    opening: Opening
    saving: Saving
    widgets: Widgets
    window: MainWindow


def furnish(theme: Theme, preferences: Preferences, assistants: Assistants) -> Room:
    """Return the window of the library used last, with nothing in it yet."""
    policy = Policy.load()
    owner = QObject(theme)
    actions = build_actions(theme, theme)
    library = open_library(preferences, policy)
    # The widgets need the workspace for pictures, the workspace the widgets for words.
    screen = Screen(
        lambda key, template: widgets.histories.put_away(key, template),  # noqa: PLW0108 - not yet
        lambda key, template: widgets.show(key, template),  # noqa: PLW0108
        lambda: widgets.editors.content(),  # noqa: PLW0108
        lambda: widgets.editors.recent(),  # noqa: PLW0108
        lambda: widgets.editors.readable(),  # noqa: PLW0108
    )
    workspace = Workspace(library, policy, screen, Journal(owner), owner)
    saving = Saving(workspace)
    widgets = make_widgets(theme, actions, UndoLog(owner), workspace, saving, policy)
    window = MainWindow(panes(widgets), actions, preferences.store)
    linters = Linters(policy, lambda: workspace.library.folder, assistants)
    opening = Opening(workspace)
    return Room(policy, actions, linters, workspace, opening, saving, widgets, window)

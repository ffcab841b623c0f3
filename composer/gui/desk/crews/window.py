"""Those who speak for the window: what it says, to eyes and ears, and to other windows."""

from dataclasses import dataclass
from pathlib import Path

from composer.gui.desk.room import Room
from composer.gui.settings import Preferences
from composer.gui.theme.theme import Theme
from composer.gui.window.announcer import Announcer
from composer.gui.window.doorbell import Doorbell
from composer.gui.window.fading import Fading
from composer.gui.window.help_page import HelpPage
from composer.gui.window.notices import Notices


@dataclass(frozen=True)
class WindowCrew:
    """Notices that fade, speech, help, and the bell that a second start rings."""

    notices: Notices
    fading: Fading
    announcer: Announcer
    help_page: HelpPage
    doorbell: Doorbell


def make_window(room: Room, theme: Theme, preferences: Preferences, history: Path) -> WindowCrew:
    """Return those who speak for the window; the bell is of the windows with one `history`."""
    window, bar = room.window, room.widgets.bar
    fading = Fading(bar, window)
    return WindowCrew(
        Notices(bar, fading, window),
        fading,
        Announcer(window),
        HelpPage(theme, room.actions, preferences.store, window),
        Doorbell(history, window),
    )

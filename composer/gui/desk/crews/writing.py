"""Those who help to write: commands at the caret, pictures, sizes, tables, source, search."""

from dataclasses import dataclass

from composer.gui.desk.crews.findings import FindingsCrew
from composer.gui.desk.room import Room
from composer.gui.findings.finding_entries import FindingEntries
from composer.gui.images.picturing import Picturing
from composer.gui.settings import Preferences
from composer.gui.theme.theme import Theme
from composer.gui.writing.commands import Writing
from composer.gui.writing.context_menus import ContextMenus
from composer.gui.writing.counting import Counting
from composer.gui.writing.measuring import Measuring
from composer.gui.writing.searching import Searching
from composer.gui.writing.sizing import Sizing
from composer.gui.writing.sourcing import Sourcing
from composer.gui.writing.tabling import Tabling


@dataclass(frozen=True)
class WritingCrew:
    """What is done to the words, and what is counted of them."""

    measuring: Measuring
    writing: Writing
    sizing: Sizing
    picturing: Picturing
    searching: Searching
    sourcing: Sourcing
    tabling: Tabling
    menus: ContextMenus


def make_writing(
    room: Room, findings: FindingsCrew, theme: Theme, preferences: Preferences
) -> WritingCrew:
    """Return those who help to write; findings are dealt with in the menus of the words, too."""
    policy, workspace, actions, window = room.policy, room.workspace, room.actions, room.window
    widgets, editors, toolbar = room.widgets, room.widgets.editors, room.widgets.toolbar
    measuring = Measuring(editors, workspace, policy, window)
    Counting(widgets.status, measuring)
    return WritingCrew(
        measuring,
        Writing(editors, actions, toolbar, workspace, widgets.preview, window),
        Sizing(toolbar, actions, editors, workspace, policy, measuring),
        Picturing(
            editors,
            actions,
            workspace,
            room.saving,
            findings.judging.finding,
            policy.limits.image_width,
            preferences,
            window,
        ),
        Searching(widgets.find, editors, actions),
        Sourcing(editors, widgets.pages, toolbar, actions),
        Tabling(editors, actions, window),
        _menus(room, findings, theme),
    )


def _menus(room: Room, findings: FindingsCrew, theme: Theme) -> ContextMenus:
    judging, suggesting = findings.judging, findings.suggesting
    entries = FindingEntries(judging, suggesting, findings.foretelling, theme)
    editors, actions = room.widgets.editors, room.actions
    return ContextMenus(editors, judging, entries, suggesting, actions, theme, room.window)

"""Those who show how the message looks to its buyer."""

from dataclasses import dataclass

from composer.gui.desk.crews.checking import CheckingCrew
from composer.gui.desk.room import Room
from composer.gui.preview.measured_list import MeasuredList
from composer.gui.preview.own_values import OwnValues
from composer.gui.preview.previewing import Previewing
from composer.gui.preview.reading_along import ReadingAlong
from composer.gui.settings import Preferences


@dataclass(frozen=True)
class PreviewCrew:
    """The preview follows the words and the order chosen, with the seller's own values."""

    own_values: OwnValues
    measured: MeasuredList
    previewing: Previewing
    reading_along: ReadingAlong


def make_preview(room: Room, checking: CheckingCrew, preferences: Preferences) -> PreviewCrew:
    """Return those who show what is checked."""
    policy, window, workspace = room.policy, room.window, room.workspace
    editors, pane, seeing = room.widgets.editors, room.widgets.preview, checking.seeing
    own_values = OwnValues(workspace, policy, window)
    return PreviewCrew(
        own_values,
        MeasuredList(seeing, workspace, editors, policy, window),
        Previewing(
            pane,
            checking.checker,
            workspace,
            seeing,
            checking.ordering,
            own_values,
            policy,
            preferences,
        ),
        ReadingAlong(pane, editors),
    )

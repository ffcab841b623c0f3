"""Those who deal with the template as a whole: its purpose, its approval, where it goes."""

from dataclasses import dataclass

from composer.gui.desk.crews.checking import CheckingCrew
from composer.gui.desk.crews.findings import FindingsCrew
from composer.gui.desk.room import Room
from composer.gui.proof.proofing import Proofing
from composer.gui.settings import Preferences
from composer.gui.side_by_side.showing import SideBySide
from composer.gui.template.exporting import Exporter
from composer.gui.template.heading import Heading
from composer.gui.theme.theme import Theme


@dataclass(frozen=True)
class TemplateCrew:
    """What the template is for and how it stands, and what is made of it."""

    heading: Heading
    exporter: Exporter
    proofing: Proofing
    side_by_side: SideBySide


def make_template(
    room: Room,
    checking: CheckingCrew,
    findings: FindingsCrew,
    theme: Theme,
    preferences: Preferences,
) -> TemplateCrew:
    """Return those who deal with the template as a whole."""
    policy, window, workspace = room.policy, room.window, room.workspace
    header, editors, patient = room.widgets.header, room.widgets.editors, room.linters.patient
    return TemplateCrew(
        Heading(header, workspace, room.saving, findings.steps, policy, theme),
        Exporter(workspace, policy, patient, theme, preferences, window),
        Proofing(workspace, editors, patient, lambda: checking.seeing.seen, window),
        SideBySide(workspace, editors, policy, theme, window),
    )

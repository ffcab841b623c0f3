"""Those who work in one window."""

from dataclasses import dataclass
from pathlib import Path

from composer.gui.desk.crews.checking import CheckingCrew, make_checking
from composer.gui.desk.crews.findings import FindingsCrew, make_findings
from composer.gui.desk.crews.library import LibraryCrew, make_library
from composer.gui.desk.crews.preview import PreviewCrew, make_preview
from composer.gui.desk.crews.template import TemplateCrew, make_template
from composer.gui.desk.crews.window import WindowCrew, make_window
from composer.gui.desk.crews.writing import WritingCrew, make_writing
from composer.gui.desk.room import Room
from composer.gui.library.states import LibraryStates
from composer.gui.settings import Preferences
from composer.gui.theme.theme import Theme
from composer.language.assistants import Assistants


@dataclass(frozen=True)
class Desk(
    Room,
    CheckingCrew,
    FindingsCrew,
    WritingCrew,
    LibraryCrew,
    TemplateCrew,
    PreviewCrew,
    WindowCrew,
):
    """One window and those who work in it: the room and all of its crews, and nothing else."""


def gather(
    room: Room,
    states: LibraryStates,
    theme: Theme,
    preferences: Preferences,
    history: Path,
    assistants: Assistants,
) -> Desk:
    """Return those who work in `room`, not connected yet."""
    reports = history.with_name("wrong-findings.jsonl")
    checking = make_checking(room, theme, preferences, assistants)
    findings = make_findings(room, checking, theme, preferences, reports, assistants)
    parts = (
        room,
        checking,
        findings,
        make_writing(room, findings, theme, preferences),
        make_library(room, states, theme, preferences, history),
        make_template(room, checking, findings, theme, preferences),
        make_preview(room, checking, preferences),
        make_window(room, theme, preferences, history),
    )
    return Desk(**{name: each for part in parts for name, each in vars(part).items()})

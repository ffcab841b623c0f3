"""Those who deal with what was found: show it, explain it, fix it, set it aside."""

from dataclasses import dataclass
from pathlib import Path

from composer.gui.checking.judging import Judging
from composer.gui.checking.suggesting import Suggesting
from composer.gui.desk.crews.checking import CheckingCrew
from composer.gui.desk.room import Room
from composer.gui.desk.widgets import editor_colours
from composer.gui.findings.card import FindingCard
from composer.gui.findings.deciding import Deciding
from composer.gui.findings.explaining import Explaining
from composer.gui.findings.fixing_all import FixingAll
from composer.gui.findings.foretelling import Foretelling
from composer.gui.findings.linking import Linking
from composer.gui.findings.own_words import OwnWords
from composer.gui.findings.set_asides import SetAsides
from composer.gui.library.words_dialog import OwnWordsDialog
from composer.gui.settings import Preferences
from composer.gui.template.template_steps import TemplateSteps
from composer.gui.theme.theme import Theme
from composer.language.assistants import Assistants


@dataclass(frozen=True)
class FindingsCrew:
    """What is found is judged in one place, and decided on where the seller likes."""

    judging: Judging
    suggesting: Suggesting
    foretelling: Foretelling
    steps: TemplateSteps
    set_asides: SetAsides
    own_words: OwnWords
    deciding: Deciding
    fixing_all: FixingAll
    explaining: Explaining


def make_findings(
    room: Room,
    checking: CheckingCrew,
    theme: Theme,
    preferences: Preferences,
    reports: Path,
    assistants: Assistants,
) -> FindingsCrew:
    """Return those who deal with what is found; `reports` takes findings that are wrong."""
    workspace, widgets, window = room.workspace, room.widgets, room.window
    editors, panel, checker = widgets.editors, widgets.findings, checking.checker
    suggesting = Suggesting(assistants.speller, window)
    steps = TemplateSteps(workspace, editors.subject.undo_log, window)
    widgets.histories.keep_also(steps)
    set_asides = _set_asides(room, checking, steps, assistants)
    card = FindingCard(theme, window, window.writing_pane)
    judging = Judging(
        workspace,
        editors,
        Linking(editors, panel, card, suggesting, window),
        checker,
        room.linters.patient(),
        suggesting,
        set_asides,
        window,
    )
    own_words = OwnWords(workspace, OwnWordsDialog(theme, window))
    quick = room.linters.quick
    return FindingsCrew(
        judging,
        suggesting,
        Foretelling(editors, panel, card, judging.finding, window),
        steps,
        set_asides,
        own_words,
        Deciding(workspace, judging, set_asides, own_words, preferences, reports, window),
        FixingAll(workspace, editors, checker, quick, lambda: panel.severities, theme, window),
        _explaining(room, reports, theme, preferences),
    )


def _set_asides(
    room: Room, checking: CheckingCrew, steps: TemplateSteps, assistants: Assistants
) -> SetAsides:
    seeing = checking.seeing
    set_asides = SetAsides(
        room.workspace,
        steps,
        lambda: assistants.waiting,
        room.window,
        unseen=lambda: seeing.unseen,
    )
    seeing.settled.connect(set_asides.tell_held_back)
    set_asides.changed.connect(checking.checker.check_now)
    return set_asides


def _explaining(room: Room, reports: Path, theme: Theme, preferences: Preferences) -> Explaining:
    return Explaining(
        room.workspace,
        room.widgets.editors,
        room.linters,
        lambda: editor_colours(theme),
        reports,
        theme,
        preferences.store,
        room.window,
    )

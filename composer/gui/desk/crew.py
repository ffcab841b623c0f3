"""Those who work in one window."""

from dataclasses import dataclass, replace
from pathlib import Path

from composer.gui.checking.checker import Checker
from composer.gui.checking.comparing import Comparing
from composer.gui.checking.judging import Judging
from composer.gui.checking.language_news import LanguageNews
from composer.gui.checking.seeing import Seeing
from composer.gui.checking.suggesting import Suggesting
from composer.gui.desk.room import Room
from composer.gui.desk.widgets import Widgets, editor_colours
from composer.gui.findings.card import FindingCard
from composer.gui.findings.deciding import Deciding
from composer.gui.findings.explaining import Explaining
from composer.gui.findings.finding_entries import FindingEntries
from composer.gui.findings.fixing_all import FixingAll
from composer.gui.findings.foretelling import Foretelling
from composer.gui.findings.linking import Linking
from composer.gui.findings.own_words import OwnWords
from composer.gui.findings.set_asides import SetAsides
from composer.gui.images.picturing import Picturing
from composer.gui.library.binning import Binning
from composer.gui.library.bringing_back import BringingBack
from composer.gui.library.library_search import LibrarySearch
from composer.gui.library.replacing import Replacements
from composer.gui.library.search_dialog import SearchDialog
from composer.gui.library.shelf import Shelf
from composer.gui.library.states import LibraryStates
from composer.gui.library.words_dialog import OwnWordsDialog
from composer.gui.preview.measured_list import MeasuredList
from composer.gui.preview.ordering import Ordering
from composer.gui.preview.own_values import OwnValues
from composer.gui.preview.previewing import Previewing
from composer.gui.preview.reading_along import ReadingAlong
from composer.gui.proof.proofing import Proofing
from composer.gui.settings import Preferences
from composer.gui.side_by_side.showing import SideBySide
from composer.gui.template.beginning import Beginning
from composer.gui.template.exporting import Exporter
from composer.gui.template.heading import Heading
from composer.gui.template.opening import Opening
from composer.gui.template.saving import Saving
from composer.gui.template.template_steps import TemplateSteps
from composer.gui.template.workspace import Workspace
from composer.gui.theme.theme import Theme
from composer.gui.window.actions import Actions
from composer.gui.window.announcer import Announcer
from composer.gui.window.doorbell import Doorbell
from composer.gui.window.fading import Fading
from composer.gui.window.help_page import HelpPage
from composer.gui.window.main_window import MainWindow
from composer.gui.window.notices import Notices
from composer.gui.writing.commands import Writing
from composer.gui.writing.context_menus import ContextMenus
from composer.gui.writing.counting import Counting
from composer.gui.writing.measuring import Measuring
from composer.gui.writing.searching import Searching
from composer.gui.writing.sizing import Sizing
from composer.gui.writing.sourcing import Sourcing
from composer.gui.writing.tabling import Tabling
from composer.language.assistants import Assistants
from composer.library.deleted import DeletedTemplates


@dataclass(frozen=True, slots=True)
class Desk:
    """One window and those who work in it."""

    window: MainWindow
    widgets: Widgets
    actions: Actions
    workspace: Workspace
    opening: Opening
    saving: Saving
    checker: Checker
    seeing: Seeing
    ordering: Ordering
    own_values: OwnValues
    judging: Judging
    own_words: OwnWords
    deciding: Deciding
    menus: ContextMenus
    fixing_all: FixingAll
    explaining: Explaining
    heading: Heading
    shelf: Shelf
    binning: Binning
    bringing_back: BringingBack
    beginning: Beginning
    exporter: Exporter
    proofing: Proofing
    notices: Notices
    fading: Fading
    help_page: HelpPage
    announcer: Announcer
    writing: Writing
    measuring: Measuring
    measured: MeasuredList
    sizing: Sizing
    picturing: Picturing
    searching: Searching
    sourcing: Sourcing
    tabling: Tabling
    comparing: Comparing
    side_by_side: SideBySide
    replacements: Replacements
    library_search: LibrarySearch
    previewing: Previewing
    reading_along: ReadingAlong
    doorbell: Doorbell
    news: LanguageNews


@dataclass(frozen=True, slots=True)
class _Judges:
    """Those who check, and those who say what is known of it."""

    checker: Checker
    seeing: Seeing
    ordering: Ordering
    news: LanguageNews
    suggesting: Suggesting
    steps: TemplateSteps
    set_asides: SetAsides
    judging: Judging
    foretelling: Foretelling


def gather(
    room: Room,
    states: LibraryStates,
    theme: Theme,
    preferences: Preferences,
    history: Path,
    assistants: Assistants,
) -> Desk:
    """Return those who work in `room`, not connected yet."""
    policy, window, workspace, widgets = room.policy, room.window, room.workspace, room.widgets
    editors, actions, linters = widgets.editors, room.actions, room.linters
    judges = _judges(room, theme, preferences, assistants)
    checker, judging = judges.checker, judges.judging
    measuring = Measuring(editors, workspace, policy, window)
    Counting(widgets.status, measuring)
    beginning = Beginning(policy, preferences)
    shelf = Shelf(widgets.sidebar, workspace, room.opening, room.saving, states, policy, beginning)
    replacements = Replacements(workspace, editors, window)
    own_words = OwnWords(workspace, OwnWordsDialog(theme, window))
    fading = Fading(widgets.bar, window)
    deleted = DeletedTemplates(history)
    own_values = OwnValues(workspace, policy, window)
    reports = history.with_name("wrong-findings.jsonl")
    return Desk(
        window=window,
        widgets=widgets,
        actions=actions,
        workspace=workspace,
        opening=room.opening,
        saving=room.saving,
        checker=checker,
        seeing=judges.seeing,
        ordering=judges.ordering,
        own_values=own_values,
        judging=judging,
        menus=_menus(room, judges, theme),
        own_words=own_words,
        deciding=Deciding(
            workspace, judging, judges.set_asides, own_words, preferences, reports, window
        ),
        fixing_all=FixingAll(
            workspace,
            editors,
            checker,
            linters.quick,
            lambda: widgets.findings.severities,
            theme,
            window,
        ),
        explaining=_explaining(room, reports, theme, preferences),
        heading=Heading(widgets.header, workspace, room.saving, judges.steps, policy, theme),
        shelf=shelf,
        binning=Binning(widgets.sidebar, shelf, workspace, room.opening, room.saving, deleted),
        bringing_back=BringingBack(deleted, shelf, policy, theme, window),
        beginning=beginning,
        exporter=Exporter(workspace, policy, linters.patient, theme, preferences, window),
        proofing=Proofing(workspace, editors, linters.patient, lambda: judges.seeing.seen, window),
        notices=Notices(widgets.bar, fading, window),
        fading=fading,
        help_page=HelpPage(theme, actions, preferences.store, window),
        announcer=Announcer(window),
        writing=Writing(editors, actions, widgets.toolbar, workspace, widgets.preview, window),
        measuring=measuring,
        measured=MeasuredList(judges.seeing, workspace, editors, policy, window),
        sizing=Sizing(widgets.toolbar, actions, editors, workspace, policy, measuring),
        picturing=Picturing(
            editors,
            actions,
            workspace,
            room.saving,
            judging.finding,
            policy.limits.image_width,
            preferences,
            window,
        ),
        searching=Searching(widgets.find, editors, actions),
        comparing=Comparing(workspace, policy, linters.under, theme, window),
        side_by_side=SideBySide(workspace, editors, policy, theme, window),
        replacements=replacements,
        library_search=LibrarySearch(
            workspace, shelf, editors, replacements, SearchDialog(theme, window)
        ),
        sourcing=Sourcing(editors, widgets.pages, widgets.toolbar, actions),
        tabling=Tabling(editors, actions, window),
        previewing=Previewing(
            widgets.preview,
            checker,
            workspace,
            judges.seeing,
            judges.ordering,
            own_values,
            policy,
            preferences,
        ),
        reading_along=ReadingAlong(widgets.preview, editors),
        doorbell=Doorbell(history, window),
        news=judges.news,
    )


def _judges(room: Room, theme: Theme, preferences: Preferences, assistants: Assistants) -> _Judges:
    workspace, widgets, window = room.workspace, room.widgets, room.window
    editors, linters = widgets.editors, room.linters
    seeing = Seeing(widgets.preview, workspace, room.policy)
    choice = widgets.preview.controls.orders
    ordering = Ordering(choice, workspace, room.policy, preferences, window)
    checker = Checker(
        lambda: workspace.template,
        linters.quick,
        window,
        held=lambda: editors.composing or editors.behind,
        seen=lambda: replace(seeing.seen, order=ordering.checked),
    )
    seeing.changed.connect(checker.look_again)
    ordering.changed.connect(checker.look_again)
    news = LanguageNews(assistants.speller, assistants.grammar, window)
    news.learned.connect(checker.check_now)
    suggesting = Suggesting(assistants.speller, window)
    steps = TemplateSteps(workspace, editors.subject.undo_log, window)
    set_asides = SetAsides(
        workspace,
        steps,
        lambda: assistants.waiting,
        window,
        unseen=lambda: seeing.unseen,
    )
    widgets.histories.keep_also(steps)
    seeing.settled.connect(set_asides.tell_held_back)
    set_asides.changed.connect(checker.check_now)
    card = FindingCard(theme, window, window.writing_pane)
    judging = Judging(
        workspace,
        editors,
        Linking(editors, widgets.findings, card, suggesting, window),
        checker,
        linters.patient(),
        suggesting,
        set_asides,
        window,
    )
    foretelling = Foretelling(editors, widgets.findings, card, judging.finding, window)
    return _Judges(
        checker, seeing, ordering, news, suggesting, steps, set_asides, judging, foretelling
    )


def _menus(room: Room, judges: _Judges, theme: Theme) -> ContextMenus:
    judging, suggesting = judges.judging, judges.suggesting
    entries = FindingEntries(judging, suggesting, judges.foretelling, theme)
    editors, actions = room.widgets.editors, room.actions
    return ContextMenus(editors, judging, entries, suggesting, actions, theme, room.window)


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

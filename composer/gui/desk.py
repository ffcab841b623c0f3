"""Everything one window consists of, built and connected here and nowhere else."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject

from composer.gui.actions import Actions, build_actions
from composer.gui.announcer import Announcer
from composer.gui.checker import Checker
from composer.gui.commands import connect_commands
from composer.gui.comparing import Comparing
from composer.gui.composing import Composing
from composer.gui.context_menus import ContextMenus
from composer.gui.counting import Counting
from composer.gui.deciding import Deciding
from composer.gui.desk_widgets import Widgets, editor_colours, make_widgets, panes
from composer.gui.dropping import Dropping
from composer.gui.editor.undo import UndoLog
from composer.gui.explaining import Explaining
from composer.gui.export_notices import ExportNotices
from composer.gui.exporting import Exporter
from composer.gui.fading import Fading
from composer.gui.finding_entries import FindingEntries
from composer.gui.findings.card import FindingCard
from composer.gui.fixing_all import FixingAll
from composer.gui.gatekeeping import Gatekeeping
from composer.gui.heading import Heading
from composer.gui.help_page import HelpPage
from composer.gui.hinting import Hinting
from composer.gui.images.picturing import Picturing
from composer.gui.journal import Journal
from composer.gui.judging import Judging
from composer.gui.language_choice import LanguageChoice
from composer.gui.language_news import LanguageNews
from composer.gui.library.replacing import Replacements
from composer.gui.library.search_dialog import SearchDialog
from composer.gui.library.shelf import Shelf
from composer.gui.library.states import LibraryStates
from composer.gui.library.words_dialog import OwnWordsDialog
from composer.gui.library_search import LibrarySearch
from composer.gui.library_wide import connect_library
from composer.gui.linking import Linking
from composer.gui.linters import Linters
from composer.gui.main_window import MainWindow
from composer.gui.measuring import Measuring
from composer.gui.notices import Notices
from composer.gui.offering import connect_placeholders, connect_speech
from composer.gui.own_words import OwnWords
from composer.gui.previewing import Previewing
from composer.gui.returning import Returning
from composer.gui.saving import connect_saving
from composer.gui.saying import edition_sentence
from composer.gui.searching import Searching
from composer.gui.set_asides import SetAsides
from composer.gui.settings import Preferences
from composer.gui.sizing import Sizing
from composer.gui.sourcing import Sourcing
from composer.gui.starting import open_library, start
from composer.gui.suggesting import Suggesting
from composer.gui.tabling import Tabling
from composer.gui.theme.theme import Theme
from composer.gui.try_hint import TryHint
from composer.gui.workspace import Screen, Workspace
from composer.gui.writing import Writing
from composer.language.assistants import Assistants
from composer.policy import Policy


@dataclass(frozen=True, slots=True)
class Desk:
    """One window and those who work in it."""

    window: MainWindow
    widgets: Widgets
    actions: Actions
    workspace: Workspace
    checker: Checker
    judging: Judging
    own_words: OwnWords
    deciding: Deciding
    menus: ContextMenus
    fixing_all: FixingAll
    explaining: Explaining
    heading: Heading
    shelf: Shelf
    exporter: Exporter
    notices: Notices
    fading: Fading
    help_page: HelpPage
    announcer: Announcer
    writing: Writing
    measuring: Measuring
    sizing: Sizing
    picturing: Picturing
    searching: Searching
    sourcing: Sourcing
    tabling: Tabling
    comparing: Comparing
    replacements: Replacements
    library_search: LibrarySearch
    previewing: Previewing
    lock: QLockFile
    news: LanguageNews


@dataclass(frozen=True, slots=True)
class _Room:
    """What stands in the window before anybody works in it."""

    policy: Policy
    actions: Actions
    linters: Linters
    workspace: Workspace
    widgets: Widgets
    window: MainWindow


def build_desk(
    theme: Theme, preferences: Preferences, history: Path, assistants: Assistants
) -> Desk:
    """Return a window on the library used last, with what was open and unsaved in it."""
    room = _room(theme, preferences, assistants)
    states = LibraryStates(room.linters.patient, room.window)
    desk = _desk(room, states, theme, preferences, history, assistants)
    connect_placeholders(desk, theme, room.policy)
    connect_speech(desk, room.policy)
    ExportNotices(desk.exporter, desk.workspace, desk.notices)
    TryHint(desk.workspace, desk.exporter, desk.notices, preferences)
    returning = Returning(desk.widgets.editors, desk.window)
    desk.widgets.bar.leaving.connect(returning.back)
    Gatekeeping(desk.exporter, desk.heading, desk.judging, desk.notices)
    hinting = Hinting(desk.workspace, desk.notices, room.policy, preferences)
    desk.workspace.opened.connect(hinting.hint)
    desk.heading.purpose_changed.connect(hinting.hint)
    _connect(desk, theme, room.policy)
    choosing = LanguageChoice(desk.actions.languages, preferences, desk.window)
    choosing.told.connect(desk.notices.tell)
    connect_commands(desk, preferences)
    connect_saving(desk, preferences, states)
    start(desk, preferences, history)
    return desk


def _room(theme: Theme, preferences: Preferences, assistants: Assistants) -> _Room:
    policy = Policy.load()
    owner = QObject(theme)
    actions = build_actions(theme, theme)
    library = open_library(preferences.library, policy)
    # The widgets need the workspace for pictures, the workspace the widgets for words.
    screen = Screen(
        lambda template: widgets.show(template),  # noqa: PLW0108 - not there yet
        lambda: widgets.editors.content(),  # noqa: PLW0108
        lambda: widgets.editors.recent(),  # noqa: PLW0108
        lambda: widgets.editors.readable(),  # noqa: PLW0108
    )
    workspace = Workspace(library, policy, screen, Journal(owner), owner)
    widgets = make_widgets(theme, actions, UndoLog(owner), workspace, policy)
    window = MainWindow(panes(widgets), actions, preferences.store)
    linters = Linters(policy, lambda: workspace.library.folder, assistants)
    return _Room(policy, actions, linters, workspace, widgets, window)


def _desk(
    room: _Room,
    states: LibraryStates,
    theme: Theme,
    preferences: Preferences,
    history: Path,
    assistants: Assistants,
) -> Desk:
    policy, window, workspace, widgets = room.policy, room.window, room.workspace, room.widgets
    editors, actions, linters = widgets.editors, room.actions, room.linters
    checker = Checker(
        lambda: workspace.template,
        linters.quick,
        window,
        held=lambda: editors.composing or editors.behind,
    )
    news = LanguageNews(assistants.speller, assistants.grammar, window)
    news.learned.connect(checker.check_now)
    suggesting = Suggesting(assistants.speller, window)
    set_asides = SetAsides(workspace, editors.subject.undo_log, lambda: assistants.waiting, window)
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
    entries = FindingEntries(judging, suggesting, theme)
    measuring = Measuring(editors, workspace, policy, window)
    Counting(widgets.status, measuring)
    shelf = Shelf(widgets.sidebar, workspace, states, policy)
    replacements = Replacements(workspace, editors, window)
    search_dialog = SearchDialog(theme, window)
    own_words = OwnWords(workspace, OwnWordsDialog(theme, window))
    fading = Fading(window.below_bar, window)
    reports = history.with_name("wrong-findings.jsonl")
    return Desk(
        window=window,
        widgets=widgets,
        actions=actions,
        workspace=workspace,
        checker=checker,
        judging=judging,
        menus=ContextMenus(editors, judging, entries, suggesting, actions, theme, window),
        own_words=own_words,
        deciding=Deciding(workspace, judging, set_asides, own_words, preferences, reports, window),
        fixing_all=FixingAll(
            workspace, editors, checker, linters.quick, judging.titles, theme, window
        ),
        explaining=Explaining(
            workspace,
            editors,
            linters,
            lambda: editor_colours(theme),
            reports,
            theme,
            preferences.store,
            window,
        ),
        heading=Heading(widgets.header, workspace, policy, theme),
        shelf=shelf,
        exporter=Exporter(workspace, policy, linters.patient, theme, preferences, window),
        notices=Notices(widgets.bar, fading, window),
        fading=fading,
        help_page=HelpPage(theme, actions, preferences.store, window),
        announcer=Announcer(window),
        writing=Writing(editors, actions, widgets.toolbar, workspace, window),
        measuring=measuring,
        sizing=Sizing(widgets.toolbar, actions, editors, workspace, policy, measuring),
        picturing=Picturing(
            editors, actions, workspace, judging.finding, policy.limits.image_width, window
        ),
        searching=Searching(widgets.find, editors, actions),
        comparing=Comparing(workspace, policy, linters.under, theme, window),
        replacements=replacements,
        library_search=LibrarySearch(workspace, shelf, editors, replacements, search_dialog),
        sourcing=Sourcing(editors, widgets.pages, widgets.toolbar, actions),
        tabling=Tabling(editors, actions, window),
        previewing=Previewing(widgets.preview, checker, workspace, policy, preferences),
        lock=_lock(history),
        news=news,
    )


def _lock(history: Path) -> QLockFile:
    """Return the lock that one window holds, so that no other restores what is typed in it."""
    history.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(history.with_name(f"{history.name}.lock")))
    lock.setStaleLockTime(0)  # held as long as its process lives, and no longer
    return lock


def _connect(desk: Desk, theme: Theme, policy: Policy) -> None:
    widgets, workspace, checker = desk.widgets, desk.workspace, desk.checker
    widgets.findings.set_edition(edition_sentence(policy.edition))

    theme.changed.connect(lambda: widgets.recolour(theme))
    workspace.opened.connect(widgets.findings.wait)
    workspace.opened.connect(checker.start_anew)
    desk.heading.purpose_changed.connect(checker.check_now)
    desk.judging.decision.connect(desk.deciding.decide)
    desk.judging.decision.connect(desk.picturing.decide)
    widgets.findings.fix_all_requested.connect(desk.fixing_all.open)
    _connect_explaining(desk)
    desk.judging.judged.connect(desk.heading.set_findings)
    desk.heading.marked.connect(desk.shelf.set_current_mark)
    for editor in widgets.editors.all:
        editor.changed.connect(workspace.touch)
        editor.changed.connect(checker.schedule)
        editor.changed.connect(desk.fading.typed)
    workspace.failed.connect(desk.notices.fail_to_save)
    workspace.saved.connect(desk.notices.saved)
    for failed in (
        desk.shelf.failed,
        desk.heading.failed,
        desk.writing.failed,
        desk.picturing.failed,
        desk.sourcing.failed,
        desk.library_search.failed,
        desk.replacements.failed,
        desk.exporter.refused,
        desk.deciding.failed,
        desk.own_words.failed,
        desk.fixing_all.failed,
        desk.explaining.failed,
        checker.failed,
    ):
        failed.connect(desk.notices.fail)
    for told in (
        desk.judging.told,
        desk.fixing_all.told,
        desk.searching.told,
        desk.replacements.told,
        desk.deciding.told,
        desk.explaining.told,
        desk.shelf.told,
    ):
        told.connect(desk.notices.tell)
    desk.shelf.importing.connect(
        lambda done, total: desk.notices.progress(done, total, desk.shelf.cancel_import)
    )
    desk.shelf.imported.connect(desk.notices.end_progress)
    desk.shelf.started.connect(desk.window.show_template)
    desk.shelf.started.connect(widgets.header.edit_name)
    Composing((each.composition for each in widgets.editors.all), desk.window)
    Dropping(desk.window).dropped.connect(desk.shelf.add_files)
    desk.writing.pasted.connect(desk.notices.say_what_paste_lost)
    desk.writing.paste_passed.connect(desk.notices.forget_paste)
    desk.notices.keep_paste.connect(desk.writing.keep_paste)
    desk.picturing.undescribed.connect(
        lambda sources: desk.notices.ask_about_images(
            len(sources),
            lambda: desk.picturing.describe(sources),
            lambda: desk.picturing.mark_decoration(sources),
        )
    )
    _connect_search(desk)
    connect_library(desk)


def _connect_explaining(desk: Desk) -> None:
    """The pages of rules: opened from findings, in step with the template and the speller."""
    explaining = desk.explaining
    desk.menus.attach(explaining.why.box.edit)
    desk.judging.explain.connect(explaining.explain_finding)
    for renewed in (
        desk.news.learned,
        desk.workspace.opened,
        desk.heading.purpose_changed,
    ):
        renewed.connect(explaining.renew)


def _connect_search(desk: Desk) -> None:
    """The source and the searches: what is found is shown in the words, the template in front."""
    desk.widgets.editors.source.locate = desk.judging.finding
    desk.widgets.editors.source.caught_up.connect(desk.workspace.touch)
    desk.sourcing.changed.connect(desk.searching.look_again)
    desk.sourcing.changed.connect(desk.judging.refresh)
    desk.sourcing.changed.connect(desk.tabling.refresh)
    desk.sourcing.changed.connect(desk.measuring.refresh)
    for search in (desk.searching, desk.library_search):
        search.shown.connect(desk.window.show_template)

"""A window, from its furniture to what is on screen first."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from composer.gui.desk.commands import connect_commands
from composer.gui.desk.connecting import connect
from composer.gui.desk.crew import Desk, gather
from composer.gui.desk.offering import connect_placeholders, connect_speech
from composer.gui.desk.room import furnish
from composer.gui.desk.saving import connect_saving
from composer.gui.desk.starting import start
from composer.gui.library.moving import Moving
from composer.gui.library.states import LibraryStates
from composer.gui.preview.over_limits import OverLimits
from composer.gui.settings import Preferences
from composer.gui.template.export_notices import ExportNotices
from composer.gui.template.gatekeeping import Gatekeeping
from composer.gui.template.hinting import Hinting
from composer.gui.template.recovering import Recovering
from composer.gui.template.subject_hint import SubjectHint
from composer.gui.template.try_hint import TryHint
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.words.language_choice import LanguageChoice
from composer.gui.words.saying import named
from composer.gui.words.text import tr_
from composer.gui.writing.carrying import Carrying
from composer.gui.writing.returning import Returning
from composer.language.assistants import Assistants
from composer.policy import Policy


def build_desk(
    theme: Theme, preferences: Preferences, history: Path, assistants: Assistants
) -> Desk:
    """Return a window on the library used last, with what was open and unsaved in it."""
    room = furnish(theme, preferences, assistants)
    states = LibraryStates(room.linters.patient, room.window)
    desk = gather(room, states, theme, preferences, history, assistants)
    connect_placeholders(desk, theme, room.policy)
    connect_speech(desk, room.policy)
    _guide(desk, room.policy, preferences)
    connect(desk, theme, room.policy)
    LanguageChoice(
        desk.actions.languages, preferences, desk.notices, desk.window.restart, desk.window
    )
    connect_commands(desk, preferences)
    connect_saving(desk, preferences, states)
    desk.doorbell.rung.connect(lambda files: _come_forward(desk, files))
    moving = Moving(desk.widgets.sidebar, desk.shelf, desk.workspace, desk.heading, room.policy)
    moving.said.connect(desk.announcer.say)
    recovering = Recovering(desk.workspace, desk.opening, desk.saving, desk.notices)
    recovering.unwanted.connect(desk.binning.delete)
    start(desk, preferences, history)
    return desk


def _come_forward(desk: Desk, files: tuple[Path, ...]) -> None:
    """The app was started once more, perhaps with files to import."""
    desk.window.come_forward()
    if files:
        desk.shelf.add_files(files)


def _offer_channel(desk: Desk, policy: Policy, why: str, other: str) -> None:
    """Say why a command has no effect, and offer the channel by which it has one."""
    channel = policy.channels[other]
    words = tr_("toolbar.other_channel", channel=named("channel", other, channel.title))
    answers: dict[str, Callable[[], object]] = {words: partial(desk.heading.set_channel, other)}
    desk.notices.ask("plain", why, answers, Mark.DRAFT)


def _guide(desk: Desk, policy: Policy, preferences: Preferences) -> None:
    """Those who say in the bar what comes next."""
    ExportNotices(desk.exporter, desk.proofing, desk.workspace, desk.widgets.editors, desk.notices)
    hint_bar = desk.widgets.hint_bar
    hint = TryHint(desk.workspace, desk.heading, desk.exporter, hint_bar, preferences)
    hint.said.connect(desk.announcer.say)
    OverLimits(desk.widgets.preview.foot, desk.judging, desk.workspace, desk.window)
    Gatekeeping(desk.exporter, desk.heading, desk.judging, desk.workspace, desk.notices)
    SubjectHint(desk.widgets.subject, desk.widgets.subject_note, desk.workspace, policy)
    returning = Returning(desk.widgets.editors, desk.window)
    for place in (desk.widgets.bar, hint_bar, desk.widgets.findings):
        place.leaving.connect(returning.back)
    toolbar = desk.widgets.toolbar
    carrying = Carrying(desk.workspace, desk.sourcing, toolbar, desk.actions, policy, desk.window)
    carrying.told.connect(partial(_offer_channel, desk, policy))
    desk.heading.purpose_changed.connect(carrying.refresh)
    hinting = Hinting(desk.workspace, desk.notices, policy, preferences)
    desk.workspace.opened.connect(hinting.hint)
    desk.heading.purpose_changed.connect(hinting.hint)

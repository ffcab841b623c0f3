"""Saving where the disk disagrees, and closing the window: nothing is lost without a word."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from composer.gui.library.states import LibraryStates
from composer.gui.settings import Preferences
from composer.gui.template.saving_along import SavingAlong
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

if TYPE_CHECKING:
    from composer.gui.desk.crew import Desk


def connect_saving(desk: "Desk", preferences: Preferences, states: LibraryStates) -> None:
    """Save along the way, ask about changes on disk, and save before the window closes."""
    along = SavingAlong(desk.workspace, desk.saving, desk.widgets.editors)
    desk.saving.conflict.connect(lambda: _ask_which(desk))

    def end() -> None:
        along.stop()
        _end(desk, preferences, states)

    desk.window.close_requested.connect(lambda: _close(desk, end))


def _ask_which(desk: "Desk") -> None:
    """Offer both ways out; typing goes on meanwhile and is kept in the journal."""
    path, saving = desk.workspace.path, desk.saving
    if path is None:
        return
    there = path.exists()
    answers: dict[str, Callable[[], object]] = {tr_("notice.save_copy"): saving.save_copy}
    if there:
        answers = {tr_("notice.reload"): saving.reopen, **answers}
    sentence = "notice.changed_on_disk" if there else "notice.gone_from_disk"
    desk.notices.ask("conflict", tr_(sentence, name=path.name), answers, Mark.REVIEW)


def _close(desk: "Desk", end: Callable[[], object]) -> None:
    """Save and close; where saving fails the window stays, and the journal has it all."""
    if not desk.workspace.modified or desk.saving.save():
        end()
        return

    def close_with_copy() -> None:
        if desk.saving.save_copy():
            end()

    answers: dict[str, Callable[[], object]] = {
        tr_("notice.save_copy"): close_with_copy,
        tr_("notice.close_anyway"): end,
    }
    desk.notices.ask("unsaved", tr_("notice.not_saved"), answers, Mark.MUST_FIX)


def _end(desk: "Desk", preferences: Preferences, states: LibraryStates) -> None:
    preferences.open_key = desk.workspace.key
    desk.news.stop()
    desk.checker.stop()
    desk.measuring.stop()
    desk.previewing.stop()
    desk.fixing_all.stop()
    desk.explaining.stop()
    desk.side_by_side.stop()
    desk.proofing.stop()
    states.close()
    desk.shelf.close()
    desk.workspace.close()
    desk.widgets.preview.close_engine()
    desk.doorbell.leave()
    desk.window.allow_close()

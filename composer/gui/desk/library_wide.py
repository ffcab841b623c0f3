"""What changes templates that are not open: replacing, deleting, and words fine for good."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

if TYPE_CHECKING:
    from composer.gui.desk.crew import Desk


def connect_library(desk: "Desk") -> None:
    """Show what is found and replaced, and check again what the library's settings decide."""
    _connect_search(desk)
    _connect_own_words(desk)
    _connect_bin(desk)
    desk.widgets.sidebar.compare_requested.connect(lambda key: _compare(desk, key))


def _connect_search(desk: "Desk") -> None:
    desk.widgets.sidebar.find_requested.connect(desk.library_search.open)
    desk.widgets.sidebar.found_by.connect(desk.library_search.show_words)
    desk.library_search.shown.connect(lambda: desk.sourcing.show(as_source=False))
    desk.library_search.replaced.connect(
        lambda sentence, undo: desk.notices.ask(
            "replaced", sentence, {tr_("notice.undo"): undo}, Mark.APPROVED
        )
    )
    desk.library_search.taken_back.connect(lambda: desk.notices.withdraw("replaced"))
    desk.library_search.asked.connect(desk.announcer.say)


def _connect_bin(desk: "Desk") -> None:
    binning, notices = desk.binning, desk.notices

    def tell(sentence: str, undo: Callable[[], object] | None) -> None:
        answers = {tr_("notice.undo"): undo} if undo else {}
        notices.ask("deleted", sentence, answers, Mark.APPROVED)

    binning.binned.connect(tell)
    binning.taken_back.connect(lambda: notices.withdraw("deleted"))

    def tell_back(sentence: str) -> None:
        binning.forget()
        notices.withdraw("deleted")  # its button might bring the same one back
        notices.tell(sentence)

    desk.bringing_back.brought.connect(tell_back)
    for editor in desk.widgets.editors.all:
        editor.changed.connect(binning.forget)
    for done in (desk.library_search.replaced, desk.own_words.changed):
        done.connect(lambda *_: binning.forget())


def _compare(desk: "Desk", key: str) -> None:
    desk.shelf.open(key)
    if desk.workspace.key == key:
        desk.side_by_side.open_likeliest()


def _connect_own_words(desk: "Desk") -> None:
    own_words = desk.own_words
    own_words.said.connect(desk.announcer.say)
    desk.ordering.said.connect(desk.announcer.say)
    own_words.remembered.connect(
        lambda sentence, undo: desk.notices.ask(
            "remembered", sentence, {tr_("notice.undo"): undo}, Mark.APPROVED
        )
    )
    for renew in (
        desk.checker.renew,
        desk.explaining.renew_linter,
        desk.shelf.renew_marks,
    ):
        own_words.changed.connect(renew)

"""Words and characters of the message, or of what is selected, beside the channel's limit."""

from PySide6.QtCore import QObject

from composer.gui.theme.marks import Mark
from composer.gui.window.status import StatusLine
from composer.gui.words.text import tr_
from composer.gui.writing.measuring import Measures, Measuring
from composer.lint.length import Length


class Counting(QObject):
    """Says in the status line what was measured."""

    def __init__(self, status: StatusLine, measuring: Measuring) -> None:
        super().__init__(status)
        self._status = status
        measuring.measured.connect(self._show)

    def _show(self, measures: Measures) -> None:
        found, selected = measures.length, measures.selected
        if selected is not None:
            count = selected.most if found.limit else selected.written
            words, characters = _words(selected), _characters(count)
            told = tr_("status.selected", words=words, characters=characters)
            self._status.set_length(told, None)
            return
        mark = Mark.MUST_FIX if found.certain else Mark.REVIEW
        tip = tr_("status.length_tip") if found.limit else ""
        self._status.set_length(_sentence(found), mark if found.over else None, tip)


def _sentence(found: Length) -> str:
    if not found.limit:
        return tr_("status.length", words=_words(found), characters=_characters(found.written))
    kind = "over" if found.over else "of"
    most = "_most" if found.most > found.written else ""
    return tr_(
        f"status.length_{kind}{most}",
        words=_words(found),
        characters=found.most,
        limit=found.limit,
        over=found.over,
    )


def _words(found: Length) -> str:
    return tr_("status.words", count=found.words)


def _characters(count: int) -> str:
    return tr_("facts.characters", count=count)

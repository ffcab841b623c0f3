"""Typing that comes back after a crash is said to be there, and may go again."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from composer.gui.template.opening import Opening
from composer.gui.template.saving import Saving
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.window.notices import Notices
from composer.gui.words.text import tr_
from composer.library.history import Unsaved
from composer.library.template_file import write_template

_ASKED = "recovered"
_DISCARDED = "recovered discarded"


class Recovering(QObject):
    """Asks about recovered typing while it is in hand and in no file.

    Signals:
        unwanted: key of a template that is to go altogether: no file stands for it.
    """

    unwanted = Signal(str)

    def __init__(
        self, workspace: Workspace, opening: Opening, saving: Saving, notices: Notices
    ) -> None:
        super().__init__(notices)
        self._workspace = workspace
        self._opening = opening
        self._saving = saving
        self._notices = notices
        workspace.recovered.connect(self._ask)
        workspace.opened.connect(lambda: notices.withdraw(_ASKED))
        saving.saved.connect(lambda: notices.withdraw(_ASKED))

    def _ask(self) -> None:
        more = len(self._opening.kept_here)
        sentence = tr_("notice.recovered")
        if more:
            sentence = f"{sentence} {tr_('notice.recovered_more', count=more)}"
        answers: dict[str, Callable[[], object]] = {
            tr_("notice.recovered_keep"): _nothing,
            tr_("notice.recovered_discard"): self._discard,
        }
        self._notices.ask(_ASKED, sentence, answers, Mark.REVIEW)

    def _discard(self) -> None:
        workspace = self._workspace
        if workspace.path is None or not workspace.path.exists():
            self.unwanted.emit(workspace.key)
            return
        text, base = write_template(workspace.template), workspace.base
        kept = Unsaved(workspace.key, datetime.now(UTC), text, base)
        self._saving.reopen()
        if not workspace.modified:
            answers: dict[str, Callable[[], object]] = {
                tr_("notice.undo"): lambda: self._bring_back(kept)
            }
            sentence = tr_("notice.recovered_discarded")
            self._notices.ask(_DISCARDED, sentence, answers, Mark.APPROVED)

    def _bring_back(self, kept: Unsaved) -> None:
        workspace = self._workspace
        elsewhere = workspace.key != kept.key and workspace.modified
        if elsewhere and not self._saving.save():
            return
        if self._opening.restore(kept):
            workspace.touch()  # no journal has it any more


def _nothing() -> None:
    """It stays as it is, as if it was typed just now."""

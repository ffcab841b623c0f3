"""Words and characters of the message, or of what is selected, beside the channel's limit."""

from PySide6.QtCore import QObject

from composer.document import OBJECT
from composer.gui.editor.pieces import piece_of
from composer.gui.editors import Editors
from composer.gui.pause import Pause
from composer.gui.status import StatusLine
from composer.gui.text import tr_
from composer.gui.theme.marks import Mark
from composer.gui.workspace import Workspace
from composer.lint.length import Length, length
from composer.policy import Policy


class Counting(QObject):
    """Counts once the seller pauses, so that no key waits for it."""

    def __init__(
        self, status: StatusLine, editors: Editors, workspace: Workspace, policy: Policy
    ) -> None:
        super().__init__(status)
        self._status = status
        self._editors = editors
        self._workspace = workspace
        self._policy = policy
        pause = Pause(self.refresh, self)
        for editor in editors.all:
            editor.changed.connect(pause.wait)
        editors.words.selectionChanged.connect(pause.wait)
        workspace.opened.connect(self.refresh)
        workspace.changed.connect(pause.wait)

    def refresh(self) -> None:
        """Count the text as it is now."""
        template = self._workspace.template
        start, end = self._editors.words.selection()
        piece = None if self._editors.as_source else piece_of(template.body, start, end)
        if piece is not None and piece.text.strip(f"{OBJECT}\n"):
            found = length(piece, self._policy, template.reason, template.channel)
            told = tr_("status.selected", words=_words(found), characters=_characters(found))
            self._status.set_length(told, None)
            return
        found = length(template.body, self._policy, template.reason, template.channel)
        mark = Mark.MUST_FIX if found.certain else Mark.REVIEW
        tip = tr_("status.length_tip") if found.limit else ""
        self._status.set_length(_sentence(found), mark if found.over else None, tip)


def _sentence(found: Length) -> str:
    if not found.limit:
        return tr_("status.length", words=_words(found), characters=_characters(found))
    key = "status.length_over" if found.over else "status.length_of"
    return tr_(
        key,
        words=_words(found),
        characters=f"{found.most:,}",
        limit=f"{found.limit:,}",
        over=f"{found.over:,}",
    )


def _words(found: Length) -> str:
    return tr_("status.words", count=found.words)


def _characters(found: Length) -> str:
    return tr_("facts.characters", count=found.written)

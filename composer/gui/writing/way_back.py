"""What was done in one step, said with a link that takes it back."""

from PySide6.QtCore import QObject

from composer.gui.editor.undo import UndoLog
from composer.gui.theme.marks import Mark
from composer.gui.window.notices import Answer, Notices
from composer.gui.words.text import tr_

_DONE = "done"


class WayBack(QObject):
    """Offers to undo the last step while it is the last: afterwards the link would undo another."""

    def __init__(self, log: UndoLog, notices: Notices) -> None:
        super().__init__(notices)
        self._log = log
        self._notices = notices
        log.changed.connect(self._withdraw)

    def tell(self, sentence: str) -> None:
        """Say what the step made just now did."""
        self._notices.ask(_DONE, sentence, self._answers(), Mark.APPROVED)

    def mention(self, sentence: str) -> None:
        """Say it of a smaller step, where nothing else is being asked."""
        self._notices.offer(_DONE, sentence, self._answers())

    def _answers(self) -> dict[str, Answer]:
        return {tr_("notice.undo"): self._log.undo}

    def _withdraw(self) -> None:
        self._notices.withdraw(_DONE)

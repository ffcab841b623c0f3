"""The step to try next on the demo, until all of them were tried."""

from PySide6.QtCore import QObject, Signal

from composer.gui.settings import Preferences
from composer.gui.template.exporting import Exporter
from composer.gui.template.heading import Heading
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.widgets.message_bar import Message, MessageBar
from composer.gui.words.text import tr_
from composer.library.starters import is_demo

_HINT = "hint"


class TryHint(QObject):
    """Shows what is to be done with the demo now, in a `bar` that nobody else says anything in.

    It stays away for good once it was closed, or the last step was done: exporting.

    Signals:
        said: the step that is due now, with the title of its button.
    """

    said = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        heading: Heading,
        exporter: Exporter,
        bar: MessageBar,
        preferences: Preferences,
    ) -> None:
        super().__init__(bar)
        self._workspace = workspace
        self._heading = heading
        self._bar = bar
        self._preferences = preferences
        workspace.opened.connect(bar.clear)  # which step is due shows once it is checked
        heading.marked.connect(self._show)
        for closed in (bar.pressed, bar.dismissed):
            closed.connect(self._end)
        exporter.exported.connect(self._end)
        exporter.copied.connect(self._end)

    def _show(self, mark: Mark) -> None:
        step = self._due(mark) if self._wanted() else ""
        shown = self._bar.message
        if not step:
            self._bar.clear()
        elif shown is None or shown.text != step:
            done = tr_("notice.hint_done")
            self._bar.show_message(Message(_HINT, step, (done,), closable=False))
            self.said.emit(f"{step} {done}")

    def _due(self, mark: Mark) -> str:
        """The step due; nothing where there is none, as in a message without a word."""
        if mark is Mark.APPROVED:
            return tr_("notice.hint_export")
        if mark is not Mark.DRAFT:
            return tr_("notice.hint_fix")
        return "" if self._heading.why_not_approved else tr_("notice.hint_approve")

    def _wanted(self) -> bool:
        return is_demo(self._workspace.key) and not self._preferences.seen(_HINT)

    def _end(self, *_: object) -> None:
        if self._wanted():
            self._preferences.set_seen(_HINT)
            self._bar.clear()

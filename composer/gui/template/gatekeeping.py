"""What is offered where a template may not leave yet: to approve it, or to see what is open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from composer.gui.checking.judging import Judging
from composer.gui.template.exporting import Exporter
from composer.gui.template.heading import Heading
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.window.notices import Notices
from composer.gui.words.text import tr_
from composer.lint.set_aside import open_findings

_CLOSED = "closed"


class Gatekeeping(QObject):
    """Says in the bar why nothing was exported or approved, with the next step as its button.

    A message to be exported by another channel is checked and approved for that first.
    """

    def __init__(
        self,
        exporter: Exporter,
        heading: Heading,
        judging: Judging,
        workspace: Workspace,
        notices: Notices,
    ) -> None:
        super().__init__(notices)
        self._heading = heading
        self._judging = judging
        self._notices = notices
        exporter.unapproved.connect(self._explain)
        exporter.channel_wanted.connect(self._switch)
        heading.refused.connect(self._explain_approving)
        heading.first_wanted.connect(judging.show_first)
        self._why_not: str | None = None
        self._after_switch: Callable[[], object] | None = None
        heading.marked.connect(self._withdraw)
        heading.marked.connect(self._go_on)
        notices.closed.connect(self._forget)
        workspace.opened.connect(partial(notices.withdraw, _CLOSED))
        workspace.opened.connect(self._stay)

    def _explain(self, reason: str, key: str, again: Callable[[], object]) -> None:
        answers: dict[str, Callable[[], object]] = {}
        why_not = self._heading.why_not_approved
        if any(open_findings(self._judging.findings)):
            reason = why_not
            answers[tr_("exports.show_first")] = self._judging.show_first
        elif not why_not:
            answers[tr_("exports.approve_first")] = partial(self._heading.approve, again)
        self._say(tr_(key, reason=reason), answers)

    def _switch(self, channel: str, again: Callable[[], object]) -> None:
        self._after_switch = again
        self._heading.set_channel(channel)

    def _go_on(self) -> None:
        """The message is checked for another channel: have it approved, or say what is open."""
        again, self._after_switch = self._after_switch, None
        if again is None:
            return
        if self._heading.why_not_approved:
            self._explain_approving(self._heading.why_not_approved)
        else:
            self._heading.approve(again)

    def _stay(self) -> None:
        self._after_switch = None

    def _explain_approving(self, sentence: str) -> None:
        """The button leads to what is open; the keys are answered here."""
        answers: dict[str, Callable[[], object]] = {}
        if any(open_findings(self._judging.findings)):
            answers[tr_("exports.show_first")] = self._judging.show_first
        self._say(sentence, answers)

    def _say(self, sentence: str, answers: dict[str, Callable[[], object]]) -> None:
        self._notices.ask(_CLOSED, sentence, answers, Mark.REVIEW)
        self._why_not = self._heading.why_not_approved

    def _withdraw(self) -> None:
        """What was said about the gate goes once it is not, or no longer all, true."""
        if self._why_not is not None and self._why_not != self._heading.why_not_approved:
            self._why_not = None
            self._notices.withdraw(_CLOSED)

    def _forget(self, name: str) -> None:
        if name == _CLOSED:
            self._why_not = None

"""What is said at once about the reason of the open template, until it was read."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from composer.gui.settings import Preferences
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.window.notices import Notices
from composer.gui.words.saying import named
from composer.gui.words.text import tr_
from composer.policy import Policy


class Hinting(QObject):
    """Shows in the bar what Amazon does itself for a reason; dismissed once, it stays away."""

    def __init__(
        self, workspace: Workspace, notices: Notices, policy: Policy, preferences: Preferences
    ) -> None:
        super().__init__(notices)
        self._workspace = workspace
        self._notices = notices
        self._policy = policy
        self._preferences = preferences
        notices.closed.connect(self._note)

    def hint(self) -> None:
        """Say what there is to say about the open template's reason, and of no other."""
        for other in self._policy.reasons:
            if other != self._workspace.template.reason:
                self._notices.withdraw(_name(other))
        reason = self._policy.reasons.get(self._workspace.template.reason)
        if reason is None or reason.instead is None or self._preferences.seen(_name(reason.id)):
            return
        read: dict[str, Callable[[], object]] = {tr_("notice.hint_done"): _nothing}
        self._notices.ask(
            _name(reason.id),
            named("reason", reason.id, reason.instead, "instead"),
            read,
            Mark.DRAFT,
        )

    def _note(self, name: str) -> None:
        if name in {_name(each) for each in self._policy.reasons}:
            self._preferences.set_seen(name)


def _nothing() -> None:
    """The hint only has to be read."""


def _name(reason: str) -> str:
    return f"instead of {reason}"

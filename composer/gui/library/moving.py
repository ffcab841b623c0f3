"""Templates that are moved to another reason in the library."""

from PySide6.QtCore import QObject, Signal

from composer.gui.library.shelf import Shelf
from composer.gui.library.sidebar import Sidebar
from composer.gui.template.heading import Heading
from composer.gui.template.workspace import Workspace
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.words.saying import named
from composer.gui.words.text import tr_
from composer.policy import Policy


class Moving(QObject):
    """Changes the reason of the template moved, in the same step as its header would.

    The template is opened for that: it was chosen, and how it stands for the new reason shows.

    Signals:
        said: what was done, for those who do not see it.
    """

    said = Signal(str)

    def __init__(
        self, sidebar: Sidebar, shelf: Shelf, workspace: Workspace, heading: Heading, policy: Policy
    ) -> None:
        super().__init__(sidebar)
        self._shelf = shelf
        self._workspace = workspace
        self._heading = heading
        self._titles = {
            each: named("reason", each, reason.title) for each, reason in policy.reasons.items()
        }
        sidebar.set_reasons(tuple(ChoiceItem(*each) for each in self._titles.items()))
        sidebar.move_requested.connect(self._move)

    def _move(self, key: str, reason: str) -> None:
        self._shelf.open(key)
        if self._workspace.key != key or self._workspace.template.reason == reason:
            return
        self._heading.set_reason(reason)
        self._shelf.refresh()
        name = self._workspace.template.name or tr_("app_state.untitled")
        self.said.emit(tr_("sidebar.moved", name=name, reason=self._titles[reason]))

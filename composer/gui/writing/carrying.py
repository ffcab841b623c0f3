"""Commands without effect on what is sent are off, as the template's channel says."""

from PySide6.QtCore import QObject

from composer.gui.template.workspace import Workspace
from composer.gui.writing.sourcing import Sourcing
from composer.policy import Format, Policy


class Carrying(QObject):
    """Tells whether the open template's channel carries more than plain text."""

    def __init__(
        self, workspace: Workspace, sourcing: Sourcing, policy: Policy, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sourcing = sourcing
        self._policy = policy
        workspace.opened.connect(self.refresh)

    def refresh(self) -> None:
        """Look at the channel again."""
        channel = self._policy.channels.get(self._workspace.template.channel)
        self._sourcing.set_plain(plain=channel is not None and channel.format is Format.PLAIN)

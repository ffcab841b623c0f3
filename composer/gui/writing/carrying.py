"""Commands without effect on what is sent are off, as the template's channel says."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from composer.gui.template.workspace import Workspace
from composer.gui.window.actions import Actions
from composer.gui.words.text import tr_
from composer.gui.writing.sourcing import Sourcing
from composer.policy import Format, Policy


class Carrying(QObject):
    """Tells whether the open template's channel carries more than plain text.

    Signals:
        told: a sentence on why the keys just pressed do nothing.
    """

    told = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        sourcing: Sourcing,
        actions: Actions,
        policy: Policy,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._sourcing = sourcing
        self._policy = policy
        self._keys = [
            QShortcut(key, window, self._tell)
            for action in actions.of_looks
            for key in action.shortcuts()
        ]
        workspace.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look at the channel again."""
        channel = self._policy.channels.get(self._workspace.template.channel)
        plain = channel is not None and channel.format is Format.PLAIN
        self._sourcing.set_plain(plain=plain)
        for key in self._keys:
            key.setEnabled(plain)  # the command's own keys rest while it is off

    def _tell(self) -> None:
        self.told.emit(tr_("toolbar.plain"))

"""Commands without effect on what is sent are off, as the template's channel says."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from composer.gui.template.workspace import Workspace
from composer.gui.window.actions import Actions
from composer.gui.window.toolbar import FormatToolBar
from composer.gui.words.saying import named
from composer.gui.words.text import tr_
from composer.gui.writing.sourcing import Sourcing
from composer.policy import Format, Policy


class Carrying(QObject):
    """Tells whether the open template's channel carries more than plain text.

    Signals:
        told: why what was just clicked, or whose keys were pressed, does nothing, and the id of a
            channel by which it would.
    """

    told = Signal(str, str)

    def __init__(
        self,
        workspace: Workspace,
        sourcing: Sourcing,
        toolbar: FormatToolBar,
        actions: Actions,
        policy: Policy,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._sourcing = sourcing
        self._policy = policy
        self._why = ""
        self._keys = [
            QShortcut(key, window, self._tell)
            for action in actions.of_looks
            for key in action.shortcuts()
        ]
        toolbar.off_pressed.connect(self._tell)
        workspace.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look at the channel again."""
        channel = self._policy.channels.get(self._workspace.template.channel)
        plain = channel is not None and channel.format is Format.PLAIN
        name = named("channel", channel.id, channel.title) if channel else ""
        self._why = tr_("toolbar.plain", channel=name) if plain else ""
        self._sourcing.set_plain(self._why)
        for key in self._keys:
            key.setEnabled(plain)  # the command's own keys rest while it is off

    def _tell(self) -> None:
        if self._why:
            channels = self._policy.channels.values()
            other = next((it.id for it in channels if it.format is Format.HTML), "")
            self.told.emit(self._why, other)

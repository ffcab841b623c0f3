"""The list of all that was measured, in step with the message while it is open."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from composer.gui.checking.seeing import Seeing
from composer.gui.preview.inventory_dialog import InventoryDialog
from composer.gui.template.workspace import Workspace
from composer.gui.writing.editors import Editors
from composer.lint.inventory import Use, inventory
from composer.policy import Format, Policy


class MeasuredList(QObject):
    """Opens the list, keeps it true, and selects the words of what is chosen in it."""

    def __init__(
        self,
        seeing: Seeing,
        workspace: Workspace,
        editors: Editors,
        policy: Policy,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._seeing = seeing
        self._workspace = workspace
        self._editors = editors
        self._policy = policy
        self._dialog = InventoryDialog(window)
        self._dialog.chosen.connect(self._select)
        seeing.changed.connect(self._renew)
        workspace.opened.connect(self._renew)

    def open(self) -> None:
        """Show the list beside the message."""
        self._dialog.show()
        self._dialog.raise_()
        self._renew()

    def _renew(self) -> None:
        if not self._dialog.isVisible():
            return
        template = self._workspace.template
        channel = self._policy.channels.get(template.channel)
        if channel is not None and channel.format is Format.PLAIN:
            self._dialog.show_plain()
            return
        rendered = self._seeing.seen.rendered
        body = template.body
        uses = inventory(body, rendered) if rendered else ()
        limits = self._policy.limits
        self._dialog.show_uses(uses, limits.reference_width, limits.font_sizes)

    def _select(self, use: Use) -> None:
        if use.end <= len(self._workspace.template.body.text):
            self._editors["body"].select(use.start, use.end)

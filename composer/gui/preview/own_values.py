"""The seller's own name and store: set once, shown in the preview instead of an example."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from composer.gui.export.model import FillField
from composer.gui.library.own_values_dialog import OwnValuesDialog
from composer.gui.preview.frame import frame_words
from composer.gui.template.workspace import Workspace
from composer.gui.words.saying import named, problem
from composer.gui.words.text import tr_
from composer.library.own_values import in_order, keep_own_values, own_values
from composer.library.settings import SettingsError
from composer.policy import Policy, SampleOrder
from composer.template import Template


class OwnValues(QObject):
    """Knows what the seller's own placeholders stand for in the library shown.

    Signals:
        changed: a value is another.
        failed: a sentence on why they cannot be read or written.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, workspace: Workspace, policy: Policy, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._policy = policy
        self._window = window
        self._values: dict[str, str] = {}
        workspace.opened.connect(self.refresh)

    def value(self, name: str) -> str | None:
        """Return what the placeholder stands for, "" where that is not set.

        None where it is not the seller's own.
        """
        known = self._policy.placeholders.get(name)
        return self._values.get(name, "") if known is not None and known.seller else None

    def in_order(self, order: SampleOrder, template: Template) -> SampleOrder:
        """Return `order` as the preview of `template` shows it.

        What the seller did not say yet is named as that: another name would look like a mistake.
        """
        local, words = self._policy.local_samples, frame_words(template.language)
        unsaid = {"store_name": words.unnamed, "seller_name": words.signed}
        own = in_order(order, {**unsaid, **self._values}, local.typical)
        return local.order_for(own, template.language, template.marketplace)

    def refresh(self) -> None:
        """Take the values as they are in the library now, none where they cannot be read."""
        before = self._values
        try:
            self._values = own_values(self._workspace.library.folder, self._policy)
        except SettingsError:
            self._values = {}
        if self._values != before:
            self.changed.emit()

    def open(self, name: str = "") -> None:
        """Ask for the values; the keyboard is in the field of `name`, or in the first."""
        try:
            known = own_values(self._workspace.library.folder, self._policy)
        except SettingsError as error:
            self._fail(error)
            return
        template, local = self._workspace.recent, self._policy.local_samples
        samples = local.order_for(local.typical, template.language, template.marketplace)
        fields = [
            FillField(
                each,
                named("placeholder", each, item.title),
                samples.value(each) or "",
                known.get(each, ""),
            )
            for each, item in self._policy.placeholders.items()
            if item.seller
        ]
        dialog = OwnValuesDialog(fields, name, self._window)
        dialog.kept.connect(self._keep)
        dialog.open()

    def _keep(self, values: Mapping[str, str]) -> None:
        try:
            keep_own_values(self._workspace.library.folder, values, self._policy)
        except SettingsError as error:
            self._fail(error)
            return
        self.refresh()

    def _fail(self, error: SettingsError) -> None:
        self.failed.emit(tr_("notice.bad_settings", reason=problem(error)))

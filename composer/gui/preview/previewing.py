"""The preview in step with the open template."""

from PySide6.QtCore import QObject, QTimer

from composer.gui.checking.checker import Checker
from composer.gui.checking.seeing import Seeing
from composer.gui.latest import Latest
from composer.gui.preview.composing import preview_message
from composer.gui.preview.memory import keep_state, read_state
from composer.gui.preview.ordering import Ordering
from composer.gui.preview.own_values import OwnValues
from composer.gui.preview.pane import PreviewPane
from composer.gui.settings import Preferences
from composer.gui.template.workspace import Workspace
from composer.policy import Policy

LONG = 50_000  # characters that take longer to show than a key may wait
REST = 400  # ms without an edit
UNSEEN = 2000  # ms until the engine starts where nobody sees the preview


class Previewing(QObject):
    """Shows the template after each pause, and remembers how the preview was set.

    Where the preview is hidden the engine starts all the same, a little later: what it measures
    counts wherever the seller looks.
    """

    def __init__(
        self,
        pane: PreviewPane,
        checker: Checker,
        workspace: Workspace,
        seeing: Seeing,
        ordering: Ordering,
        own_values: OwnValues,
        policy: Policy,
        preferences: Preferences,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._workspace = workspace
        self._seeing = seeing
        self._ordering = ordering
        self._own_values = own_values
        self._policy = policy
        self._store = preferences.store
        pane.restore(read_state(self._store))
        pane.mode_changed.connect(self._remember)
        pane.guides_changed.connect(self._remember)
        pane.widths_changed.connect(self._remember)
        self._composing = Latest(self)
        self._composing.done.connect(pane.set_message)
        self._composing.failed.connect(pane.notice.say)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.refresh)
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._put_off)
        checker.checked.connect(self._follow)
        ordering.changed.connect(self.refresh)
        own_values.changed.connect(self.refresh)
        if self._store.value("preview/measure_unseen", True, type=bool):
            QTimer.singleShot(UNSEEN, pane, pane.start)

    def refresh(self) -> None:
        """Show the template as it is now, as soon as it is filled with samples and written."""
        template, rendered = self._workspace.template, self._seeing.seen.rendered
        order = self._own_values.in_order(self._ordering.order, template)
        image = self._workspace.image
        self._composing.run(lambda: preview_message(template, self._policy, order, rendered, image))

    def _on_opened(self) -> None:
        self._pane.set_template(self._workspace.key)
        self.refresh()

    def _follow(self) -> None:
        """Show what was checked; a long message only once typing rests."""
        if len(self._workspace.template.body.text) > LONG:
            self._rest.start()
        else:
            self.refresh()

    def _put_off(self) -> None:
        if self._rest.isActive():
            self._rest.start()

    def stop(self) -> None:
        """Compose nothing any more."""
        self._rest.stop()
        self._composing.stop()
        self._seeing.stop()

    def _remember(self) -> None:
        keep_state(self._store, self._pane.state())

"""What is known of the open template beside its words: how the browser engine rendered it."""

from PySide6.QtCore import QObject, Signal

from composer.gui.preview.facts import facts, figures
from composer.gui.preview.pane import PreviewPane
from composer.gui.preview.surveying import Surveying
from composer.gui.workspace import Workspace
from composer.lint.rendered import NOTHING, Rendered, Seen
from composer.policy import Policy


class Seeing(QObject):
    """Keeps what was seen of the open template, and shows the measured figures.

    Signals:
        changed: something new was seen.
    """

    changed = Signal()

    def __init__(self, pane: PreviewPane, workspace: Workspace, policy: Policy) -> None:
        super().__init__(pane)
        self._pane = pane
        self._workspace = workspace
        self._policy = policy
        self._seen = NOTHING
        self._surveying = Surveying(pane, policy.limits.reference_width)
        self._surveying.surveyed.connect(self._take)
        workspace.opened.connect(self._forget)

    @property
    def seen(self) -> Seen:
        """What is known now; of blocks changed since, nothing."""
        return self._seen

    def stop(self) -> None:
        """Look no more."""
        self._surveying.stop()

    def _take(self, rendered: Rendered) -> None:
        self._seen = Seen(rendered)
        template = self._workspace.template
        found = figures(template, self._policy, rendered)
        self._pane.foot.show_facts(facts(template, found, self._policy))
        self.changed.emit()

    def _forget(self) -> None:
        self._seen = NOTHING

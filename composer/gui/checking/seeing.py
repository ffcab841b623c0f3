"""What is known of the open template beside its words: how the browser engine rendered it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from composer import rules
from composer.document import Block
from composer.gui.latest import Latest
from composer.gui.preview.audited import Audit
from composer.gui.preview.auditing import Auditing
from composer.gui.preview.facts import facts, figures
from composer.gui.preview.pane import PreviewPane
from composer.gui.preview.surveying import Surveying
from composer.gui.template.workspace import Workspace
from composer.lint.rendered import NOTHING, Rendered, Seen, Violation
from composer.policy import Format, Policy


class Seeing(QObject):
    """Keeps what was seen of the open template, and shows the measured figures.

    Signals:
        changed: something new was seen.
        audited: whether the message as it is now was audited for accessibility; None while that is
            not known, or means nothing.
        settled: all there is to see of the message as it is now has been seen.
    """

    changed = Signal()
    audited = Signal(object)
    settled = Signal()

    def __init__(self, pane: PreviewPane, workspace: Workspace, policy: Policy) -> None:
        super().__init__(pane)
        self._pane = pane
        self._workspace = workspace
        self._policy = policy
        self._seen = NOTHING
        self._surveying = Surveying(pane, policy.limits.reference_width)
        self._surveying.surveyed.connect(self._take)
        self._rules = frozenset(rule.id for rule in rules.load() if rule.rendered)
        self._measured = self._audited = False
        self._violations: Mapping[Block, tuple[Violation, ...]] = {}
        self._counting = Latest(self)
        self._counting.done.connect(pane.foot.show_facts)
        self._auditing = Auditing(pane, policy.accessibility.by_axe)
        self._auditing.audited.connect(self._take_audit)
        workspace.opened.connect(self._forget)

    @property
    def seen(self) -> Seen:
        """What is known now; of blocks changed since, nothing."""
        return self._seen

    @property
    def unseen(self) -> frozenset[str]:
        """The rules that may find more once the message as it is now has been seen."""
        return frozenset() if self._measured and self._audited else self._rules

    def put_off(self) -> None:
        """Audit nothing while the text changes."""
        self._measured = self._audited = False
        self._auditing.put_off()
        self.audited.emit(None)

    def stop(self) -> None:
        """Look no more."""
        self._surveying.stop()
        self._counting.stop()
        self._auditing.stop()

    def _take(self, rendered: Rendered) -> None:
        self._seen = Seen(rendered.audited(self._violations))
        template, policy = self._workspace.template, self._policy
        counts = self._pane.message.counts if self._pane.message else ()
        self._counting.run(lambda: (*facts(figures(template, policy, rendered), policy), *counts))
        self._measured = True
        self.changed.emit()
        self._settle()

    def _take_audit(self, audit: Audit) -> None:
        channel = self._policy.channels.get(self._workspace.template.channel)
        html = channel is not None and channel.format is Format.HTML
        self.audited.emit(audit.done if html else None)
        same = audit.violations == self._violations
        self._violations = audit.violations
        if self._seen.rendered is not None and not same:
            self._seen = Seen(self._seen.rendered.audited(audit.violations))
            self.changed.emit()
        self._audited = True
        self._settle()

    def _settle(self) -> None:
        if not self.unseen:
            self.settled.emit()

    def _forget(self) -> None:
        self._seen, self._violations = NOTHING, {}
        self._measured = self._audited = False
        self._auditing.forget()
        self.audited.emit(None)

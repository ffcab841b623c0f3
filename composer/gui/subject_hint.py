"""What the empty subject says: whether the buyer gets it at all is the channel's affair."""

from PySide6.QtCore import QObject

from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.text import tr_
from composer.gui.workspace import Workspace
from composer.policy import Policy


class SubjectHint(QObject):
    """Says in an empty subject what belongs there, or that nothing has to."""

    def __init__(self, subject: SubjectEditor, workspace: Workspace, policy: Policy) -> None:
        super().__init__(subject)
        self._subject = subject
        self._workspace = workspace
        self._policy = policy
        workspace.opened.connect(self._show)
        workspace.changed.connect(self._show)

    def _show(self) -> None:
        channel = self._policy.channels.get(self._workspace.template.channel)
        own = channel is None or channel.free_subject
        self._subject.set_hint(tr_("paper.subject_hint" if own else "paper.subject_unused"))

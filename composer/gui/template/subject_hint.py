"""What is said of the subject: whether the buyer gets it at all is the channel's affair."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.template.workspace import Workspace
from composer.gui.words.text import tr_
from composer.policy import Policy


class SubjectHint(QObject):
    """Says in an empty subject what belongs there, or that nothing has to.

    Beside one that is written the `note` says where it is not sent.
    """

    def __init__(
        self, subject: SubjectEditor, note: QLabel, workspace: Workspace, policy: Policy
    ) -> None:
        super().__init__(subject)
        self._subject = subject
        self._note = note
        self._workspace = workspace
        self._policy = policy
        note.setText(tr_("paper.subject_not_sent"))
        note.setToolTip(tr_("paper.subject_not_sent_tip"))
        note.hide()
        workspace.opened.connect(self._show)
        workspace.changed.connect(self._show)
        subject.changed.connect(self._show)

    def _show(self) -> None:
        template = self._workspace.recent
        channel = self._policy.channels.get(template.channel)
        own = channel is None or channel.free_subject
        written = bool(self._subject.document_value().text.strip())
        self._subject.set_hint(tr_("paper.subject_hint" if own else "paper.subject_unused"))
        if written and not own:
            self._subject.setAccessibleDescription(tr_("paper.subject_not_sent_tip"))
        self._note.setVisible(written and not own)

"""The sheet a message is written on: subject above, body below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from composer.gui.widgets.style import label, surface
from composer.gui.words.text import tr_

_GAP = 18
_INSET = 22


class Paper(QWidget):
    """Lays subject and body on one sheet; a click beside it goes on writing the body.

    `note` stands at the end of the subject's line.
    """

    def __init__(
        self,
        subject: QWidget,
        note: QWidget,
        body: QStackedWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._body = body
        surface(self, "background")
        sheet = QFrame()
        sheet.setObjectName("paper")
        caption = label(tr_("paper.subject"), "muted")
        caption.setBuddy(subject)
        head = QFrame()
        head.setObjectName("paperHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(_INSET, 8, 12, 2)
        # The editor's line stands above its middle; the caption goes up as far.
        caption.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(10)
        row.addWidget(caption, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(subject, 1, Qt.AlignmentFlag.AlignVCenter)
        note.setContentsMargins(0, 0, _INSET - 12, 6)
        row.addWidget(note, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(head)
        inside.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_GAP, _GAP - 2, _GAP, 0)
        layout.addWidget(sheet)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (editor := self._body.currentWidget()) is not None:
            editor.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

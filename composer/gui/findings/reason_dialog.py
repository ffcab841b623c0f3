"""Asks for the reason for which a finding is set aside."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from composer.gui.findings.model import FindingRow
from composer.gui.widgets.ask import AskDialog
from composer.gui.widgets.style import button, label
from composer.gui.words.text import tr_

_LONGEST = 60
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_QUESTION_MARKS = ("?", "？")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def asked(about: str, title: str) -> str:
    """Return the question of the section `about` behind the title of a finding."""
    is_question = title.endswith(_QUESTION_MARKS)
    return tr_(f"{about}.label_question" if is_question else f"{about}.label", title=title)


class ReasonDialog(AskDialog):
    """Asks why the finding of `row` is fine, and offers the reasons given before.

    A click on a reason takes it into the field; Down and Up reach them from there.
    """

    def __init__(
        self,
        row: FindingRow,
        reasons: tuple[str, ...],
        take: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        question = asked("set_aside", row.heading)
        super().__init__(tr_("set_aside.title"), question, take, parent, needed=True)
        self._line.setPlaceholderText(tr_("set_aside.hint"))
        self._ok.setText(tr_("set_aside.title"))
        self._reasons = [self._offer(reason) for reason in reasons]
        if self._reasons:
            self._body.addSpacing(4)
            self._body.addWidget(label(tr_("set_aside.before"), "small"))
        for entry in self._reasons:
            self._body.addWidget(entry, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addSpacing(4)
        self._body.addWidget(label(tr_("set_aside.note"), "small", wrap=True))
        for widget in (self._line, *self._reasons):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in _STEPS:
                self._move(watched, _STEPS[key])
                return True
            if key in _ENTER and isinstance(watched, QPushButton):
                watched.click()  # takes the reason over; the next Return gives it
                return True
        return super().eventFilter(watched, event)

    def _move(self, watched: QObject, step: int) -> None:
        row: list[QWidget] = [self._line, *self._reasons]
        place = next(number for number, each in enumerate(row) if each is watched) + step
        row[max(0, min(place, len(row) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _offer(self, reason: str) -> QPushButton:
        short = reason if len(reason) <= _LONGEST else reason[: _LONGEST - 1].rstrip() + "…"
        entry = button(short.replace("&", "&&"), "link")
        entry.setAccessibleName(reason)
        entry.setToolTip(reason if short != reason else "")
        entry.clicked.connect(lambda: self._take_over(reason))
        return entry

    def _take_over(self, reason: str) -> None:
        self._line.setText(reason)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

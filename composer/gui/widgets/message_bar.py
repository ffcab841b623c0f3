"""A quiet bar that says what happened and offers what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.style import button, label, restyle
from composer.gui.words.text import tr_

_PADDING = 5
_SPARE = 4  # px that a label needs beside the width of its words


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence or two, the titles of its buttons, and how much it weighs.

    `id` tells the receiver of `MessageBar.pressed` what the buttons belong to. One whose only
    button closes it is not `closable` by another beside it.
    """

    id: str
    text: str
    buttons: tuple[str, ...] = ()
    mark: Mark = Mark.DRAFT
    closable: bool = True


class MessageBar(QFrame):
    """Shows one message at a time; hidden without one.

    Signals:
        pressed: message id and the index of the button pressed; the bar hides first.
        dismissed: id of the message closed without an answer.
        leaving: the keyboard is at a button that goes away now.
    """

    pressed = Signal(str, int)
    dismissed = Signal(str)
    leaving = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._message: Message | None = None
        self.setObjectName("messageBar")
        self._text = label("", "message", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        self._close = QToolButton()
        self._close.setAccessibleName(tr_("dialog.dismiss"))
        self._close.setToolTip(tr_("dialog.dismiss"))
        self._close.clicked.connect(self._dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, _PADDING, 10, _PADDING)
        layout.setSpacing(8)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._buttons)
        layout.addWidget(self._close)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown, if anything."""
        return self._message

    @property
    def tab_order(self) -> Sequence[QWidget]:
        """The answers, and then what dismisses the message."""
        return self.findChildren(QPushButton)

    @property
    def line_width(self) -> int:
        """How wide it has to be to say its sentence on one line."""
        self._text.ensurePolished()
        beside = self.sizeHint().width() - self._text.sizeHint().width()
        return beside + self._text.fontMetrics().horizontalAdvance(self._text.text()) + _SPARE

    def show_message(self, message: Message) -> None:
        """Show `message` in place of the one before it."""
        self._message = message
        self._text.setText(message.text)
        self._text.setAccessibleName(message.text)
        restyle(self, "mark", message.mark.value)
        self._text.style().polish(self._text)
        self._leave(within=self._buttons)
        self._clear_buttons()
        self._close.ensurePolished()
        self.setMinimumHeight(self._close.sizeHint().height() + 2 * _PADDING)  # with it or without
        self._close.setVisible(message.closable)
        last: QWidget = self._close
        for index, title in enumerate(message.buttons):
            entry = button(title, "link")
            entry.clicked.connect(lambda _checked=False, i=index: self._press(i))
            self._buttons.addWidget(entry)
            self.setTabOrder(last, entry)
            last = entry
        if last is not self._close:  # from before the new ones to behind them
            self.setTabOrder(last, self._close)
        self.show()

    def clear(self, message_id: str | None = None) -> None:
        """Hide the message, or only the one called `message_id`."""
        if self._message and message_id in {None, self._message.id}:
            self._message = None
            self._leave()
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            super().keyPressEvent(event)

    def _leave(self, within: QHBoxLayout | None = None) -> None:
        """Let somebody else have the keyboard: Qt would give it to whatever comes next."""
        focused = self.window().focusWidget()
        if self.isAncestorOf(focused) and (within is None or within.indexOf(focused) >= 0):
            self.leaving.emit()

    def _clear_buttons(self) -> None:
        while item := self._buttons.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _press(self, index: int) -> None:
        if message := self._message:
            self.clear()
            self.pressed.emit(message.id, index)

    def _dismiss(self) -> None:
        if message := self._message:
            self.clear()
            self.dismissed.emit(message.id)

    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("close"))

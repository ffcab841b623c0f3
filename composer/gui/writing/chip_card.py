"""The card under a chip: what it stands for, and where the seller's own value is set."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from composer.gui.findings.shadow import Shadow
from composer.gui.theme.theme import Theme
from composer.gui.widgets.card_ground import paint_card
from composer.gui.widgets.style import button, label, nested

_WIDTH = 330
_MARGIN = 14
_GAP = 4
_EDGE = 10
_RADIUS = 8


@dataclass(frozen=True, slots=True)
class ChipText:
    """What the card says; `button` is empty where there is nothing to set."""

    title: str
    meaning: str
    shown: str
    hint: str
    button: str = ""


class ChipCard(QFrame):
    """A child of the window, so that typing goes on; within `room` as far as it fits.

    Signals:
        pressed: the button was.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, window: QWidget, room: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kind", "card")
        self._theme = theme
        self._window = window
        self._room = room
        self._before: QWidget | None = None
        self._title = label("", "strong", wrap=True)
        self._meaning = label("", "muted", wrap=True)
        self._shown = label("", "text", wrap=True)
        self._hint = label("", "muted", wrap=True)
        self._button = button("")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._press)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN - 1, _MARGIN, _MARGIN - 1)
        layout.setSpacing(6)
        for each in (self._title, self._meaning, self._shown, self._hint):
            layout.addWidget(each)
        row = nested(layout, QHBoxLayout())
        row.addWidget(self._button)
        row.addStretch(1)
        theme.changed.connect(self.update)
        self._shadow = Shadow(theme, self, _RADIUS)
        self.hide()

    def show_for(self, text: ChipText, anchor: QRect) -> None:
        """Say `text` under `anchor`, in global coordinates, or over it."""
        self._title.setText(text.title)
        self._meaning.setText(text.meaning)
        self._shown.setText(text.shown)
        self._hint.setText(text.hint)
        self._button.setText(text.button)
        for each in (self._meaning, self._shown, self._hint):
            each.setVisible(bool(each.text()))
        self._button.setVisible(bool(text.button))
        words = (text.title, text.meaning, text.shown, text.hint)
        self.setAccessibleName("\n".join(filter(None, words)))
        width = min(_WIDTH, self._room.width() - 2 * _EDGE)
        self.setGeometry(self._placed(anchor, width, self._column.heightForWidth(width)))
        self.raise_()
        self.show()

    def enter(self) -> None:
        """Give the keyboard to the button; who had it has it again when the card goes."""
        if not self._button.isHidden():
            self._before = QApplication.focusWidget()
            self._button.setFocus(Qt.FocusReason.TabFocusReason)

    def setVisible(self, visible: bool) -> None:
        before, self._before = (self._before, None) if not visible else (None, self._before)
        if before is not None and self._button.hasFocus():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        super().setVisible(visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        self.hide()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(self, self._theme.colours, _RADIUS)

    def _press(self) -> None:
        self.hide()
        self.pressed.emit()

    def _placed(self, anchor: QRect, width: int, height: int) -> QRect:
        chip = QRect(self._window.mapFromGlobal(anchor.topLeft()), anchor.size())
        room = QRect(self._room.mapTo(self._window, QPoint(0, 0)), self._room.size())
        left = max(room.left() + _EDGE, min(chip.left(), room.right() - width - _EDGE))
        under, over = chip.bottom() + 1 + _GAP, chip.top() - _GAP - height
        top = over if under + height > room.bottom() and over >= room.top() else under
        return QRect(left, top, width, height)

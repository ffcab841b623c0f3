"""Good news goes by itself, but never from under the pointer."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from composer.gui.widgets.hover import forget_hover

_AGAIN = 500  # ms


class Fading(QObject):
    """Tells when what was said may go: after some time, once pointer and keyboard are not at it.

    `shown` is where it is said. Whoever types does not point at anything: `typed` lets it go, too.
    While a card is open it stays: what goes lets the page move under it.

    Signals:
        over: it may go now.
    """

    over = Signal()

    def __init__(self, shown: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._waiting = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.end)
        shown.installEventFilter(self)

    def start(self, milliseconds: int) -> None:
        """Begin to count."""
        self._waiting = False
        self._timer.start(milliseconds)

    def stop(self) -> None:
        """Let what is said stay."""
        self._waiting = False
        self._timer.stop()

    def end(self) -> None:
        """Its time is up."""
        forget_hover(self._shown)
        focused = QApplication.focusWidget()
        at_button = focused is not None and self._shown.isAncestorOf(focused)
        self._waiting = at_button or self._shown.underMouse()
        if not self._waiting and self._card_is_open():
            self._timer.start(_AGAIN)
        elif not self._waiting:
            self.over.emit()

    def _card_is_open(self) -> bool:
        cards = self._shown.window().findChildren(QFrame)
        return any(it.property("kind") == "card" and it.isVisible() for it in cards)

    def typed(self) -> None:
        """Take note that the user types."""
        self._release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._shown and event.type() == QEvent.Type.Leave:
            self._release()
        return False

    def _release(self) -> None:
        if self._waiting:
            self._waiting = False
            self.over.emit()

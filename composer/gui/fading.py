"""Good news goes by itself, but never so that what is under the pointer moves."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from composer.gui.widgets.hover import forget_hover

_FADE_MS = 8000


class Fading(QObject):
    """Tells when what was said may go: after some seconds, once the pointer is not in `area`.

    `area` is what would move. Whoever types does not point at anything: `typed` lets it go, too.

    Signals:
        over: it may go now.
    """

    over = Signal()

    def __init__(self, area: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._area = area
        self._waiting = False
        self._timer = QTimer(self, singleShot=True, interval=_FADE_MS)
        self._timer.timeout.connect(self.end)
        area.installEventFilter(self)

    def start(self) -> None:
        """Begin to count."""
        self._waiting = False
        self._timer.start()

    def stop(self) -> None:
        """Let what is said stay."""
        self._waiting = False
        self._timer.stop()

    def end(self) -> None:
        """Its time is up."""
        forget_hover(self._area)
        self._waiting = self._area.underMouse()
        if not self._waiting:
            self.over.emit()

    def typed(self) -> None:
        """Take note that the user types."""
        self._release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() == QEvent.Type.Leave:
            self._release()
        return False

    def _release(self) -> None:
        if self._waiting:
            self._waiting = False
            self.over.emit()

"""Work that waits until the seller pauses."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE = 120  # ms without an edit


class Pause(QObject):
    """Does `work` once nothing happened for a moment, however often `wait` was called before."""

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(work)

    def wait(self) -> None:
        """Begin to wait anew."""
        self._timer.start()

"""Keeps Python itself from holding up a key press."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

# Seconds that the worker may keep the interpreter while the window waits for it. Many of Qt's calls
# at a key press have to take it back; below this, switching costs more than it gains.
SWITCH_INTERVAL = 0.0005
QUIET = 2_000  # ms without an edit before garbage is collected
_RARELY = 100_000


class Smoothness(QObject):
    """Switches threads sooner, and collects garbage in full only while nobody types.

    A full collection takes 40 ms with a long message open, and checking it brings one on.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interval = sys.getswitchinterval()
        self._thresholds = gc.get_threshold()
        sys.setswitchinterval(SWITCH_INTERVAL)
        gc.set_threshold(*self._thresholds[:2], _RARELY)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(gc.collect)

    def edited(self) -> None:
        """Wait for the next quiet moment; to be called for every edit."""
        self._timer.start()

    def stop(self) -> None:
        """Put the interpreter's settings back."""
        self._timer.stop()
        sys.setswitchinterval(self._interval)
        gc.set_threshold(*self._thresholds)

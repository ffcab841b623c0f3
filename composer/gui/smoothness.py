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

    A full collection takes 200 ms with a long message open, and checking it brings one on. What one
    has looked through is left out of the next, until another template is opened.
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
        self._timer.timeout.connect(self._collect)

    def edited(self) -> None:
        """Wait for the next quiet moment; to be called for every edit."""
        self._timer.start()

    def started_anew(self) -> None:
        """Look through everything the next time: what was open before may be garbage now."""
        gc.unfreeze()
        self._timer.start()

    def _collect(self) -> None:
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Put the interpreter's settings back."""
        self._timer.stop()
        gc.unfreeze()
        sys.setswitchinterval(self._interval)
        gc.set_threshold(*self._thresholds)

"""Keeps Python itself from holding up a key press."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

# Seconds that the worker may keep the interpreter while the window waits for it. Many of Qt's calls
# at a key press have to take it back; below this, switching costs more than it gains.
SWITCH_INTERVAL = 0.0005
QUIET = 2_000  # ms without an edit before everything is looked through
LOOK = 25  # ms between two looks at how much was made
_MUCH = 5_000  # objects made and kept since the last search: to look through them takes 1 ms


class Smoothness(QObject):
    """Switches threads sooner, and collects garbage here alone, a little at a time.

    Left to itself, Python collects on whichever thread makes the most, and what Qt must take apart
    on its own thread (cursors of a text, widgets, pages of the browser engine) would go on another:
    that ends the process. A full collection takes 200 ms with a long message open. What one has
    looked through is left out of the next, until another template is opened.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_INTERVAL)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._collect)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._collect_young)
        self._look.start()

    def edited(self) -> None:
        """Wait for the next quiet moment; to be called for every edit."""
        self._timer.start()

    def started_anew(self) -> None:
        """Look through everything the next time: what was open before may be garbage now."""
        gc.unfreeze()
        self._timer.start()

    def _collect_young(self) -> None:
        if gc.get_count()[0] > _MUCH:
            gc.collect(1)
            gc.freeze()

    def _collect(self) -> None:
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Put the interpreter's settings back."""
        self._timer.stop()
        self._look.stop()
        gc.unfreeze()
        sys.setswitchinterval(self._interval)
        if self._was_on:
            gc.enable()

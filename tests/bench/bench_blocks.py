"""How long checking and fixing keep the window from answering, in a message of 200 KB."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_editor import RUNS, wait
from bench_window import opened
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest

from composer.gui.app import make_application
from composer.gui.desk import Desk
from composer.gui.findings.fix_all import FixAllDialog

BUDGET = 50.0
SETTLED_S = 4.0


class Pulse(QObject):
    """Beats as often as the window lets it; `longest` is the longest silence in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._beat)

    def measure(self, deed: Callable[[], object]) -> float:
        """Do `deed`, wait until the window is at rest, and return the longest silence in ms."""
        self.longest, self._last = 0.0, perf_counter()
        self._timer.start()
        QTimer.singleShot(0, deed)
        until = perf_counter() + SETTLED_S
        wait(lambda: perf_counter() > until)
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def main() -> int:
    """Print one row for each deed."""
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        desk = opened(app, Path(folder), 200_000, 200)
        pulse = Pulse()
        rest = pulse.measure(lambda: None)
        print(
            f"window, 200 KB, rest after opening (garbage is collected): silent for {rest:.0f} ms"
        )
        silences: dict[str, list[float]] = {}
        for _ in range(RUNS):
            for name, deed in _deeds(desk).items():
                silences.setdefault(name, []).append(pulse.measure(deed))
        for name, found in silences.items():
            print(
                f"window, 200 KB, {name}: silent for {median(found):.0f} ms, {max(found):.0f} ms at"
                f" most (median of {RUNS} runs; budget {BUDGET:.0f} ms)"
            )
        desk.workspace.discard()
        desk.window.close()
        wait(lambda: not desk.window.isVisible())
    return 0


def _deeds(desk: Desk) -> dict[str, Callable[[], object]]:
    body = desk.widgets.body

    def type_letter() -> None:
        body.setFocus()
        QTest.keyClicks(body, "x")

    return {
        "a key, then its check": type_letter,
        "checking everything again": desk.checker.renew,
        "one fix": lambda: desk.judging.fix(desk.judging.keys[100], 0),
        "undoing it": body.undo_log.undo,
        "planning all fixes": desk.fixing_all.open,
        "making all fixes": lambda: _accept(desk),
        "undoing them all": body.undo_log.undo,
    }


def _accept(desk: Desk) -> None:
    dialog = desk.window.findChild(FixAllDialog)
    assert dialog is not None, "the plan took longer than the pause"
    dialog.accept()


if __name__ == "__main__":
    sys.exit(main())

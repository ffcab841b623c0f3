"""How long a key press takes to reach the screen in the whole window, and then the preview."""

import os
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_editor import RUNS, Desk, Paints, body, type_keys, wait
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from composer.gui.app import make_application, make_theme
from composer.gui.checking.checker import PAUSE
from composer.gui.desk import Desk as Window
from composer.gui.desk import build_desk
from composer.gui.settings import Preferences
from composer.language.assistants import Assistants
from composer.library.template_file import write_template
from composer.template import Template

BUDGET = 33.0
PREVIEWED = 10_000  # characters; a longer message is shown only once typing rests
PAUSES = 60


def main() -> int:
    """Print one row for each size."""
    app = make_application()
    for size, findings in ((10_000, 20), (200_000, 200)):
        with tempfile.TemporaryDirectory() as folder:
            window = opened(app, Path(folder), size, findings)
            desk = watched(window)
            runs = [type_keys(desk) for _ in range(RUNS)]
            tail = median(quantiles(run, n=100)[-1] for run in runs)
            print(
                f"window, {size // 1000} KB, {findings} findings, preview following: key press to"
                f" painted {median(map(median, runs)):.1f} ms p50, {tail:.1f} ms p99"
                f" (median of {RUNS} runs; budget {BUDGET:.0f} ms)"
            )
            if size <= PREVIEWED:
                print_pauses(window, desk)
            window.window.close()
            wait(lambda w=window: not w.window.isVisible())  # type: ignore[misc]
    return 0


def print_pauses(window: Window, desk: Desk) -> None:
    """Print how long after a pause in typing the preview shows, on screen, what was typed."""
    keys = cycle((Qt.Key.Key_M, Qt.Key.Key_Delete))
    times = [previewed(window, desk, next(keys)) for _ in range(PAUSES)]
    print(
        f"window, {PREVIEWED // 1000} KB: pause of {PAUSE} ms to painted preview"
        f" {median(times):.0f} ms median, {quantiles(times, n=20)[-1]:.0f} ms p95"
        " (budgets 120 and 250 ms)"
    )


def previewed(window: Window, desk: Desk, key: Qt.Key) -> float:
    """Milliseconds from the end of a pause to other pixels in the preview, after `key`."""
    view = window.widgets.preview.findChild(QWebEngineView)
    settled(window)
    desk.editor.moveCursor(QTextCursor.MoveOperation.Start)
    before = view.grab().toImage()
    shown: list[bool] = []
    connection = window.widgets.preview.rendered.connect(lambda: shown.append(True))
    QTest.keyClick(desk.editor, key)
    begun = time.perf_counter()
    # To look at the pixels takes long, and there is nothing to see before.
    wait(lambda: bool(shown) and view.grab().toImage() != before)
    elapsed = (time.perf_counter() - begun) * 1000
    window.widgets.preview.disconnect(connection)
    return elapsed - PAUSE


def settled(window: Window) -> None:
    """Wait until the preview shows the text as it is, and the engine has nothing left to do."""
    audited: list[object] = []
    connection = window.seeing.audited.connect(audited.append)
    wait(lambda: any(each is not None for each in audited) or window.widgets.status.audited != "")
    window.seeing.disconnect(connection)


def opened(app: QApplication, folder: Path, size: int, findings: int) -> Window:
    """A window on a message of `size` bytes, its findings shown and its preview painted."""
    preferences = Preferences(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    preferences.library = folder / "library"
    preferences.library.mkdir()
    file = preferences.library / "long.html"
    template = Template(name="Long", reason="order-problem", body=body(size, findings))
    file.write_text(write_template(template), encoding="utf-8")
    preferences.open_key = str(file)
    window = build_desk(
        make_theme(app, preferences), preferences, folder / "history.sqlite", Assistants()
    )
    rendered: list[bool] = []
    window.widgets.preview.rendered.connect(lambda: rendered.append(True))
    window.window.setWindowState(Qt.WindowState.WindowNoState)  # its screen is small here
    window.window.resize(1440, 900)
    window.window.show()
    wait(lambda: bool(rendered) and bool(window.widgets.body.findings_shown()))
    return window


def watched(window: Window) -> Desk:
    """The window's body editor and checker, as the editor's own bench drives them."""
    desk = Desk(window.widgets.body, window.checker)
    watcher = Paints(desk.painted)
    watcher.setParent(desk.editor)
    desk.editor.viewport().installEventFilter(watcher)
    desk.editor.setFocus()
    return desk


if __name__ == "__main__":
    sys.exit(main())

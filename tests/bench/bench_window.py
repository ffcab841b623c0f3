"""How long a key press takes to reach the screen in the whole window, while the preview follows."""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_editor import RUNS, Desk, Paints, body, type_keys, wait
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from composer.gui.app import make_application, make_theme
from composer.gui.desk import Desk as Window
from composer.gui.desk import build_desk
from composer.gui.settings import Preferences
from composer.language.assistants import Assistants
from composer.library.template_file import write_template
from composer.template import Template

BUDGET = 33.0


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
            window.window.close()
            wait(lambda w=window: not w.window.isVisible())  # type: ignore[misc]
    return 0


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

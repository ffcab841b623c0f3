"""How long a key in the HTML source takes to reach the screen, the whole window around it."""

import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from bench_editor import RUNS, Desk, Paints, type_keys, wait
from bench_window import BUDGET, opened

from composer.gui.app import make_application


def main() -> int:
    """Print one row for each size."""
    app = make_application()
    for size, findings in ((2_000, 5), (200_000, 200)):
        with tempfile.TemporaryDirectory() as folder:
            window = opened(app, Path(folder), size, findings)
            window.actions.show_preview.setChecked(False)
            window.sourcing.show(as_source=True)
            source = window.widgets.editors.source
            desk = Desk(source, window.checker)  # type: ignore[arg-type]  # keys are keys
            watcher = Paints(desk.painted)
            watcher.setParent(source)
            source.viewport().installEventFilter(watcher)
            runs = [type_keys(desk) for _ in range(RUNS)]
            tail = median(quantiles(run, n=100)[-1] for run in runs)
            print(
                f"source, {size // 1000} KB, {findings} findings: key press to painted"
                f" {median(map(median, runs)):.1f} ms p50, {tail:.1f} ms p99"
                f" (median of {RUNS} runs; budget {BUDGET:.0f} ms)"
            )
            window.window.close()
            wait(lambda w=window: not w.window.isVisible())  # type: ignore[misc]
    return 0


if __name__ == "__main__":
    sys.exit(main())

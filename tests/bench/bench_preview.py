"""How fast a change reaches the preview's screen and is audited, and whether memory stays flat."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "linux" and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QColor
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from composer import resources
from composer.document.filling import fill
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.gui.preview.auditing import REST, Auditing
from composer.gui.preview.message import Mode, PreviewMessage
from composer.gui.preview.pane import PreviewPane
from composer.gui.theme.theme import LookChoice, Theme
from composer.policy import Policy

ROUNDS = 60
AUDITS = 12
SOAK = 2000
LAST = 500
READ_EACH = 5
FLAT = 0.05
COLORS = ("#ff0000", "#00ff00")
_PATIENCE = 20.0


def message(number: int, size: int = 10_000) -> PreviewMessage:
    """A message of about `size` bytes whose first block is coloured by `number`."""
    band = f'<div style="height: 60px; background: {COLORS[number % 2]}">{number}</div>'
    line = '<p style="font-size: 15px">Thank you for your order. Here is how to <b>care</b> for it.</p>'
    return PreviewMessage(html=band + line * (size // len(line)), text=f"{number}")


def wait(done: Callable[[], bool]) -> None:
    """Run the event loop until `done`.

    Raises:
        TimeoutError: it took longer than anybody would wait.
    """
    deadline = time.perf_counter() + _PATIENCE
    while not done():
        QCoreApplication.processEvents()
        if time.perf_counter() > deadline:
            raise TimeoutError("the preview did not answer")


def painted(pane: PreviewPane, number: int) -> bool:
    """Whether the screen shows the band of message `number`."""
    view = pane.findChild(QWebEngineView)
    if view is None:
        return False
    image = view.grab().toImage()
    wanted = QColor(COLORS[number % 2])
    column = image.width() // 4
    return any(image.pixelColor(QPoint(column, y)) == wanted for y in range(0, image.height(), 6))


def start(mode: Mode, theme: Theme) -> tuple[PreviewPane, float]:
    """A pane on screen showing message 0, and the seconds from showing it to that."""
    pane = PreviewPane(lambda _path: None, theme)
    pane.resize(430, 800)
    pane.set_mode(mode)
    pane.set_message(message(0))
    begun = time.perf_counter()
    pane.show()
    wait(lambda: painted(pane, 0))
    return pane, time.perf_counter() - begun


def measure(pane: PreviewPane) -> Iterator[float]:
    """Milliseconds from `set_message` to the changed pixels, once per round."""
    for number in range(1, ROUNDS + 1):
        begun = time.perf_counter()
        pane.set_message(message(number))
        wait(lambda number=number: painted(pane, number))  # type: ignore[misc]
        yield (time.perf_counter() - begun) * 1000


def audits(pane: PreviewPane) -> tuple[list[float], float]:
    """Milliseconds that audits of 10 KB take after their rest, and the window's longest wait."""
    auditing = Auditing(pane, Policy.load().accessibility.by_axe)
    heard: list[object] = []
    auditing.audited.connect(heard.append)
    times, longest = [], 0.0
    for number in range(AUDITS):
        heard.clear()
        html = message(number).html.replace("<b>", '<b style="color: #999">')
        source = fill(read_html(html).document, str)
        shown = PreviewMessage(
            html=write_html(source.document, lang="en", marked=True), text="", source=source
        )
        rendered: list[float] = []
        connection = pane.rendered.connect(lambda: rendered.append(time.perf_counter()))  # noqa: B023
        pane.set_message(shown)
        wait(lambda: bool(rendered))  # noqa: B023
        while not heard:
            before = time.perf_counter()
            QCoreApplication.processEvents()
            if before > rendered[0] + REST / 1000:
                longest = max(longest, time.perf_counter() - before)
        times.append((time.perf_counter() - rendered[0]) * 1000 - REST)
        pane.disconnect(connection)
    auditing.stop()
    return times, longest * 1000


def resident(process: int) -> float:
    """Memory of a process that it shares with nobody, in MB; Linux only."""
    rows = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Private_")) / 1024


def soak(pane: PreviewPane) -> tuple[float, float]:
    """Median memory of the render process in MB over the last updates, and over those before."""
    readings: list[float] = []
    shown: list[int] = []
    pane.rendered.connect(lambda: shown.append(1))
    assert pane.rendering is not None
    for number in range(SOAK):
        shown.clear()
        pane.set_message(message(number))
        wait(lambda: bool(shown))
        if number >= SOAK - 2 * LAST and not number % READ_EACH:
            readings.append(resident(pane.rendering.process_id))
    half = len(readings) // 2
    return median(readings[half:]), median(readings[:half])


def main() -> None:
    """Print one row per measurement."""
    app = QApplication([])
    theme = Theme(app, resources.root(), LookChoice.LIGHT)
    for mode in (Mode.DESKTOP, Mode.BOTH):
        pane, started = start(mode, theme)
        times = list(measure(pane))
        print(f"preview, {mode}: shown to first paint        {started * 1000:8.0f} ms")
        print(
            f"preview, {mode}: 10 KB change to painted     {median(times):8.0f} ms median, "
            f"{quantiles(times, n=20)[-1]:.0f} ms p95, {max(times):.0f} ms max"
        )
        if mode is Mode.DESKTOP:
            times, longest = audits(pane)
            print(
                f"preview, audit of 10 KB after a rest of {REST} ms: {median(times):13.0f} ms median, "
                f"{max(times):.0f} ms with the first; the window waits {longest:.0f} ms at most"
            )
        if mode is Mode.BOTH and sys.platform == "linux":
            late, early = soak(pane)
            grown = late / early - 1
            print(
                f"preview, memory of its process over the last {LAST} of {SOAK} updates: "
                f"{late:.1f} MB median, {early:.1f} MB over the {LAST} before, {grown:+.1%}"
            )
            print(f"memory within {FLAT:.0%}: {'kept' if abs(grown) <= FLAT else 'missed'}")
        pane.close_engine()
        # At once and here: left to the garbage, the widgets might go on a thread of another pane.
        shiboken6.delete(pane)
        del pane
    app.processEvents()


if __name__ == "__main__":
    main()

"""How long a key press takes to reach the screen, and a pause to show its findings."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer import rules
from composer.document import Block, Document, Link, Marks, Placeholder, Text
from composer.gui.checking.checker import PAUSE, Checker
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.paint.squiggles import squiggles_of
from composer.gui.editor.undo import UndoLog
from composer.lint.engine import Linter
from composer.policy import Policy
from composer.template import Template

RUNS = 5
KEYS = 200
BETWEEN_KEYS = 0.03  # seconds: a fast typist
REST_EVERY = 25  # keys, after which a pause lets a check start that the next keys run beside
KEY_BUDGET = 16.0
FINDINGS_BUDGET = 60.0
WORDS = (
    "Please tell us which color you would like, the blue or the red. Keep the box if it is damaged "
)
PATIENCE = 60.0


@dataclass(slots=True)
class Desk:
    """An editor with its checker, and what was seen of them."""

    editor: MessageEditor
    checker: Checker
    painted: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)


class Paints(QObject):
    """Notes when a widget has painted."""

    def __init__(self, times: list[float]) -> None:
        super().__init__()
        self._times = times

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note paint events and let everything through."""
        if event.type() == QEvent.Type.Paint:
            self._times.append(time.perf_counter())
        return False


def body(size: int, findings: int) -> Document:
    """A message of about `size` bytes, with `findings` links that are not secure, spread evenly."""
    count = max(1, size // (len(WORDS) + 50))
    flagged = {round(step * count / findings) for step in range(findings)} if findings else set()
    link = Marks(link=Link("https://www.amazon.com/gp/css/order-history"))
    unsecured = Marks(link=Link("http://www.amazon.com/gp/css/order-history"))
    return Document(
        tuple(
            Block(
                inlines=(
                    Text(f"{number} {WORDS}"),
                    Placeholder("order_id"),
                    Text(" as said", Marks(bold=True)),
                    Text(", see "),
                    Text("the order page", unsecured)
                    if number in flagged
                    else Text("your orders", link),
                    Text("."),
                )
            )
            for number in range(count)
        )
    )


def wait(done: Callable[[], bool]) -> None:
    """Run the event loop until `done`.

    Raises:
        TimeoutError: it took longer than anybody would wait.
    """
    deadline = time.perf_counter() + PATIENCE
    while not done():
        QApplication.processEvents()
        if time.perf_counter() > deadline:
            raise TimeoutError("nothing happened")


def set_up(document: Document) -> Desk:
    """An editor showing `document` and the findings of a real check."""
    policy = Policy.load()
    editor = MessageEditor(UndoLog())
    editor.resize(700, 620)
    editor.set_document(document)

    def template() -> Template:
        return Template(subject=body(60, 0), body=editor.document_value())

    checker = Checker(template, lambda: Linter(policy, rules.load()), editor)
    desk = Desk(editor, checker)

    def show(_revision: int, findings: object) -> None:
        editor.show_findings(squiggles_of(findings, "body"))  # type: ignore[arg-type]
        desk.shown.append(time.perf_counter())

    checker.checked.connect(show)
    editor.changed.connect(checker.schedule)
    watcher = Paints(desk.painted)
    watcher.setParent(editor)
    editor.viewport().installEventFilter(watcher)
    editor.show()
    editor.setFocus()
    checker.check_now()
    wait(lambda: bool(desk.shown) and not checker.pending)
    return desk


def type_keys(desk: Desk) -> list[float]:
    """Milliseconds from each key press to the end of its repaint, checks running in between."""
    editor, times = desk.editor, []
    editor.select(len(editor.document_value().text) // 2)
    for number in range(KEYS):
        if number and number % REST_EVERY == 0:
            rest = time.perf_counter() + (PAUSE + 5) / 1000
            wait(lambda until=rest: time.perf_counter() > until)  # type: ignore[misc]
        seen = len(desk.painted)
        start = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_Space if number % 6 == 5 else Qt.Key.Key_E)
        wait(lambda n=seen: len(desk.painted) > n)  # type: ignore[misc]
        times.append((time.perf_counter() - start) * 1000)
        wait(lambda until=start + BETWEEN_KEYS: time.perf_counter() > until)  # type: ignore[misc]
    wait(lambda: not desk.checker.pending)
    return times


def pause_to_findings(desk: Desk) -> float:
    """Milliseconds from the end of the pause to a finding painted that the key took away."""
    editor = desk.editor
    wait(lambda: not desk.checker.pending)
    editor.select(editor.findings_shown()[0].start + 2)
    QApplication.processEvents()
    desk.shown.clear()
    start = time.perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_E)
    wait(lambda: bool(desk.shown))
    seen = len(desk.painted)
    wait(lambda: len(desk.painted) > seen)
    return (time.perf_counter() - start) * 1000 - PAUSE


def main() -> int:
    """Print one row for each measurement; 1 where a budget is broken."""
    _app = QApplication.instance() or QApplication(sys.argv[:1])
    broken = False
    for size, findings in ((2_000, 5), (200_000, 200)):
        desk = set_up(body(size, findings))
        count = len(desk.editor.findings_shown())
        runs = [type_keys(desk) for _ in range(RUNS)]
        middle = median(median(run) for run in runs)
        tail = median(quantiles(run, n=100)[-1] for run in runs)
        broken |= tail > KEY_BUDGET
        print(
            f"editor, {size // 1000} KB, {count} findings: key press to painted "
            f"{middle:.1f} ms p50, {tail:.1f} ms p99 (median of {RUNS} runs, checks running; "
            f"budget {KEY_BUDGET:.0f} ms)"
        )
        waits = [pause_to_findings(desk) for _ in range(10)]
        broken |= size <= 2_000 and median(waits) > FINDINGS_BUDGET
        print(
            f"editor, {size // 1000} KB: end of pause to findings on screen "
            f"{median(waits):.0f} ms median, {max(waits):.0f} ms max"
        )
        desk.checker.stop()
        desk.editor.close()
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

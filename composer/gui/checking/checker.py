"""Checks as you type: after a pause, on one worker thread, and only the latest state counts."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance

from composer.gui.smoothness import Smoothness
from composer.lint.engine import Linter, SupersededError
from composer.lint.finding import Finding
from composer.lint.rendered import NOTHING, Seen
from composer.template import Template

PAUSE = 120  # ms without an edit before a check

Snapshot = Callable[[], Template]
MakeLinter = Callable[[], Linter]


class Checker(QObject):
    """Runs one check at a time; results of what has been edited since are dropped.

    `snapshot` gives the template as it is now, on the GUI thread. `make_linter` is called on the
    worker thread, which keeps what it makes to itself. `held` says whether to wait, as while text
    is being composed. `seen` tells what else is known of the template as a check begins.

    Signals:
        checked: the findings of the newest revision (revision, tuple of findings).
        failed: a check broke down (its error in words): nothing is known about the newest revision.
    """

    checked = Signal(int, object)
    failed = Signal(str)
    _arrived = Signal(int, object, str)

    def __init__(
        self,
        snapshot: Snapshot,
        make_linter: MakeLinter,
        parent: QObject | None = None,
        *,
        held: Callable[[], bool] = lambda: False,
        seen: Callable[[], Seen] = lambda: NOTHING,
    ) -> None:
        super().__init__(parent)
        self._smoothness = Smoothness(self)
        self._snapshot = snapshot
        self._held = held
        self._seen = seen
        self._worker = _Worker(make_linter)
        self._make_linter = make_linter
        self._edits = _Edits()
        self._said: tuple[int, tuple[Finding, ...]] | None = None
        self._busy = False
        self._waiting = False
        self._stopped = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._start)
        self._arrived.connect(self._take)

    @property
    def revision(self) -> int:
        """How many edits and requests there were."""
        return self._edits.count

    @property
    def pending(self) -> bool:
        """Whether findings of the newest revision are still to come."""
        return self._busy or self._timer.isActive()

    def schedule(self) -> None:
        """Check once typing pauses; to be called for every edit."""
        self._edits.count += 1
        if not self._stopped:
            self._smoothness.edited()
            self._timer.start()

    def check_now(self) -> None:
        """Check without waiting for a pause, as after a fix."""
        self._edits.count += 1
        self._timer.stop()
        self._start()

    def look_again(self) -> None:
        """Check the newest revision once more, as what is seen of it is new; news alone is sent."""
        if not self._timer.isActive():
            self._start()

    def start_anew(self) -> None:
        """Check another template, without waiting for a pause."""
        self._smoothness.started_anew()
        self.check_now()

    def renew(self) -> None:
        """Make the linter anew, as after a change of settings, and check with it."""
        self._worker = _Worker(self._make_linter)
        self.check_now()

    def stop(self) -> None:
        """Wait for the check under way and start no other."""
        self._stopped = True
        self._edits.count += 1  # nobody waits for the one under way
        self._smoothness.stop()
        self._timer.stop()
        self._pool.clear()
        self._pool.waitForDone()

    def _start(self) -> None:
        if self._stopped:
            return
        if self._held():
            self._timer.start()
            return
        self._waiting = self._busy
        if not self._busy:
            self._busy = True
            worker, seen, template = self._worker, self._seen(), self._snapshot()
            self._pool.start(_Check(self._edits, worker, template, seen, self._arrived))

    def _take(self, revision: int, findings: tuple[Finding, ...], error: str) -> None:
        self._busy = False
        if self._stopped:
            return
        if self._waiting:
            self._start()
        if revision != self._edits.count:
            return
        if error:
            self._said = None
            self.failed.emit(error)
        elif self._said != (revision, findings):
            self._said = revision, findings
            self.checked.emit(revision, findings)


class _Edits:
    """How many edits and requests there were: read on the worker thread as well."""

    def __init__(self) -> None:
        self.count = 0


class _Worker:
    """What the worker thread keeps from one check to the next."""

    def __init__(self, make_linter: MakeLinter) -> None:
        self._make_linter = make_linter
        self._linter: Linter | None = None

    def lint(
        self, template: Template, seen: Seen, wanted: Callable[[], bool]
    ) -> tuple[Finding, ...]:
        """Check `template` as long as that is `wanted`, building the linter the first time."""
        if self._linter is None:
            self._linter = self._make_linter()
        return self._linter.lint(template, seen, wanted)


class _Check(QRunnable):
    """One check; it is given the bound signal and never owns it."""

    def __init__(
        self,
        edits: _Edits,
        worker: _Worker,
        template: Template,
        seen: Seen,
        arrived: SignalInstance,
    ) -> None:
        super().__init__()
        self._edits = edits
        self._revision = edits.count
        self._worker = worker
        self._template = template
        self._seen = seen
        self._arrived = arrived

    def _is_newest(self) -> bool:
        # A key pressed meanwhile need not share the interpreter with what is out of date.
        return self._edits.count == self._revision

    def run(self) -> None:
        findings: tuple[Finding, ...] = ()
        error = ""
        try:
            findings = self._worker.lint(self._template, self._seen, self._is_newest)
        except SupersededError:
            pass
        except Exception as caught:  # noqa: BLE001 - said on screen, never lost on a thread
            error = f"{type(caught).__name__}: {caught}"
        with suppress(RuntimeError):  # the window, and the signal with it, may be gone
            self._arrived.emit(self._revision, findings, error)

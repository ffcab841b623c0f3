"""Work beside the window, one job at a time, where only the newest counts."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

Job = Callable[[], object]

# Jobs share one interpreter with the window: two at once would only keep it waiting twice as often.
_turn = Lock()


class Latest(QObject):
    """Runs jobs on a thread of its own; of those that wait, only the last is run.

    All that is run like this takes turns, and none of it keeps a key waiting.

    Signals:
        done: what the newest job returned; the outcome of a job that a newer one overtook is
            dropped.
        failed: the newest job broke down (its error in words).
    """

    done = Signal(object)
    failed = Signal(str)
    _arrived = Signal(int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._busy = False
        self._stopped = False
        self._waiting: Job | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._arrived.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether the newest job's outcome is still to come."""
        return self._busy

    def run(self, job: Job) -> None:
        """Run `job` as soon as the one under way has ended."""
        if self._stopped:
            return
        self._number += 1
        if self._busy:
            self._waiting = job
            return
        self._busy = True
        self._pool.start(_Running(self._number, job, self._arrived))

    def stop(self) -> None:
        """Wait for the job under way and run no other."""
        self._stopped = True
        self._waiting = None
        self._pool.clear()
        self._pool.waitForDone()

    def _take(self, number: int, outcome: object, error: str) -> None:
        if self._stopped:
            return
        self._busy = False
        if job := self._waiting:
            self._waiting = None
            self._busy = True
            self._pool.start(_Running(self._number, job, self._arrived))
        elif number == self._number and error:
            self.failed.emit(error)
        elif number == self._number:
            self.done.emit(outcome)


class _Running(QRunnable):
    """One job; it is given the bound signal and never owns it."""

    def __init__(self, number: int, job: Job, arrived: SignalInstance) -> None:
        super().__init__()
        self._number = number
        self._job = job
        self._arrived = arrived

    def run(self) -> None:
        outcome: object = None
        error = ""
        try:
            with _turn:
                outcome = self._job()
        except Exception as caught:  # noqa: BLE001 - said on screen, never lost on a thread
            error = f"{type(caught).__name__}: {caught}"
        with suppress(RuntimeError):  # the window, and the signal with it, may be gone
            self._arrived.emit(self._number, outcome, error)

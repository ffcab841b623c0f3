"""Reading HTML source as it is typed: short source when asked for, long source behind a pause."""

from contextlib import suppress

from PySide6.QtCore import (
    QElapsedTimer,
    QObject,
    QRunnable,
    QThreadPool,
    QTimer,
    Signal,
    SignalInstance,
)

from composer.document import Document
from composer.document.errors import DocumentError
from composer.document.placeholders import PlaceholderTable
from composer.gui.source.written import Written
from composer.gui.words.saying import problem

LONG = 20_000  # characters that take longer to read than a key may take
PAUSE = 80  # ms without a key before long source is read
PATIENCE = 600  # ms of typing without a pause, after which it is read all the same


class SourceReader(QObject):
    """Knows what a source says; what cannot be read leaves what was read before.

    Signals:
        caught_up: long source was read on another thread and is as it is now.
        refused: a sentence on why the source cannot be read.
    """

    caught_up = Signal()
    refused = Signal(str)
    _arrived = Signal(int, str, object)

    def __init__(
        self, written: Written, placeholders: PlaceholderTable, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._placeholders = placeholders
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._start)
        self._since = QElapsedTimer()
        self._arrived.connect(self._take)
        self._shown = 0  # how often another document was shown
        self._busy = False
        self.show(written)

    def show(self, written: Written) -> None:
        """Take the source of another document, with what it says."""
        self._shown += 1
        self._pause.stop()
        self._source = written.source
        self._written = self._latest = written
        self._stale, self._readable = False, True

    def edit(self, source: str) -> None:
        """Take what the source is now."""
        self._source, self._stale = source, True
        if not self.behind:
            return
        if not self._pause.isActive():
            self._since.start()
            self._pause.start()
        elif self._since.elapsed() < PATIENCE:
            self._pause.start()

    @property
    def source(self) -> str:
        """The source as it is now."""
        return self._source

    @property
    def behind(self) -> bool:
        """Whether long source was typed that is not read yet: asking what it says takes a while."""
        return self._stale and len(self._source) > LONG

    @property
    def readable(self) -> bool:
        """Whether the source as it is now can be read."""
        self.now()
        return self._readable

    def now(self) -> Written:
        """Return what the source says now; the same object until it says something else."""
        if self._stale:
            self._settle(_read(self._source, self._placeholders))
        return self._written

    def recent(self) -> Document:
        """Return what the source says, or said a moment ago where reading it would take long."""
        return (self._latest if self.behind else self.now()).document

    def _settle(self, found: Written | DocumentError) -> None:
        self._stale = False
        self._readable = isinstance(found, Written)
        if isinstance(found, Written):
            self._written = self._latest = found
        else:
            self.refused.emit(problem(found))

    def _start(self) -> None:
        if self.behind and not self._busy:
            self._busy = True
            self._pool.start(_Reading(self._shown, self._source, self._placeholders, self._arrived))

    def _take(self, shown: int, source: str, found: Written | DocumentError) -> None:
        self._busy = False
        if shown == self._shown and self._stale:
            if source == self._source:
                self._settle(found)
                self.caught_up.emit()
            elif isinstance(found, Written):
                self._latest = found
        if self.behind and not self._pause.isActive():
            self._pause.start()


class _Reading(QRunnable):
    """Reads one state of the source; it is given the bound signal and never owns it."""

    def __init__(
        self, shown: int, source: str, placeholders: PlaceholderTable, arrived: SignalInstance
    ) -> None:
        super().__init__()
        self._shown = shown
        self._source = source
        self._placeholders = placeholders
        self._arrived = arrived

    def run(self) -> None:
        found = _read(self._source, self._placeholders)
        with suppress(RuntimeError):  # the window, and the signal with it, may be gone
            self._arrived.emit(self._shown, self._source, found)


def _read(source: str, placeholders: PlaceholderTable) -> Written | DocumentError:
    try:
        return Written(source, placeholders)
    except DocumentError as error:
        return error

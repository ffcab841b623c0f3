"""What the history is told in the background, and the typing that a crash left in it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from composer.gui.words.saying import problem
from composer.library.errors import LibraryError
from composer.library.history import History, Unsaved, Version
from composer.library.template_file import write_template
from composer.template import Template

# Unsaved typing is never older than this when the plug is pulled (a second, with the writing).
JOURNAL_MS = 600


@dataclass(frozen=True, slots=True)
class Typing:
    """A template as no file holds it; `base` is the digest of the file it was typed over."""

    key: str
    template: Template
    base: str | None


class Journal(QObject):
    """Writes to the history on one thread, in order; without a history it forgets.

    Signals:
        failed: a sentence on why nothing can be kept.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._kept: dict[str, Unsaved] = {}
        self._typing: Callable[[], Typing] | None = None
        self._timer = QTimer(self, singleShot=True, interval=JOURNAL_MS)
        self._timer.timeout.connect(self._write)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    def keep(self, history: History, kept: tuple[Unsaved, ...] = ()) -> None:
        """Write to `history` from now on; `kept` is what a crash kept from its files."""
        self._history = history
        self._kept = {entry.key: entry for entry in kept}

    @property
    def kept(self) -> tuple[Unsaved, ...]:
        """Typing that a crash kept and that was not taken yet, the newest first."""
        return tuple(self._kept.values())

    def take(self, key: str) -> Unsaved | None:
        """Hand out the typing kept for `key`, once; it stays on disk until a file holds it."""
        return self._kept.pop(key, None)

    @property
    def waiting(self) -> bool:
        """Whether something is to be written soon."""
        return self._timer.isActive()

    def write_soon(self, typing: Callable[[], Typing]) -> None:
        """Keep unsaved typing within a second, as `typing` gives it then."""
        self._typing = typing
        if not self._timer.isActive():
            self._timer.start()

    def cancel(self) -> None:
        """Leave unwritten what was to be written soon."""
        self._timer.stop()

    def record(self, key: str, kind: str, template: Template) -> None:
        """Keep a version: ``save`` or ``checkpoint``."""
        now = datetime.now(UTC)
        self._later(lambda history: history.record(key, kind, write_template(template), now))

    def clear(self, key: str) -> None:
        """Forget unsaved typing that a file or a version now holds."""
        self._later(lambda history: history.clear_journal(key))

    def versions(self, key: str) -> tuple[Version, ...]:
        """Return what is kept of a template, the newest first; this may wait for the disk.

        Raises:
            LibraryError: where the history cannot be read.
        """
        history = self._history
        if history is None:
            return ()
        return self._writer.submit(history.versions, key).result()

    def close(self) -> None:
        """Write what was to be written soon, and wait until everything is on disk."""
        if self._timer.isActive():
            self._timer.stop()
            self._write()
        self._writer.shutdown(wait=True)

    def _write(self) -> None:
        if self._typing is not None:
            typing, now = self._typing(), datetime.now(UTC)
            self._later(
                lambda history: history.write_journal(
                    typing.key, write_template(typing.template), typing.base, now
                )
            )

    def _later(self, work: Callable[[History], None]) -> None:
        if self._history is not None:
            self._writer.submit(self._guarded, work, self._history)

    def _guarded(self, work: Callable[[History], None], history: History) -> None:
        try:
            work(history)
        except LibraryError as error:
            self.failed.emit(problem(error))

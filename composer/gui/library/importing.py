"""Importing many files without the window standing still."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from composer.gui.words.saying import problem
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate

SUFFIXES = {".html", ".htm", ".eml", ".txt", ".md"}


class Importing(QObject):
    """Imports one file at each turn of the event loop; what is done stays when it is stopped.

    Signals:
        progressed: how many files are done, and of how many.
        finished: the templates made (list of `StoredTemplate`) and the sentences on what was not.
    """

    progressed = Signal(int, int)
    finished = Signal(list, list)

    def __init__(
        self, import_file: Callable[[Path], StoredTemplate], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._import_file = import_file
        self._waiting: list[Path] = []
        self._made: list[StoredTemplate] = []
        self._failed: list[str] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    def start(self, paths: Iterable[Path]) -> None:
        """Import files, and those in folders; more may be added while others wait."""
        self._waiting += _files(paths)
        self._timer.start()

    def cancel(self) -> None:
        """Import no more."""
        self._waiting.clear()

    def _next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            made, failed = self._made, self._failed
            self._made, self._failed = [], []
            self.finished.emit(made, failed)
            return
        try:
            self._made.append(self._import_file(self._waiting.pop(0)))
        except LibraryError as error:
            self._failed.append(problem(error))
        done = len(self._made) + len(self._failed)
        self.progressed.emit(done, done + len(self._waiting))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = (each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES)
            yield from sorted(each for each in inside if each.is_file())
        else:
            yield path

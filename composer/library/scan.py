"""What is in a library's folder, read again only where a file changed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from composer.library.errors import LibraryError, reason
from composer.library.files import StoredTemplate
from composer.phrase import Phrase, sentence_of

_SUFFIX = ".html"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of the library, or its folder, that could not be read, and why."""

    path: Path
    message: str


Entry = StoredTemplate | Unreadable
_Stamp = tuple[int, int, int]


class Scan:
    """The templates of a folder, remembered by the time, size and number of each file.

    Not safe for use from two threads at once.
    """

    def __init__(self, folder: Path, read: Callable[[Path], StoredTemplate]) -> None:
        self._folder = folder
        self._read = read
        self._known: dict[Path, tuple[_Stamp, Entry]] = {}

    def paths(self) -> tuple[Path, ...]:
        """Return the template files, by name; none where the folder cannot be read."""
        try:
            return tuple(self._stamps())
        except OSError:
            return ()

    def entries(self) -> tuple[Entry, ...]:
        """Return what each file holds; a folder that cannot be read is the one entry."""
        try:
            stamps = self._stamps()
        except FileNotFoundError:
            return ()
        except OSError as error:
            message = Phrase(
                "“{name}” cannot be opened: {reason}.",
                name=self._folder.name,
                reason=reason(error),
            )
            return (Unreadable(self._folder, message),)
        self._known = {path: (stamp, self._entry(path, stamp)) for path, stamp in stamps.items()}
        return tuple(entry for _, entry in self._known.values())

    def _entry(self, path: Path, stamp: _Stamp) -> Entry:
        known = self._known.get(path)
        if known and known[0] == stamp:
            return known[1]
        try:
            return self._read(path)
        except LibraryError as error:
            return Unreadable(path, sentence_of(error))

    def _stamps(self) -> dict[Path, _Stamp]:
        found: dict[Path, _Stamp] = {}
        with os.scandir(self._folder) as listing:
            for item in listing:
                name = item.name
                if name.startswith(".") or Path(name).suffix.lower() != _SUFFIX:
                    continue
                try:
                    if item.is_file():
                        about = item.stat()
                        stamp = (about.st_mtime_ns, about.st_size, about.st_ino)
                        found[self._folder / name] = stamp
                except OSError:  # gone since it was listed
                    continue
        return dict(sorted(found.items(), key=lambda it: it[0].name.casefold()))

"""Templates that were deleted, kept in the app's own history so that they can come back later."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from composer.library.bin import Binned
from composer.library.database import Database

_SCHEMA = """
CREATE TABLE IF NOT EXISTS deleted (
    id TEXT PRIMARY KEY,
    folder TEXT NOT NULL,
    path TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS deleted_file (
    deleted TEXT NOT NULL,
    path TEXT NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS deleted_file_of ON deleted_file (deleted);
"""
_TABLES = frozenset({"deleted", "deleted_file"})
_SIZES = """
SELECT id, at, sum(length(data)) FROM deleted JOIN deleted_file ON deleted = id
GROUP BY id ORDER BY at DESC
"""
_LISTED = """
SELECT id, deleted.path, at, data FROM deleted
JOIN deleted_file ON deleted = id AND deleted_file.path = deleted.path
WHERE folder = ? ORDER BY at DESC
"""
KEPT_FOR = timedelta(days=90)
ROOM = 500_000_000  # bytes, pictures included


@dataclass(frozen=True, slots=True)
class Deleted:
    """A template that was in a library; `data` is its file."""

    id: str
    path: Path
    at: datetime
    data: bytes


class DeletedTemplates:
    """What was deleted, of all libraries, for 90 days and up to 500 MB; the newest always stays.

    Raises:
        LibraryError: where the database cannot be opened or written.
    """

    def __init__(self, database: Path) -> None:
        self._database = Database(database, _SCHEMA, _TABLES)

    def keep(self, binned: Binned, at: datetime) -> None:
        """Keep a template that was deleted at `at`, with its pictures."""
        when = at.astimezone(UTC)
        row = (binned.id, str(binned.path.parent), str(binned.path), when.isoformat())
        files = [(binned.id, str(path), data) for path, data in binned.files.items()]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT INTO deleted VALUES (?, ?, ?, ?)", row)
            connection.executemany("INSERT INTO deleted_file VALUES (?, ?, ?)", files)
            for name in _outlived(connection.execute(_SIZES).fetchall(), when):
                _drop(connection, name)

        self._database.run(work)

    def of(self, folder: Path) -> tuple[Deleted, ...]:
        """Return what was deleted from the library in `folder`, the newest first."""
        rows = self._database.run(lambda it: it.execute(_LISTED, (str(folder),)).fetchall())
        return tuple(
            Deleted(name, Path(path), datetime.fromisoformat(at), data)
            for name, path, at, data in rows
        )

    def files(self, deleted: Deleted) -> Binned:
        """Return all that brings a template back."""
        query = "SELECT path, data FROM deleted_file WHERE deleted = ?"
        rows = self._database.run(lambda it: it.execute(query, (deleted.id,)).fetchall())
        return Binned(deleted.path, {Path(path): data for path, data in rows}, deleted.id)

    def forget(self, name: str) -> None:
        """Keep the one with this id no more: it is back."""
        self._database.run(lambda connection: _drop(connection, name))


def _outlived(rows: list[tuple[str, str, int]], now: datetime) -> Iterator[str]:
    """Yield the ids of what is too old, or no longer has room; `rows` are the newest first."""
    total = 0
    for number, (name, at, size) in enumerate(rows):
        total += size
        old = now - datetime.fromisoformat(at) > KEPT_FOR
        if number and (old or total > ROOM):
            yield name


def _drop(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("DELETE FROM deleted_file WHERE deleted = ?", (name,))
    connection.execute("DELETE FROM deleted WHERE id = ?", (name,))

"""One SQLite file: safe from several windows and threads, and from damage."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

from composer.library.errors import LibraryError
from composer.phrase import Phrase

BUSY_SECONDS = 5.0
PAUSE_SECONDS = 0.02
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}

T = TypeVar("T")


class Database:
    """Some `tables` of a database in `file`; `schema` makes those that are missing.

    A damaged database is moved aside and a new one begun; `note` then says so, and where the old
    one is.
    """

    def __init__(self, file: Path, schema: str, tables: frozenset[str]) -> None:
        self._file = file
        self._schema = schema
        self._tables = tables
        self.note = ""

    def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in one transaction; once more in a new database where this one is damaged.

        Raises:
            LibraryError: where the database cannot be opened or written.
        """
        try:
            try:
                return self._attempt(work)
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGED:
                    raise
                self._move_aside()
                return self._attempt(work)
        except (sqlite3.Error, OSError) as error:
            folder = self._file.parent
            raise LibraryError(
                Phrase("History cannot be kept in “{folder}”: {error}.", folder=folder, error=error)
            ) from error

    def _attempt(self, work: Callable[[sqlite3.Connection], T]) -> T:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=BUSY_SECONDS)) as connection:
            connection.isolation_level = None
            self._prepare(connection)
            # IMMEDIATE waits for its turn at once; a read that turns into a write could not.
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
            return result

    def _prepare(self, connection: sqlite3.Connection) -> None:
        _log_ahead(connection)
        # FULL: what the journal took must survive a power cut, not only a crash.
        connection.execute("PRAGMA synchronous = FULL")
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if not self._tables <= names:
            connection.executescript(self._schema)

    def _move_aside(self) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = self._file.with_name(f"{self._file.stem}-damaged-{stamp}.sqlite")
        self._file.replace(aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                beside = self._file.with_name(self._file.name + ending)
                beside.replace(aside.with_name(aside.name + ending))
        self.note = Phrase(
            "The history was damaged. A new one was begun; the old one is “{name}”.",
            name=aside.name,
        )


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Put the database into WAL mode, waiting for others.

    SQLite's own timeout does not cover this: while another writes, the switch fails at once.
    """
    deadline = monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(PAUSE_SECONDS)

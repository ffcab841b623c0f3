"""History and recovery: every save, every checkpoint and a journal of unsaved typing, in SQLite."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from composer.library.database import Database

_SCHEMA = """
CREATE TABLE IF NOT EXISTS version (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS version_key ON version (key, id);
CREATE TABLE IF NOT EXISTS journal (
    key TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    base TEXT
);
"""
_PRUNE = """
DELETE FROM version WHERE key = ? AND at < ? AND id NOT IN
    (SELECT id FROM version WHERE key = ? ORDER BY id DESC LIMIT ?)
"""
KEPT_FOR = timedelta(days=30)
KEPT_AT_LEAST = 200
_BY = "\x1f"  # between a key and the window it was typed in; no file is called so


@dataclass(frozen=True, slots=True)
class Version:
    """One past state of a template; `kind` is ``save`` or ``checkpoint``, `text` the file's."""

    id: int
    key: str
    kind: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Typing that no file holds yet; `base` is the digest of the file it was typed over."""

    key: str
    at: datetime
    text: str
    base: str | None


class History:
    """One database for all libraries; a key is a file's absolute path, or any name for a new one.

    Several windows, and several threads, may use it at once; all but one have a name, `window`, so
    that none writes over what another is typing in the same template. A damaged database is moved
    aside and a new one begun; `note` then says so, and where the old one is. Times are stored in
    UTC.

    Raises:
        LibraryError: where the database cannot be opened or written.
    """

    def __init__(self, database: Path, window: str = "") -> None:
        self._database = Database(database, _SCHEMA, frozenset({"version", "journal"}))
        self._window = window
        self._database.run(lambda _: None)

    @property
    def note(self) -> str:
        """What there is to say about the database; nothing where it is sound."""
        return self._database.note

    def record(self, key: str, kind: str, text: str, at: datetime) -> None:
        """Keep a version; the same text twice in a row is kept once.

        Of each template all of the last 30 days stay, and never fewer than the last 200.
        """
        when = at.astimezone(UTC)

        def work(connection: sqlite3.Connection) -> None:
            newest = "SELECT text FROM version WHERE key = ? ORDER BY id DESC LIMIT 1"
            if connection.execute(newest, (key,)).fetchone() == (text,):
                return
            connection.execute(
                "INSERT INTO version (key, kind, at, text) VALUES (?, ?, ?, ?)",
                (key, kind, when.isoformat(), text),
            )
            oldest = (when - KEPT_FOR).isoformat()
            connection.execute(_PRUNE, (key, oldest, key, KEPT_AT_LEAST))

        self._database.run(work)

    def versions(self, key: str) -> tuple[Version, ...]:
        """Return the versions of a template, the newest first."""
        query = "SELECT id, key, kind, at, text FROM version WHERE key = ? ORDER BY id DESC"
        rows = self._database.run(lambda connection: connection.execute(query, (key,)).fetchall())
        return tuple(
            Version(number, name, kind, datetime.fromisoformat(at), text)
            for number, name, kind, at, text in rows
        )

    def write_journal(self, key: str, text: str, base: str | None, at: datetime) -> None:
        """Keep unsaved typing; on disk when this returns."""
        row = (self._own(key), at.astimezone(UTC).isoformat(), text, base)
        statement = "INSERT OR REPLACE INTO journal (key, at, text, base) VALUES (?, ?, ?, ?)"
        self._database.run(lambda connection: connection.execute(statement, row))

    def clear_journal(self, key: str) -> None:
        """Forget unsaved typing that a file now holds."""
        statement = "DELETE FROM journal WHERE key = ?"
        self._database.run(lambda connection: connection.execute(statement, (self._own(key),)))

    def adopt(self) -> None:
        """Take over what windows with a name left unsaved, once none of them is there any more.

        Where a template was typed in more than one, what the window without a name left stays its,
        or else the newest; the others become templates without a file.
        """
        rows = "SELECT key FROM journal WHERE instr(key, ?) ORDER BY at DESC"
        rename = "UPDATE OR IGNORE journal SET key = ? WHERE key = ?"

        def work(connection: sqlite3.Connection) -> None:
            for (left,) in connection.execute(rows, (_BY,)).fetchall():
                key, _, window = left.partition(_BY)
                if not connection.execute(rename, (key, left)).rowcount:
                    connection.execute(rename, (f"new:{window}-{uuid4()}", left))

        self._database.run(work)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return all unsaved typing but that of windows with a name, the newest first."""
        query = "SELECT key, at, text, base FROM journal WHERE NOT instr(key, ?) ORDER BY at DESC"
        rows = self._database.run(lambda connection: connection.execute(query, (_BY,)).fetchall())
        return tuple(
            Unsaved(key, datetime.fromisoformat(at), text, base) for key, at, text, base in rows
        )

    def _own(self, key: str) -> str:
        return f"{key}{_BY}{self._window}" if self._window else key

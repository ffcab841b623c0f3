import os
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Timer

import pytest

from composer.library.errors import LibraryError
from composer.library.history import KEPT_AT_LEAST, History

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database in a folder that is not there yet."""
    return tmp_path / "data" / "history.sqlite"


def python(code: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Run `code` in a process of its own."""
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)])


def test_versions_come_newest_first(database: Path) -> None:
    """Each template has its own versions, in the order they were kept."""
    history = History(database)
    history.record("a", "save", "one", NOW)
    history.record("b", "save", "other", NOW)
    history.record("a", "checkpoint", "two", NOW + timedelta(minutes=1))

    found = history.versions("a")

    assert [(it.kind, it.text, it.at) for it in found] == [
        ("checkpoint", "two", NOW + timedelta(minutes=1)),
        ("save", "one", NOW),
    ]


def test_same_text_twice_is_one_version(database: Path) -> None:
    """Saving without a change adds nothing; going back to an older text does."""
    history = History(database)
    for text in ("one", "one", "two", "one"):
        history.record("a", "save", text, NOW)

    assert [it.text for it in history.versions("a")] == ["one", "two", "one"]


def test_old_versions_go_but_the_last_ones_stay(database: Path) -> None:
    """What is older than 30 days goes once 200 newer versions are there, for each key alone."""
    history = History(database)
    long_ago = NOW - timedelta(days=31)
    history.record("b", "save", "alone", long_ago)
    for number in range(3):
        history.record("a", "save", f"old {number}", long_ago)
    for number in range(KEPT_AT_LEAST - 1):
        history.record("a", "save", f"new {number}", NOW)

    texts = [it.text for it in history.versions("a")]

    assert len(texts) == KEPT_AT_LEAST
    assert texts[-1] == "old 2"
    assert [it.text for it in history.versions("b")] == ["alone"]


def test_recent_versions_stay_however_many(database: Path) -> None:
    """A busy month is kept whole."""
    history = History(database)
    for number in range(KEPT_AT_LEAST + 5):
        history.record("a", "save", str(number), NOW)

    assert len(history.versions("a")) == KEPT_AT_LEAST + 5


def test_journal_holds_the_last_typing_of_each_template(database: Path) -> None:
    """Newer typing replaces older, saved typing is forgotten, the newest comes first."""
    history = History(database)
    elsewhere = timezone(timedelta(hours=9))
    history.write_journal("a", "Hel", "digest", NOW)
    history.write_journal("a", "Hello", "digest", NOW + timedelta(seconds=1))
    history.write_journal("new:1", "Hi", None, (NOW + timedelta(seconds=2)).astimezone(elsewhere))
    history.write_journal("b", "x", None, NOW)
    history.clear_journal("b")

    found = [(it.key, it.text, it.base) for it in history.unsaved()]

    assert found == [("new:1", "Hi", None), ("a", "Hello", "digest")]


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_journal_survives_a_kill(database: Path) -> None:
    """Typing that was journaled is there for the next process, whatever ended this one."""
    code = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer
from composer.library.history import History
history = History(Path(sys.argv[1]))
for number in range(20):
    history.write_journal("a", f"typed {number}", None, datetime.now(UTC))
os.kill(os.getpid(), signal.SIGKILL)
"""
    process = python(code, database)

    assert process.wait() == -signal.SIGKILL
    assert [it.text for it in History(database).unsaved()] == ["typed 19"]


def test_two_processes_write_at_once(database: Path) -> None:
    """Two windows lose none of each other's versions, from the first moment on."""
    code = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer
from composer.library.history import History
history = History(Path(sys.argv[1]))
for number in range(40):
    history.record(sys.argv[2], "save", str(number), datetime.now(UTC))
    history.write_journal(sys.argv[2], str(number), None, datetime.now(UTC))
"""
    processes = [python(code, database, key) for key in "abc"]

    assert [process.wait() for process in processes] == [0, 0, 0]
    history = History(database)
    assert [len(history.versions(key)) for key in "abc"] == [40, 40, 40]
    assert sorted(it.text for it in history.unsaved()) == ["39"] * 3


def test_first_use_waits_for_another_writer(database: Path) -> None:
    """A new history that another window is writing at this moment is waited for."""
    database.parent.mkdir()
    other = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = Timer(0.2, lambda: other.execute("COMMIT"))
    release.start()

    History(database).record("a", "save", "one", NOW)

    release.join()
    other.close()
    assert [it.text for it in History(database).versions("a")] == ["one"]


def test_damaged_database_is_moved_aside(database: Path) -> None:
    """What is no database is kept under another name, a new one is begun and says so."""
    database.parent.mkdir()
    database.write_bytes(b"not a database at all" * 1000)

    history = History(database)
    history.record("a", "save", "one", NOW)

    (aside,) = database.parent.glob("history-damaged-*.sqlite")
    assert aside.read_bytes().startswith(b"not a database")
    assert aside.name in history.note
    assert [it.text for it in History(database).versions("a")] == ["one"]
    assert History(database).note == ""


def test_damage_while_running_does_not_stop_the_journal(database: Path) -> None:
    """A database that breaks under us costs the past, not the typing that comes."""
    history = History(database)
    for number in range(50):
        history.record("a", "save", str(number) * 500, NOW)
    whole = database.read_bytes()
    database.write_bytes(whole[:1024] + b"\xff" * (len(whole) - 1024))

    history.write_journal("a", "typed", None, NOW)
    history.record("a", "save", "more", NOW)

    assert [it.text for it in history.unsaved()] == ["typed"]
    assert history.note


def test_database_of_an_unfinished_start_is_completed(database: Path) -> None:
    """An empty database, left by a process killed while making it, gets its tables."""
    database.parent.mkdir()
    sqlite3.connect(database).close()
    database.touch()

    history = History(database)

    assert history.versions("a") == ()
    assert history.note == ""


def test_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    """Where nothing can be kept, the seller hears where and why."""
    (tmp_path / "data").write_text("a file")

    with pytest.raises(LibraryError, match=r"^History cannot be kept in “.*data”: .*\.$"):
        History(tmp_path / "data" / "history.sqlite")


def test_locked_database_is_an_error_and_is_not_moved(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database another program holds is never taken for a damaged one."""
    monkeypatch.setattr("composer.library.database.BUSY_SECONDS", 0.05)
    history = History(database)
    holder = sqlite3.connect(database)
    holder.execute("BEGIN EXCLUSIVE")

    with pytest.raises(LibraryError, match="locked"):
        history.record("a", "save", "one", NOW)

    holder.rollback()
    holder.close()
    assert list(database.parent.glob("*damaged*")) == []


def test_windows_type_in_one_template_without_each_other(database: Path) -> None:
    """None writes over, clears or restores what another is typing; the next start has it all."""
    first = History(database)
    second, third = History(database, window="b"), History(database, window="c")
    for number, (history, text) in enumerate(((first, "1"), (second, "2"), (third, "3"))):
        history.write_journal("one", text, None, NOW + timedelta(seconds=number))
    second.write_journal("two", "other", None, NOW)
    third.clear_journal("two")
    assert [(each.key, each.text) for each in first.unsaved()] == [("one", "1")]

    first.clear_journal("one")
    first.adopt()
    (newest, *others) = first.unsaved()
    assert (newest.key, newest.text) == ("one", "3")
    assert {each.text for each in others} == {"2", "other"}
    assert {each.key.partition(":")[0] for each in others} == {"new", "two"}

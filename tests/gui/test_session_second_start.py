"""The app started once more while a window of it is open."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QWidget

from composer.gui.words.text import tr_

START = """
import sys
from pathlib import Path
from composer.gui import app
app.history_file = lambda: Path(sys.argv[1])
sys.exit(app.main(sys.argv[2:]))
"""
HOLD = """
import sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
assert lock.tryLock(0)
print("held", flush=True)
sys.stdin.read()
"""


def start_again(place, *files: Path) -> int:
    """Start the app once more, and return its exit status once it has ended."""
    second = QProcess()
    second.start(sys.executable, ["-c", START, str(place.database), *map(str, files)])
    place.qtbot.waitUntil(
        lambda: second.state() == QProcess.ProcessState.NotRunning, timeout=30_000
    )
    return second.exitCode()


def typed_in(place) -> int:
    """How many windows have typing that is in no file."""
    with sqlite3.connect(place.database) as history:
        (count,) = history.execute("SELECT count(*) FROM journal").fetchone()
    return int(count)


def lock_file(place) -> Path:
    """What one window holds."""
    return Path(f"{place.database}.lock")


def test_a_second_start_brings_the_window_to_the_front(place) -> None:
    """It ends at once; the window is in front again, wherever it was."""
    place.put("one.html", "<p>{{order_id}}</p>")
    seller = place.open()
    other = QWidget()
    place.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    place.qtbot.waitUntil(lambda: QApplication.activeWindow() is other)
    seller.desk.window.showMinimized()

    assert start_again(place) == 0
    place.qtbot.waitUntil(lambda: QApplication.activeWindow() is seller.desk.window)
    assert not seller.desk.window.isMinimized()


def test_files_of_a_second_start_are_imported_by_the_first(place, tmp_path: Path) -> None:
    """As if they were opened in the window that is there."""
    place.library.mkdir()
    seller = place.open()
    file = tmp_path / "late.txt"
    file.write_text("Your parcel is late.", "utf-8")

    assert start_again(place, file) == 0
    place.qtbot.waitUntil(lambda: seller.message() == tr_("notice.imported", count=1), timeout=5000)
    assert seller.desk.widgets.body.document_value().text == "Your parcel is late."


def test_nobody_answers_after_the_window_was_closed(place) -> None:
    """The next start opens a window as ever, and has nothing to say about another."""
    place.put("one.html", "<p>{{order_id}}</p>")
    place.open().close()
    assert place.open().message() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("renamed", [False, True], ids=["same name", "computer renamed since"])
def test_what_a_killed_process_held_keeps_nobody_out(place, renamed: bool) -> None:
    """Its lock and its socket are left, and the next start takes both over."""
    place.put("one.html", "<p>{{order_id}}</p>")
    held = lock_file(place)
    command = [sys.executable, "-c", HOLD, str(held)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"held\n"
        os.kill(killed.pid, signal.SIGKILL)
    assert held.exists()
    if renamed:
        lines = held.read_text("utf-8").split("\n")
        held.write_text("\n".join((lines[0], lines[1], "another", "", "", "")), "utf-8")

    seller = place.open()
    assert seller.message() == ""
    assert start_again(place) == 0


def test_what_is_typed_in_two_windows_of_one_template_is_all_kept(place) -> None:
    """Where the first window does not answer; a crash of both loses neither."""
    place.put("one.html", "<p>{{order_id}}</p>")
    typed = ("in the first ", "in the second ")
    first, second = place.open(), place.open()
    assert second.message() == tr_("notice.other_window")
    for seller, words in zip((first, second), typed, strict=True):
        seller.desk.window.activateWindow()
        place.qtbot.waitUntil(lambda s=seller: QApplication.activeWindow() is s.desk.window)
        seller.desk.widgets.body.setFocus()
        seller.write(words)
        seller.desk.workspace.touch()
    place.qtbot.waitUntil(lambda: typed_in(place) == 2, timeout=5000)

    crashed = place.elsewhere()
    with sqlite3.connect(place.database) as here, sqlite3.connect(crashed.database) as there:
        here.backup(there)
    third = crashed.open()
    texts = {message_in(third)}
    (other,) = {row.key for row in third.templates()} - {third.desk.workspace.key}
    third.desk.shelf.open(other)
    assert third.message() == tr_("notice.recovered")
    texts.add(message_in(third))
    assert texts == {f"{words}\ufffc" for words in typed}


def message_in(seller) -> str:
    """The message on screen, with blanks as they are typed."""
    return str(seller.desk.widgets.body.document_value().text).replace("\xa0", " ")

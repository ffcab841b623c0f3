"""What comes back after the app ended without a word."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from composer.gui.words.text import tr_
from composer.library.history import History

TYPIST = """
import sys
from pathlib import Path
from time import monotonic
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from composer.gui.app import make_application, make_theme
from composer.gui.desk import build_desk
from composer.language.assistants import Assistants
from composer.gui.settings import Preferences

folder = Path(sys.argv[1])
app = make_application()
store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
store.setValue("library", str(folder / "Messages"))
desk = build_desk(make_theme(app, Preferences(store)), Preferences(store), folder / "history.sqlite", Assistants())
desk.window.show()
if sys.argv[2]:
    desk.shelf.open(sys.argv[2])
body = desk.widgets.body
body.setFocus()
typed = 0

def type_on():
    global typed
    QTest.keyClick(body, "x" if typed % 6 else " ")
    typed += 1
    print(typed, monotonic(), flush=True)

QTimer(app, interval=20, timeout=type_on).start()
app.exec()
"""
LOST_AT_MOST = 1.0  # s
LETTERS = 20


def killed_while_typing(folder: Path, key: str) -> float:
    """Type in a process of its own for a while, kill it, and return how many letters it counts.

    The number is of those typed longer than a second before the end.
    """
    command = [sys.executable, "-c", TYPIST, str(folder), key]
    times: list[float] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        while _old(times) < LETTERS:  # however slow the machine is
            times.append(float(typist.stdout.readline().split()[1]))
        os.kill(typist.pid, signal.SIGKILL)
        times += [float(line.split()[1]) for line in typist.stdout]
    return _old(times)


def _old(times: list[float]) -> int:
    """How many of `times` are longer than a second before the last."""
    return sum(time < times[-1] - LOST_AT_MOST for time in times)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("saved_before", [True, False])
def test_typing_survives_a_kill(place, saved_before: bool) -> None:
    """The next start restores all but the last second, says so, and leaves the file alone."""
    path = place.put("damaged.html", "<p>{{order_id}}</p>") if saved_before else None
    place.library.mkdir(exist_ok=True)
    before = path.read_bytes() if path else b""

    expected = killed_while_typing(place.folder, str(path or ""))
    seller = place.open()

    text = seller.desk.widgets.body.document_value().text
    assert expected >= LETTERS
    assert text.count("x") + text.count(" ") + text.count("\xa0") >= expected
    assert seller.message() == tr_("notice.recovered")
    assert seller.desk.workspace.modified
    if path:
        assert seller.desk.workspace.path == path
        assert path.read_bytes() == before


def journal(place, key: str, body: str, base: str | None = None) -> None:
    """Leave unsaved typing in the history, as a crash does."""
    text = (
        '<html lang="en"><head><title></title><meta name="permitted:version" content="1">'
        f'<meta name="permitted:name" content="{body}"></head><body><p>{body}</p></body></html>'
    )
    History(place.database).write_journal(key, text, base, datetime.now(UTC))


def test_typing_of_several_templates_all_comes_back(place) -> None:
    """The newest is open at once; the others are in the sidebar and come back when opened."""
    path = place.put("one.html", "<p>old {{order_id}}</p>")
    base = place.digest(path)
    journal(place, str(path), "typed over a file", base)
    journal(place, "new:1", "never saved")
    journal(place, "new:2", "never saved either")

    seller = place.open()
    body = seller.desk.widgets.body
    assert seller.message() == " ".join(
        (tr_("notice.recovered"), tr_("notice.recovered_more", count=2))
    )
    assert body.document_value().text == "never saved either"
    assert {row.key for row in seller.templates()} >= {"new:1", "new:2", str(path)}

    seller.desk.shelf.open("new:1")
    assert body.document_value().text == "never saved"
    seller.desk.shelf.open(str(path))
    assert body.document_value().text == "typed over a file"
    seller.control(Qt.Key.Key_S)
    assert "typed over a file" in path.read_text("utf-8")
    seller.close()

    assert History(place.database).unsaved() == ()
    names = {entry.name for entry in place.library.glob("*.html")}
    assert names == {"one.html", "never-saved.html", "never-saved-either.html"}


def test_typing_over_a_file_that_changed_asks(place) -> None:
    """What a crash kept is never written over what another program wrote since."""
    path = place.put("one.html", "<p>theirs {{order_id}}</p>")
    journal(place, str(path), "mine", "the digest of an older file")

    seller = place.open()
    assert seller.desk.widgets.body.document_value().text == "mine"
    seller.control(Qt.Key.Key_S)
    assert seller.message() == tr_("notice.changed_on_disk", name="one.html")
    assert "theirs" in path.read_text("utf-8")
    seller.click_button(tr_("notice.save_copy"))

    texts = {each.template.body.text for each in seller.desk.workspace.library.entries()}
    assert texts == {"mine", "theirs \ufffc"}


def test_typing_in_a_file_that_is_gone_comes_back(place) -> None:
    """Deleting the file does not delete what was typed in it."""
    place.library.mkdir()
    journal(place, str(place.library / "gone.html"), "still here", "digest")

    seller = place.open()
    assert seller.desk.widgets.body.document_value().text == "still here"
    seller.control(Qt.Key.Key_S)
    seller.click_button(tr_("notice.save_copy"))
    assert [each.template.body.text for each in seller.desk.workspace.library.entries()] == [
        "still here"
    ]


def test_what_was_saved_just_before_the_end_is_not_restored_again(place) -> None:
    """A journal that says what its file says is no unsaved typing."""
    path = place.put("one.html", "<p>{{order_id}}</p>")
    seller = place.open()
    seller.desk.shelf.open(str(path))
    seller.desk.widgets.body.setFocus()
    seller.write("same ")
    seller.control(Qt.Key.Key_S)
    seller.close()
    History(place.database).write_journal(
        str(path), path.read_text("utf-8"), "older digest", datetime.now(UTC)
    )

    again = place.open()
    assert again.desk.workspace.path == path
    assert not again.desk.workspace.modified
    assert again.message() == ""


def test_a_second_window_leaves_the_typing_of_the_first_alone(place) -> None:
    """Only where no window is open is unsaved typing left by a crash."""
    place.put("one.html", "<p>{{order_id}}</p>")
    first = place.open()
    first.control(Qt.Key.Key_N)
    first.desk.widgets.body.setFocus()
    first.write("in the first window")
    place.qtbot.waitUntil(lambda: len(History(place.database).unsaved()) == 1, timeout=3000)

    second = place.open()
    assert second.desk.workspace.path == place.library / "one.html"
    assert "in the first" not in second.desk.widgets.body.document_value().text
    assert second.message() == tr_("notice.other_window")


def test_a_broken_history_does_not_keep_the_app_from_starting(place) -> None:
    """The app says that nothing can be restored, and everything else works."""
    place.put("one.html", "<p>{{order_id}}</p>")
    place.database.mkdir()
    seller = place.open()
    assert seller.message().endswith("cannot be restored after a crash.")
    assert seller.desk.workspace.path == place.library / "one.html"

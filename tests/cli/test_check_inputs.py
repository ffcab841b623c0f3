import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Run = Callable[..., tuple[int, str, str]]
Checked = Callable[..., dict]
Write = Callable[..., Path]

CLEAN = "<p>Your order {{order_id}} is late.</p>"
EMOJI = "<p>Your order {{order_id}} is late 😊.</p>"


def slices(report: dict, source: str) -> list[str]:
    """Return the source under each finding of the first file."""
    return [source[it["start"] : it["end"]] for it in report["files"][0]["findings"]]


def findings(report: dict) -> list[tuple[str, str]]:
    """Return rule and part of each finding of the first file."""
    return [(it["rule"], it["part"]) for it in report["files"][0]["findings"]]


def test_folders_are_searched(checked: Checked, write: Write, tmp_path: Path) -> None:
    """All kinds of messages below a folder are checked by name; hidden and other files are not."""
    for name in ("b/z.html", "a.txt", "b/a.md", ".git/x.html", "b/.hidden.html", "b/notes.pdf"):
        write(name, CLEAN)
    write("c.eml", "Subject: x\n\nOrder {{order_id}}\n")

    report = checked(tmp_path)

    names = [Path(it["path"]).relative_to(tmp_path).as_posix() for it in report["files"]]
    assert names == ["a.txt", "c.eml", "b/a.md", "b/z.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_in_a_folder_are_passed_over(checked: Checked, write: Write, tmp_path: Path) -> None:
    """A named pipe that nobody writes to does not hold up the check; a dead link is told."""
    write("a.html", CLEAN)
    os.mkfifo(tmp_path / "b.html")
    (tmp_path / "c.html").symlink_to("gone")

    report = checked(tmp_path)

    assert [Path(it["path"]).name for it in report["files"]] == ["a.html"]
    assert [Path(it["path"]).name for it in report["errors"]] == ["c.html"]


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize(
    ("shell", "status", "complaint"),
    [
        ('"$@" > /dev/full', 2, "permitted: no space left on device\n"),
        ('"$@" >&-', 1, ""),
        ('"$@" --format json | head -c 1 > /dev/null', 0, ""),
    ],
    ids=["full", "closed", "left early"],
)
def test_output_that_takes_no_report(write: Write, shell: str, status: int, complaint: str) -> None:
    """A full disk is one sentence and status 2; who closes our output wants none."""
    if "/dev/full" in shell and not Path("/dev/full").exists():
        pytest.skip("needs a device that is full")
    for number in range(30):
        write(f"{number}.html", EMOJI * 20)
    command = [sys.executable, "-m", "composer", "check", str(write("a.html", EMOJI).parent)]

    done = subprocess.run(
        ["sh", "-c", shell, "sh", *command], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (status, complaint)


def test_folder_without_messages_is_an_error(run: Run, tmp_path: Path) -> None:
    """A check that checked nothing does not pass."""
    status, out, _ = run("check", tmp_path)

    assert status == 2
    assert "no message in this folder" in out


def test_file_named_twice_is_checked_once(checked: Checked, write: Write) -> None:
    """Naming a file and its folder does not double the findings."""
    path = write("a.html", EMOJI)

    assert len(checked(path, path.parent, path)["files"]) == 1


@pytest.mark.parametrize(
    ("source", "channel"), [(EMOJI, "email"), ("Order {{order_id}} 😊 <3\n", "contact-form")]
)
def test_standard_input_is_read(
    checked: Checked, monkeypatch: pytest.MonkeyPatch, source: str, channel: str
) -> None:
    """`-` is read as HTML where it looks like it, as text otherwise."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(source.encode())))

    report = checked("-")

    assert report["files"][0]["path"] == "-"
    assert report["files"][0]["template"]["channel"] == channel
    assert "😊" in slices(report, source)


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("Order {{order_id}} für".encode("cp1252"), "not UTF-8; read as Windows-1252"),
        ("\ufeffOrder {{order_id}} für".encode("utf-16-le"), None),
        ("\ufeffOrder {{order_id}} für".encode(), None),
    ],
)
def test_encodings(checked: Checked, write: Write, content: bytes, note: str | None) -> None:
    """Marks are believed, UTF-8 is tried, and a guess is told."""
    report = checked(write("a.txt", content))

    assert report["errors"] == []
    assert report["files"][0]["notes"] == ([note] if note else [])


def test_meta_charset_is_believed(checked: Checked, write: Write) -> None:
    """An HTML file in the encoding it names is read without a guess."""
    source = '<html lang="pl"><meta charset="iso-8859-2"><p>Zamówienie {{order_id}} ą 😊</p>'
    content = source.encode("iso-8859-2", "xmlcharrefreplace")

    report = checked(write("a.html", content))

    assert report["files"][0]["notes"] == []
    assert slices(report, content.decode("iso-8859-2")) == ["&#128522;"]


def test_a_line_break_in_a_message_stays_one(checked: Checked, write: Write) -> None:
    """A U+2028 in a finding's words comes through the report as it is."""
    report = checked(
        write("a.html", "<p>{{order_id}} <b>THIS IS<br>REALLY VERY LATE</b> 😊<br>😊</p>")
    )

    texts = [it["text"] for it in report["files"][0]["findings"]]
    assert texts.count("😊") == 2
    assert not any("\u2028 " in text for text in texts)


def test_settings_hold_for_the_files_below(checked: Checked, write: Write) -> None:
    """Carrier hosts in permitted.toml are known to every file under its folder."""
    link = (
        '<p>{{order_id}} <a href="https://parcels.kitchen-friends.net/x">your parcel page</a></p>'
    )
    inside, outside = write("shop/en/a.html", link), write("a.html", link)
    write("shop/permitted.toml", 'hosts = ["parcels.kitchen-friends.net"]\n')

    assert findings(checked(inside)) == []
    assert findings(checked(outside)) == [("external-link", "body")]


def test_damaged_settings_are_an_error(checked: Checked, write: Write) -> None:
    """A settings file with a slip of the pen is told, not passed over."""
    path = write("a.html", CLEAN)
    write("permitted.toml", "host = []\n")

    assert checked(path)["errors"][0]["message"] == "permitted.toml: unknown host"


def test_report_can_go_to_a_file(run: Run, write: Write, tmp_path: Path) -> None:
    """--output writes the report and leaves the terminal quiet."""
    target = tmp_path / "report.json"

    _, out, _ = run("check", write("a.html", EMOJI), "--format", "json", "--output", target)

    assert out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1


def test_output_that_cannot_be_written(run: Run, write: Write, tmp_path: Path) -> None:
    """A report that goes nowhere is a failure, told in a sentence."""
    status, _, error = run("check", write("a.html", CLEAN), "--output", tmp_path / "no/report")

    assert status == 2
    assert "no such file" in error


def test_several_processes_give_the_same(run: Run, write: Write, tmp_path: Path) -> None:
    """--jobs changes the time it takes, not what is said."""
    for number in range(6):
        write(f"{number}.html", EMOJI * (number % 3) + CLEAN)

    alone, together = run("check", tmp_path), run("check", tmp_path, "--jobs", "2")

    assert alone == together


@pytest.mark.parametrize(
    "arguments",
    [
        ["--reason", "greeting"],
        ["--lang", "klingon"],
        ["--marketplace", "amazon.xx"],
        ["--jobs", "0"],
        ["--format", "xml"],
    ],
)
def test_words_we_do_not_know_are_refused(run: Run, arguments: list[str]) -> None:
    """A slip in an option stops before anything is checked."""
    status, out, error = run("check", "a.html", *arguments)

    assert (status, out) == (2, "")
    assert "error:" in error


def test_a_message_is_in_the_language_it_is_written_in(checked: Checked, write: Write) -> None:
    """Without a word about it, language and store are those of the text; options win."""
    path = write("a.txt", "Ihre Bestellung {{order_id}} kommt leider erst am Freitag bei Ihnen an.")

    facts = checked(path)["files"][0]["template"]
    assert (facts["lang"], facts["marketplace"]) == ("de", "amazon.de")
    told = checked(path, "--lang", "fr")["files"][0]["template"]
    assert (told["lang"], told["marketplace"]) == ("fr", "amazon.fr")

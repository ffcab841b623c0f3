"""`permitted judge --rendered`, with the engine."""

import json
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from composer.cli.main import main

AGREED = "<p>Hello <b>you</b></p><p style='font-size: 20px; margin: 0 10%'>{{order}} is here</p>"
WIDE = "<style>@media (min-width: 700px) { p { font-size: 30px } }</style><p>Big</p>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Mails in a folder and one below it, one that agrees and one that does not."""
    (tmp_path / "below").mkdir()
    (tmp_path / "a.html").write_text(AGREED, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no mail", encoding="utf-8")
    mail = EmailMessage()
    mail["Subject"] = "Big"
    mail.set_content("Big")
    mail.add_alternative(WIDE, subtype="html")
    (tmp_path / "below" / "b.eml").write_bytes(mail.as_bytes())
    return tmp_path


def test_the_figures_as_json(folder: Path, capfd: pytest.CaptureFixture[str], qapp: object) -> None:
    """Counts, their share, and each difference with its reason."""
    assert qapp is not None
    assert main(["judge", "--rendered", str(folder), "--format", "json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert (found["compared"], found["agreeing"], found["agreement"]) == (4, 3, 0.75)
    assert found["known"]["insets"] == {"compared": 4, "known": 4, "agreeing": 4}
    assert found["differences"] == [
        {
            "file": "below/b.eml",
            "text": "Big",
            "property": "size",
            "ours": "16px",
            "rendered": "30px",
            "reason": "style rules for some windows only",
        }
    ]


def test_the_figures_as_text(folder: Path, capfd: pytest.CaptureFixture[str], qapp: object) -> None:
    """A row for each property, and the mails that agree least."""
    assert qapp is not None
    assert main(["judge", str(folder), "--rendered"]) == 0
    out = capfd.readouterr().out
    assert "Runs that agree: 3 of 4, 75.00%" in out
    assert "1 of 1     below/b.eml" in out


def test_floors(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    """A figure under its floor is told, and the exit status says so."""
    assert qapp is not None
    floors = tmp_path / "floors.toml"
    floors.write_text("[rendered]\nagreement = 0.8\ninsets = 1.0\nimages = 1.0\n", encoding="utf-8")
    arguments = ["judge", "--rendered", str(folder), "--floors", str(floors)]
    assert main(arguments) == 1
    assert "rendered agreement is 0.750, at least 0.800" in capfd.readouterr().err
    floors.write_text("[rendered]\nagreement = 0.7\n", encoding="utf-8")
    assert main(arguments) == 0


def test_mails_that_cannot_be_judged_are_named(
    folder: Path, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    """One that is no HTML, one too large: the others are judged all the same."""
    assert qapp is not None
    mail = EmailMessage()
    mail.set_content("only text")
    (folder / "c.eml").write_bytes(mail.as_bytes())
    (folder / "d.html").write_text("<p>a</p>" * 300_000, encoding="utf-8")
    (folder / "e.html").symlink_to(folder / "nowhere")
    assert main(["judge", "--rendered", str(folder)]) == 0
    captured = capfd.readouterr()
    assert "2 mails, 4 runs of text" in captured.out
    assert captured.err == (
        "permitted: c.eml: no HTML in this email\n"
        "permitted: d.html: The message is longer than 2,000,000 characters.\n"
        "permitted: e.html: no such file or directory\n"
    )


def test_nothing_to_judge(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A folder without mails, and an engine that is not there, are told in one sentence."""
    assert main(["judge", "--rendered", str(tmp_path)]) == 2
    assert "no .html or .eml file" in capfd.readouterr().err


def test_without_the_engine(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where QtWebEngine is not there the command says so, and ends."""
    monkeypatch.setitem(sys.modules, "composer.gui.preview.offscreen", None)
    assert main(["judge", "--rendered", str(folder)]) == 2
    assert capfd.readouterr().err == (
        "permitted: QtWebEngine, which renders messages, could not be loaded.\n"
    )

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.library.errors import ChangedOnDiskError, LibraryError
from composer.library.files import digest, read_bytes, read_file, write_bytes, write_file
from composer.policy import Policy
from composer.template import Template

MakeTemplate = Callable[..., Template]
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX modes and links")


def test_written_template_is_read_back(
    tmp_path: Path, policy: Policy, make_template: MakeTemplate
) -> None:
    """The file holds the template, and its digest is that of its bytes."""
    path = tmp_path / "a.html"
    template = make_template("Hello", "Grüße, 😀 & <you>", reason="reply")

    written = write_file(path, template, None)
    stored = read_file(path, policy)

    assert stored.template == template
    assert written == stored.digest == digest(path.read_bytes())
    assert [it.name for it in tmp_path.iterdir()] == ["a.html"]


def test_file_that_changed_meanwhile_is_not_overwritten(
    tmp_path: Path, policy: Policy, make_template: MakeTemplate
) -> None:
    """Of two writers who read the same file the second is told, and the first's words stay."""
    path = tmp_path / "a.html"
    write_file(path, make_template("One"), None)
    mine, theirs = read_file(path, policy), read_file(path, policy)
    write_file(path, make_template("Theirs"), theirs.digest)

    with pytest.raises(ChangedOnDiskError, match="changed by another program"):
        write_file(path, make_template("Mine"), mine.digest)

    assert read_file(path, policy).template == make_template("Theirs")
    assert [it.name for it in tmp_path.iterdir()] == ["a.html"]


def test_file_that_went_away_is_not_written_silently(
    tmp_path: Path, make_template: MakeTemplate
) -> None:
    """A file deleted or moved by another program does not come back without a word."""
    path = tmp_path / "a.html"
    written = write_file(path, make_template(), None)
    path.unlink()

    with pytest.raises(ChangedOnDiskError, match="moved or deleted"):
        write_file(path, make_template("New"), written)

    assert not path.exists()


def test_new_file_never_replaces_another(tmp_path: Path, make_template: MakeTemplate) -> None:
    """A name taken meanwhile is refused, with hard links or without them."""
    path = tmp_path / "a.html"
    path.write_text("theirs")

    with pytest.raises(ChangedOnDiskError, match="exists already"):
        write_file(path, make_template(), None)

    assert path.read_text() == "theirs"


def test_file_systems_without_hard_links_work_too(
    tmp_path: Path, make_template: MakeTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a memory stick a new file is written, and an old one is still not replaced."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a.html"
    write_file(path, make_template(), None)

    with pytest.raises(ChangedOnDiskError):
        write_file(path, make_template("Other"), None)

    assert [it.name for it in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_full_disk_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Where the disk is full the old content stays whole and nothing lies about."""
    path = tmp_path / "a.html"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(LibraryError, match=r"^“a.html” could not be saved: no space left"):
        write_bytes(path, b"new")

    assert path.read_bytes() == b"old"
    assert [it.name for it in tmp_path.iterdir()] == ["a.html"]


def test_place_that_is_no_folder_is_one_sentence(tmp_path: Path) -> None:
    """Where nothing can be written the seller hears what to do."""
    (tmp_path / "folder").write_text("a file")

    with pytest.raises(LibraryError, match=r"could not be saved: .* Save it in another folder\.$"):
        write_bytes(tmp_path / "folder" / "a.html", b"new")


@posix
def test_mode_of_the_file_is_kept(tmp_path: Path) -> None:
    """A file the group may write stays one; a new one gets what the user's mask leaves."""
    path = tmp_path / "a.html"
    path.write_bytes(b"old")
    path.chmod(0o664)

    write_bytes(path, b"new")
    write_bytes(tmp_path / "b.html", b"new")
    (tmp_path / "c.html").touch()

    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    assert (tmp_path / "b.html").stat().st_mode == (tmp_path / "c.html").stat().st_mode


@posix
def test_link_stays_a_link(tmp_path: Path, policy: Policy, make_template: MakeTemplate) -> None:
    """A file that is a link to another place is written there."""
    (tmp_path / "synced").mkdir()
    target, link = tmp_path / "synced" / "real.html", tmp_path / "a.html"
    first = write_file(target, make_template("One"), None)
    link.symlink_to(target)

    write_file(link, make_template("Two"), first)

    assert link.is_symlink()
    assert read_file(target, policy).template == make_template("Two")
    assert sorted(it.name for it in tmp_path.rglob("*")) == ["a.html", "real.html", "synced"]


@posix
def test_links_in_a_circle_are_an_error(tmp_path: Path) -> None:
    """Links that lead nowhere are refused and not replaced."""
    one, two = tmp_path / "a.html", tmp_path / "b.html"
    one.symlink_to(two)
    two.symlink_to(one)

    with pytest.raises(LibraryError):
        write_bytes(one, b"new")

    assert one.is_symlink()


@pytest.mark.parametrize(
    ("data", "body"),
    [
        (b"\xef\xbb\xbf<p>Gr\xc3\xbc\xc3\x9fe</p>", "Grüße"),
        ("\ufeff<p>Grüße</p>".encode("utf-16-le"), "Grüße"),
        (b"<meta charset=iso-8859-1><p>Gr\xfc\xdfe</p>", "Grüße"),
        (b"<p>Gr\xfc\xdfe \x80 5</p>", "Grüße € 5"),
    ],
)
def test_other_encodings_are_read(tmp_path: Path, policy: Policy, data: bytes, body: str) -> None:
    """HTML from any editor opens; what another tool wrote is not lost."""
    path = tmp_path / "a.html"
    path.write_bytes(data)

    assert read_file(path, policy).template.body.text == body


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\x89PNG\r\n\x1a\n\0\0\0", "not a text file"), (b"<p>" + b"a" * 5_000_000, "larger than")],
)
def test_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, policy: Policy, data: bytes, words: str
) -> None:
    """A picture called HTML and a huge file are refused by name."""
    path = tmp_path / "a.html"
    path.write_bytes(data)

    with pytest.raises(LibraryError, match=rf"^“a.html” .*{words}[^.]*\.$"):
        read_file(path, policy)


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    """What is no file is not opened."""
    with pytest.raises(LibraryError, match="cannot be opened: no such file"):
        read_bytes(tmp_path / "a.html")
    with pytest.raises(LibraryError, match="is not a file"):
        read_bytes(tmp_path)


@posix
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    """A pipe in the folder cannot make the app hang."""
    os.mkfifo(tmp_path / "a.html")

    with pytest.raises(LibraryError, match="is not a file"):
        read_bytes(tmp_path / "a.html")


def test_half_characters_do_not_stop_saving(
    tmp_path: Path, policy: Policy, make_template: MakeTemplate
) -> None:
    """Half a surrogate pair in a name, as broken input methods give it, is saved as something."""
    path = tmp_path / "a.html"

    write_file(path, make_template(name="Half \ud83d"), None)

    assert read_file(path, policy).template.name == "Half ?"


def test_saving_does_not_touch_the_process_mask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files other threads create meanwhile keep their protection."""
    monkeypatch.setattr(os, "umask", None)

    write_bytes(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"new"


@given(st.binary(max_size=2000))
def test_any_bytes_are_written_whole(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """What is written is what is read, over whatever was there."""
    path = tmp_path_factory.getbasetemp() / "any"

    write_bytes(path, data)

    assert read_bytes(path) == data


def test_direction_is_written(tmp_path: Path, policy: Policy, make_template: MakeTemplate) -> None:
    """Languages that run from right to left say so in their file, for any browser."""
    path = tmp_path / "a.html"
    template = replace(make_template("مرحبا"), language="ar")

    write_file(path, template, None, direction="rtl")

    assert '<html lang="ar" dir="rtl">' in path.read_text(encoding="utf-8")
    assert read_file(path, policy).template == template

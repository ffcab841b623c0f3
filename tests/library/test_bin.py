"""Templates in the system's bin, and back."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.document import Block, Document, Image, Text
from composer.library.approval import approve, is_approved
from composer.library.errors import LibraryError
from composer.library.folder import Library, read_image
from composer.template import Template

MakeTemplate = Callable[..., Template]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX links")


def with_picture(template: Template, *sources: str) -> Template:
    """Return `template` with pictures in its body."""
    images = tuple(Image(source, alt="A box") for source in sources)
    return replace(template, body=Document((Block(inlines=(Text("Look: "), *images)),)))


def erase(path: Path) -> None:
    """Take `path` away, as a bin does."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def names(library: Library) -> list[str]:
    """Return everything in the library's folder."""
    return sorted(it.relative_to(library.folder).as_posix() for it in library.folder.rglob("*"))


@pytest.mark.skipif(sys.platform != "linux", reason="knows where the bin is on Linux")
def test_deleted_templates_are_in_the_bin(library: Library, make_template: MakeTemplate) -> None:
    """Template and pictures go to the system's bin, from where they can be restored."""
    stored = library.add(with_picture(make_template(), "cid:one"), {"cid:one": PNG})
    home = library.folder.parent / "home"
    home.mkdir()
    code = """
import sys
from pathlib import Path
from composer.library.folder import Library
from composer.policy import Policy
Library(Path(sys.argv[1]), Policy.load()).delete(Path(sys.argv[2]))
"""
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    command = [sys.executable, "-c", code, str(library.folder), str(stored.path)]
    subprocess.run(command, check=True, env=environment)

    binned = home / "data" / "Trash" / "files"
    assert names(library) == []
    assert sorted(it.name for it in binned.iterdir()) == ["greeting.files", "greeting.html"]
    assert (binned / "greeting.files" / "picture.png").read_bytes() == PNG


def test_deleting_that_fails_erases_nothing(
    library: Library, make_template: MakeTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a bin the template stays, and the seller hears why."""

    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    stored = library.add(make_template())
    monkeypatch.setattr("composer.library.bin.send2trash", refuse)

    with pytest.raises(LibraryError, match="could not be moved to the bin: permission denied"):
        library.delete(stored.path)

    assert stored.path.is_file()


def test_the_bin_gives_back_what_it_took(
    library: Library, make_template: MakeTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Template and pictures are byte for byte what they were, and an approval holds."""
    monkeypatch.setattr("composer.library.bin.send2trash", erase)
    stored = library.add(with_picture(make_template(), "cid:one"), {"cid:one": PNG})
    template = approve(
        stored.template,
        (),
        edition="2026",
        now=datetime.now(UTC),
        images=lambda it: read_image(stored.path, it),
    )
    stored = library.save(stored, template)
    before = {it: it.read_bytes() for it in library.folder.rglob("*") if it.is_file()}

    binned = library.delete(stored.path)
    assert names(library) == []
    assert binned is not None
    library.put_back(binned)

    assert {it: it.read_bytes() for it in library.folder.rglob("*") if it.is_file()} == before
    assert library.open(stored.path) == stored
    assert is_approved(stored.template, lambda it: read_image(stored.path, it))


def test_nothing_that_came_meanwhile_is_replaced(
    library: Library, make_template: MakeTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the name is taken by now the template stays in the bin, and that is said."""
    monkeypatch.setattr("composer.library.bin.send2trash", erase)
    stored = library.add(with_picture(make_template(), "cid:one"), {"cid:one": PNG})
    binned = library.delete(stored.path)
    assert binned is not None
    stored.path.write_text("<p>Another</p>")

    with pytest.raises(LibraryError, match="stays in the bin"):
        library.put_back(binned)

    assert names(library) == ["greeting.html"]
    assert stored.path.read_text() == "<p>Another</p>"


def test_a_picture_folder_that_stays_keeps_its_template(
    library: Library, make_template: MakeTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the bin takes one and refuses the other, both are where they were."""

    def refuse_folders(path: Path) -> None:
        if path.is_dir():
            raise PermissionError(13, "Permission denied")
        erase(path)

    monkeypatch.setattr("composer.library.bin.send2trash", refuse_folders)
    stored = library.add(with_picture(make_template(), "cid:one"), {"cid:one": PNG})
    with pytest.raises(LibraryError, match="could not be moved to the bin"):
        library.delete(stored.path)

    assert library.open(stored.path) == stored
    assert names(library) == ["greeting.files", "greeting.files/picture.png", "greeting.html"]


@posix
def test_what_leads_elsewhere_is_left_to_the_system(
    library: Library, make_template: MakeTemplate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A link goes to the bin as a link: writing its bytes back would not be the same."""
    monkeypatch.setattr("composer.library.bin.send2trash", erase)
    stored = library.add(make_template())
    elsewhere = tmp_path / "elsewhere.html"
    stored.path.rename(elsewhere)
    stored.path.symlink_to(elsewhere)

    assert library.delete(stored.path) is None
    assert elsewhere.is_file()

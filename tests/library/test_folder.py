import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.document import Block, Document, Image, Text
from composer.library.approval import approve, is_approved
from composer.library.errors import ChangedOnDiskError, LibraryError
from composer.library.files import StoredTemplate
from composer.library.folder import Library, image_folder, read_image
from composer.library.pictures import picture_sources
from composer.library.scan import Unreadable
from composer.library.starters import copy_starters, demo_in, is_demo
from composer.policy import Policy
from composer.template import Template

MakeTemplate = Callable[..., Template]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX links")


def with_picture(template: Template, *sources: str) -> Template:
    """Return `template` with pictures in its body."""
    images = tuple(Image(source, alt="A box") for source in sources)
    return replace(template, body=Document((Block(inlines=(Text("Look: "), *images)),)))


def names(library: Library) -> list[str]:
    """Return everything in the library's folder."""
    return sorted(it.relative_to(library.folder).as_posix() for it in library.folder.rglob("*"))


def test_templates_are_listed_by_file_name(library: Library, make_template: MakeTemplate) -> None:
    """Each file is one template; hidden files, folders and other kinds are none."""
    for name in ("Zebra", "alpha", "Über"):
        library.add(make_template(name=name))
    (library.folder / ".hidden.html").write_text("x")
    (library.folder / "notes.txt").write_text("x")
    (library.folder / "folder.html").mkdir()
    (library.folder / "SHOUT.HTML").write_text("<p>Hi</p>")

    assert [it.name for it in library.paths()] == [
        "alpha.html",
        "SHOUT.HTML",
        "zebra.html",
        "über.html",
    ]
    templates = [it.template.name for it in library.entries() if isinstance(it, StoredTemplate)]
    assert templates == ["alpha", "", "Zebra", "Über"]


def test_unreadable_files_are_listed_with_the_reason(library: Library) -> None:
    """One bad file does not hide the others, nor is it left out."""
    (library.folder / "bad.html").write_bytes(b"\0\1\2")
    (library.folder / "good.html").write_text("<p>Hi</p>")

    bad, good = library.entries()

    assert isinstance(bad, Unreadable)
    assert bad.message == "“bad.html” cannot be read: not a text file."
    assert isinstance(good, StoredTemplate)


def test_folder_that_cannot_be_read_is_the_one_entry(tmp_path: Path, policy: Policy) -> None:
    """A folder that is gone is empty; one that cannot be listed says so."""
    (tmp_path / "file").write_text("no folder")

    assert Library(tmp_path / "gone", policy).entries() == ()
    (entry,) = Library(tmp_path / "file", policy).entries()
    assert isinstance(entry, Unreadable)
    assert "cannot be opened" in entry.message
    assert Library(tmp_path / "file", policy).paths() == ()


def test_unchanged_files_are_not_read_again(library: Library, make_template: MakeTemplate) -> None:
    """Listing twice gives the very same values; a changed file alone is read anew."""
    one = library.add(make_template("One", name="one"))
    library.add(make_template("Two", name="two"))
    first = library.entries()
    again = library.entries()
    library.save(one, make_template("1st", name="one"))
    changed = library.entries()

    assert all(old is new for old, new in zip(first, again, strict=True))
    assert isinstance(changed[0], StoredTemplate)
    assert changed[0].template.body.text == "1st"
    assert changed[1] is first[1]


def test_files_that_went_are_forgotten(library: Library, make_template: MakeTemplate) -> None:
    """Deleted and new files show at the next listing."""
    stored = library.add(make_template(name="one"))
    library.entries()
    stored.path.unlink()
    library.add(make_template(name="two"))

    assert [it.path.name for it in library.entries()] == ["two.html"]


def test_names_taken_get_a_number(library: Library, make_template: MakeTemplate) -> None:
    """Templates of one name live beside each other; a folder of pictures takes a name too."""
    (library.folder / "greeting-2.files").mkdir()

    made = [library.add(make_template()).path.name for _ in range(3)]

    assert made == ["greeting.html", "greeting-3.html", "greeting-4.html"]


def test_saving_over_another_change_is_refused(
    library: Library, make_template: MakeTemplate
) -> None:
    """Two windows on one template: the second to save is asked, and may go on after reading."""
    library.add(make_template("One"))
    path = library.paths()[0]
    mine, theirs = library.open(path), library.open(path)
    library.save(theirs, make_template("Theirs"))

    with pytest.raises(ChangedOnDiskError):
        library.save(mine, make_template("Mine"))
    library.save(library.open(path), make_template("Mine"))

    assert library.open(path).template.body.text == "Mine"


def test_saved_template_can_be_saved_again(library: Library, make_template: MakeTemplate) -> None:
    """What save returns is what the next save needs."""
    stored = library.add(make_template("One"))
    stored = library.save(stored, make_template("Two"))
    stored = library.save(stored, make_template("Three"))

    assert library.open(stored.path) == stored


def test_pictures_come_with_a_new_template(library: Library, make_template: MakeTemplate) -> None:
    """Pictures are written beside the template, and the body names them there."""
    template = with_picture(make_template(), "cid:one", "https://example.com/a.png")

    stored = library.add(template, {"cid:one": PNG})

    assert names(library) == ["greeting.files", "greeting.files/picture.png", "greeting.html"]
    assert read_image(stored.path, "greeting.files/picture.png") == PNG
    expected = with_picture(
        make_template(), "greeting.files/picture.png", "https://example.com/a.png"
    )
    assert library.open(stored.path).template == stored.template == expected


def test_failed_adding_leaves_nothing_behind(
    library: Library, make_template: MakeTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the template cannot be written its pictures go too."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(LibraryError, match="no space left"):
        library.add(with_picture(make_template(), "cid:one"), {"cid:one": PNG})

    assert names(library) == []


def test_duplicate_has_its_own_pictures(library: Library, make_template: MakeTemplate) -> None:
    """A copy is unapproved, names its own pictures, and leaves the words alone."""
    template = with_picture(make_template(name="My note"), "a.png", "gone.png")
    original = library.add(template, {"a.png": PNG})
    library.save(
        original,
        replace(
            original.template, id="7", body=with_words(original.template.body, "my-note.files/")
        ),
    )

    copied = library.duplicate(library.open(original.path))

    assert copied.path.name == "my-note-copy.html"
    assert copied.template.name == "My note (copy)"
    assert (copied.template.id, copied.template.approval) == ("", None)
    assert copied.template.body.text.startswith("my-note.files/")
    assert read_image(copied.path, "my-note-copy.files/a.png") == PNG
    assert [it.src for _, _, it in copied.template.body.runs() if isinstance(it, Image)] == [
        "my-note-copy.files/a.png",
        "gone.png",
    ]
    assert library.open(original.path).template.id == "7"


def with_words(body: Document, words: str) -> Document:
    """Return `body` with `words` before its first block's content."""
    first, *rest = body.blocks
    return Document((replace(first, inlines=(Text(words), *first.inlines)), *rest))


def test_duplicate_of_an_approved_template_is_not_approved(
    library: Library, make_template: MakeTemplate, policy: Policy
) -> None:
    """Approval is for one template; whoever copies it decides anew."""
    now = datetime(2026, 3, 1, tzinfo=UTC)
    approved = approve(make_template(), (), edition=policy.edition.id, now=now)
    stored = library.add(approved)

    assert is_approved(library.open(stored.path).template)
    assert not is_approved(library.duplicate(stored).template)


def test_renaming_keeps_file_and_approval(library: Library, make_template: MakeTemplate) -> None:
    """A name is a label: file and content stay as they are."""
    stored = library.add(make_template())

    renamed = library.rename(stored, "  Warm greeting ")

    assert renamed.path == stored.path
    assert library.open(stored.path).template == replace(stored.template, name="Warm greeting")
    with pytest.raises(LibraryError, match="needs a name"):
        library.rename(renamed, "  ")


def test_right_to_left_is_written(library: Library, make_template: MakeTemplate) -> None:
    """An Arabic template shows in the right direction in any browser."""
    stored = library.add(replace(make_template("مرحبا"), language="ar-AE"))

    assert '<html lang="ar-AE" dir="rtl">' in stored.path.read_text(encoding="utf-8")
    assert library.open(stored.path) == stored


def test_starters_never_replace_a_file(tmp_path: Path, policy: Policy) -> None:
    """Starters come into a new folder; what is there stays as it is."""
    folder = tmp_path / "new" / "library"
    copy_starters(folder)
    count = len(list(folder.iterdir()))
    (folder / "invoice.html").write_text("<p>mine</p>")
    (folder / "try-me.html").unlink()
    copy_starters(folder)

    assert (folder / "invoice.html").read_text() == "<p>mine</p>"
    assert len(list(folder.iterdir())) == count == 13
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="could not be made"):
        copy_starters(tmp_path / "file")


def test_starters_of_two_languages_stand_side_by_side(tmp_path: Path, policy: Policy) -> None:
    """The second set gets names of its own; a set that is there comes no second time."""
    copy_starters(tmp_path, "de_DE")
    german = sorted(tmp_path.iterdir())
    assert {Library(tmp_path, policy).open(path).template.language for path in german} == {"de-DE"}
    assert copy_starters(tmp_path, "de") == ()

    added = copy_starters(tmp_path, "fr-FR")
    assert {Library(tmp_path, policy).open(path).template.language for path in added} == {"fr-FR"}
    assert copy_starters(tmp_path, "fr") == ()
    assert len(list(tmp_path.iterdir())) == len(german) + len(added) == 14
    assert is_demo(str(demo_in(tmp_path, "de")))
    assert is_demo(str(demo_in(tmp_path, "fr")))
    assert demo_in(tmp_path, "fr") in added
    assert not any(is_demo(name) for name in ("try-me-too.html", "retry-me.html", "invoice.html"))


def test_picture_folder_stands_beside_its_template(tmp_path: Path) -> None:
    """The folder has the template's name."""
    assert image_folder(tmp_path / "a.b.html") == tmp_path / "a.b.files"


def test_many_writers_take_names_of_their_own(
    library: Library, make_template: MakeTemplate, policy: Policy
) -> None:
    """Templates of one name added at the same moment are all there, none over another."""
    template = with_picture(make_template(), "cid:one")

    def add(number: int) -> Path:
        own = Library(library.folder, policy)
        return own.add(replace(template, id=str(number)), {"cid:one": PNG + bytes([number])}).path

    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(add, range(24)))

    assert len(set(paths)) == 24
    for number, path in enumerate(paths):
        stored = library.open(path)
        (source,) = picture_sources(stored.template.body)
        assert stored.template.id == str(number)
        assert read_image(path, source) == PNG + bytes([number])

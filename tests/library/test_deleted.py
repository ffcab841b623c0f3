"""Deleted templates, kept so that they can come back later."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.document import Block, Document, Image
from composer.library.approval import approve, is_approved
from composer.library.bin import Binned
from composer.library.deleted import KEPT_FOR, DeletedTemplates
from composer.library.folder import Library, read_image
from composer.library.history import History
from composer.template import Template

MakeTemplate = Callable[..., Template]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The history, in which there are versions of other templates."""
    file = tmp_path / "history.sqlite"
    History(file).record("a", "save", "one", NOW)
    return file


def binned(library: Library, name: str, data: bytes = b"<p>Hello</p>") -> Binned:
    """A template that went to the bin."""
    path = library.folder / f"{name}.html"
    return Binned(path, {path: data})


def take_away(library: Library, path: Path) -> Binned:
    """Take a template with its pictures out of the library."""
    found = [path, *sorted(path.with_suffix(".files").glob("*"))]
    files = {each: each.read_bytes() for each in found}
    for each in found:
        each.unlink()
    if len(found) > 1:
        path.with_suffix(".files").rmdir()
    assert library.entries() == ()
    return Binned(path, files)


def pictured(library: Library, make_template: MakeTemplate) -> Path:
    """The file of an approved template with a picture."""
    body = Document((Block(inlines=(Image("cid:one", alt="A box"),)),))
    stored = library.add(replace(make_template(), body=body), {"cid:one": PNG})
    approved = approve(
        stored.template,
        (),
        edition="2026",
        now=NOW,
        images=lambda it: read_image(stored.path, it),
    )
    return library.save(stored, approved).path


def test_what_is_deleted_is_listed_by_library(database: Path, library: Library) -> None:
    """The newest first, for whoever opens the database next, and nothing of other folders."""
    deleted = DeletedTemplates(database)
    first, second = binned(library, "first"), binned(library, "second", b"<p>Later</p>")
    deleted.keep(first, NOW)
    deleted.keep(second, NOW + timedelta(minutes=1))

    found = DeletedTemplates(database).of(library.folder)
    assert [(it.path, it.at, it.data) for it in found] == [
        (second.path, NOW + timedelta(minutes=1), b"<p>Later</p>"),
        (first.path, NOW, b"<p>Hello</p>"),
    ]
    assert DeletedTemplates(database).of(library.folder.parent) == ()
    assert [it.text for it in History(database).versions("a")] == ["one"]


def test_what_is_back_is_listed_no_more(database: Path, library: Library) -> None:
    """The others stay."""
    deleted = DeletedTemplates(database)
    first, second = binned(library, "first"), binned(library, "second")
    for each in (first, second):
        deleted.keep(each, NOW)
    deleted.forget(first.id)
    assert [it.path for it in deleted.of(library.folder)] == [second.path]


def test_it_is_kept_for_90_days(database: Path, library: Library) -> None:
    """Whatever is older goes with the next one that is deleted."""
    deleted = DeletedTemplates(database)
    deleted.keep(binned(library, "old"), NOW)
    deleted.keep(binned(library, "young"), NOW + KEPT_FOR)
    assert [it.path.stem for it in deleted.of(library.folder)] == ["young", "old"]
    deleted.keep(binned(library, "new"), NOW + KEPT_FOR + timedelta(seconds=1))
    assert [it.path.stem for it in deleted.of(library.folder)] == ["new", "young"]


def test_the_newest_is_kept_however_large(
    database: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The oldest make room for it."""
    monkeypatch.setattr("composer.library.deleted.ROOM", 100)
    deleted = DeletedTemplates(database)
    for number, size in enumerate((60, 30, 60, 200)):
        deleted.keep(binned(library, f"{number}", b"x" * size), NOW + timedelta(minutes=number))
        if number == 2:
            assert [it.path.stem for it in deleted.of(library.folder)] == ["2", "1"]
    assert [it.path.stem for it in deleted.of(library.folder)] == ["3"]


def test_it_comes_back_byte_for_byte(
    database: Path, library: Library, make_template: MakeTemplate
) -> None:
    """With its pictures, and still approved."""
    path = pictured(library, make_template)
    away = take_away(library, path)
    deleted = DeletedTemplates(database)
    deleted.keep(away, NOW)

    (kept,) = deleted.of(library.folder)
    assert library.bring_back(deleted.files(kept)) == path
    assert {it: it.read_bytes() for it in away.files} == away.files
    assert is_approved(library.open(path).template, lambda it: read_image(path, it))


def test_it_comes_back_beside_another_of_its_name(
    library: Library, make_template: MakeTemplate
) -> None:
    """The other is left alone; what is back has a file, a name and pictures of its own."""
    path = pictured(library, make_template)
    away = take_away(library, path)
    other = library.add(make_template("Another"))
    assert other.path == path

    back = library.bring_back(away)
    assert back != path
    assert library.open(path) == other
    template = library.open(back).template
    assert template.name == "Greeting (2)"
    (image,) = template.body.blocks[0].inlines
    assert isinstance(image, Image)
    assert read_image(back, image.src) == PNG


def test_words_that_are_back_under_another_name_are_still_approved(
    library: Library, make_template: MakeTemplate
) -> None:
    """The name is not what was approved."""
    stored = library.add(make_template())
    approved = approve(stored.template, (), edition="2026", now=NOW)
    away = take_away(library, library.save(stored, approved).path)
    library.add(make_template("Another"))
    assert is_approved(library.open(library.bring_back(away)).template)

from collections.abc import Callable
from pathlib import Path

import pytest

from composer.export.email_draft import Picture
from composer.export.formats import Exported, Format, render
from composer.export.saving import export_to
from composer.library.approval import no_images
from composer.library.errors import LibraryError
from composer.library.template_file import write_template
from composer.template import Template

MakeTemplate = Callable[..., Template]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8


def page(*sources: str, data: bytes = PNG) -> Exported:
    """Return an HTML export with pictures."""
    pictures = tuple(Picture(source, data) for source in sources)
    return Exported(Format.HTML, "<p>Hi</p>", b"<p>Hi</p>", pictures, sources)


@pytest.mark.parametrize("kind", list(Format))
def test_bytes_are_on_disk(tmp_path: Path, make_template: MakeTemplate, kind: Format) -> None:
    """The file holds what was shown, over an older export too."""
    path = tmp_path / f"note.{kind}"
    path.write_bytes(b"older")
    exported = render(make_template("<p>Hi 😀</p>"), kind, no_images)

    export_to(path, exported)

    assert path.read_bytes() == exported.data
    assert [it.name for it in tmp_path.iterdir()] == [path.name]


def test_pictures_of_a_page_stand_beside_it(tmp_path: Path) -> None:
    """The exported page shows its pictures wherever it was saved."""
    export_to(tmp_path / "out.html", page("a.files/b.png", "a.files/c%20d.png"))
    export_to(tmp_path / "again.html", page("a.files/b.png"))

    assert (tmp_path / "a.files" / "b.png").read_bytes() == PNG
    assert (tmp_path / "a.files" / "c d.png").read_bytes() == PNG


def test_another_picture_is_not_replaced(tmp_path: Path) -> None:
    """A picture of the same name from elsewhere stays, and nothing is written."""
    (tmp_path / "a.files").mkdir()
    (tmp_path / "a.files" / "b.png").write_bytes(b"theirs")

    with pytest.raises(LibraryError, match="another image"):
        export_to(tmp_path / "out.html", page("a.files/b.png"))

    assert not (tmp_path / "out.html").exists()
    assert (tmp_path / "a.files" / "b.png").read_bytes() == b"theirs"


@pytest.mark.parametrize("source", ["../b.png", "a/../../b.png", "%2e%2e/b.png", "/b.png"])
def test_pictures_never_leave_the_folder(tmp_path: Path, source: str) -> None:
    """No source writes outside the folder that the seller chose."""
    folder = tmp_path / "out"
    folder.mkdir()

    with pytest.raises(LibraryError, match="outside the folder"):
        export_to(folder / "out.html", page(source))

    assert [it.name for it in tmp_path.rglob("*")] == ["out"]


def test_templates_are_not_written_over(tmp_path: Path, make_template: MakeTemplate) -> None:
    """Exporting to a template's own name would lose its purpose and approval."""
    path = tmp_path / "note.html"
    path.write_text(write_template(make_template("<p>Hi</p>")), encoding="utf-8")
    before = path.read_bytes()

    with pytest.raises(LibraryError, match="is a template"):
        export_to(path, page())

    assert path.read_bytes() == before


def test_refusals_are_one_sentence(tmp_path: Path) -> None:
    """A place that cannot be written is said in words."""
    (tmp_path / "file").touch()

    with pytest.raises(LibraryError, match="could not be saved"):
        export_to(tmp_path / "file" / "out.html", page())

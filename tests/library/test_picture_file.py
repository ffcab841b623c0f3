from pathlib import Path

import pytest

from composer.library.errors import LibraryError
from composer.library.picture_file import add_picture
from composer.library.pictures import MAX_PICTURE_BYTES, read_image

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8


def test_placed_picture_is_found_by_its_source(tmp_path: Path) -> None:
    """A picture is kept beside its template under a plain name, by what it really is."""
    path = tmp_path / "note.html"

    source = add_picture(path, PNG, "../My Photo (1).JPG")

    assert source == "note.files/my-photo-1.png"
    assert read_image(path, source) == PNG


def test_same_picture_is_kept_once(tmp_path: Path) -> None:
    """Placing a picture twice adds no file; another of the same name gets its own."""
    path = tmp_path / "note.html"

    made = [add_picture(path, data, "a.png") for data in (PNG, PNG, PNG + b"x")]

    assert made == ["note.files/a.png", "note.files/a.png", "note.files/a-2.png"]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"<svg/>", "is not an image"), (PNG + b"x" * MAX_PICTURE_BYTES, "is larger than 5 MB")],
)
def test_other_files_are_refused(tmp_path: Path, data: bytes, words: str) -> None:
    """What no mail program shows, or would send, is one clear sentence."""
    with pytest.raises(LibraryError, match=rf"^“a.png” {words}"):
        add_picture(tmp_path / "note.html", data, "a.png")

    assert list(tmp_path.iterdir()) == []

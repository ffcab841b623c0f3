"""Exports on their way to disk, with the pictures that an HTML file shows."""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from composer.export.formats import Exported, Format
from composer.library.errors import LibraryError, reason
from composer.library.files import write_bytes
from composer.library.pictures import read_inside
from composer.phrase import Phrase

_TEMPLATE_MARK = b'<meta name="permitted:'


def export_to(path: Path, exported: Exported) -> None:
    """Write `exported` to `path` in one step; pictures of HTML go to the folder its sources name.

    A template file is never written over, nor another picture.

    Raises:
        LibraryError: where one of these is in the way, or the system refuses.
    """
    if _is_template(path):
        raise LibraryError(
            Phrase("“{name}” is a template. Export under another name.", name=path.name)
        )
    if exported.format is Format.HTML:
        for picture in exported.pictures:
            _write_picture(path.parent, picture.source, picture.data)
    write_bytes(path, exported.data)


def _is_template(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _TEMPLATE_MARK in file.read(4096)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise LibraryError(
            Phrase("“{name}” could not be saved: {reason}.", name=path.name, reason=reason(error))
        ) from error


def _write_picture(folder: Path, source: str, data: bytes) -> None:
    there = read_inside(folder, folder, source)
    if there == data:
        return
    name = PurePosixPath(unquote(source).replace("\\", "/"))
    target = folder.joinpath(*name.parts)
    if there is not None or target.exists():
        raise LibraryError(
            Phrase("“{name}” is another image already. Export to another folder.", name=name)
        )
    if name.is_absolute() or not target.resolve().is_relative_to(folder.resolve()):
        raise LibraryError(
            Phrase("“{name}” lies outside the folder. Export to another folder.", name=name)
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            Phrase("“{name}” could not be saved: {reason}.", name=name, reason=reason(error))
        ) from error
    write_bytes(target, data)

"""Picture files on their way into a message: read, looked at, and given a first width."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeDatabase, QSize
from PySide6.QtGui import QImageReader

from composer.document.used.boxes import REFERENCE_WIDTH
from composer.phrase import Phrase

MAX_FILE = 20_000_000
MAX_PIXELS = 40_000_000
_FIRST_WIDTH = 50  # percent of what holds it, for pictures that are large enough
_TYPES = frozenset({"png", "jpeg", "gif", "webp", "bmp"})


class PictureError(Exception):
    """A file cannot stand in a message; the phrase names it and says why."""


def is_picture(file: Path) -> bool:
    """Whether `file` is called like a picture of any kind, also of one that cannot be used."""
    name = QMimeDatabase().mimeTypeForFile(file.name, QMimeDatabase.MatchMode.MatchExtension)
    return name.name().startswith("image/")


def read_picture(file: Path) -> bytes:
    """Return the bytes of a picture's file.

    Raises:
        PictureError: it cannot be read, is too large, or is nothing that email programs show.
    """
    try:
        if file.stat().st_size > MAX_FILE:
            raise PictureError(
                Phrase(
                    "“{name}” is too large for a message. Make it smaller first.", name=file.name
                )
            )
        data = file.read_bytes()
    except OSError as error:
        raise PictureError(Phrase("“{name}” could not be read.", name=file.name)) from error
    picture_size(data, file.name)
    return data


def picture_size(data: bytes, name: str) -> QSize:
    """Return how many pixels a picture has.

    Raises:
        PictureError: it is damaged, has too many, or is nothing that email programs show.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if bytes(reader.format().data()).decode() not in _TYPES:
        raise PictureError(
            Phrase("“{name}” is no image that email programs show. Use PNG or JPEG.", name=name)
        )
    size = reader.size()
    if size.width() * size.height() > MAX_PIXELS:
        raise PictureError(
            Phrase("“{name}” has too many pixels for a message. Make it smaller first.", name=name)
        )
    if reader.read().isNull():
        raise PictureError(Phrase("“{name}” is damaged and cannot be shown.", name=name))
    return size


def first_width(data: bytes, name: str) -> str:
    """Return the width a picture gets when it comes in: its own, and half of what holds it at most.

    Raises:
        PictureError: as `picture_size`.
    """
    share = round(100 * picture_size(data, name).width() / REFERENCE_WIDTH)
    return f"{max(1, min(share, _FIRST_WIDTH))}%"

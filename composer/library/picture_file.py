"""A picture the seller places: a file in the folder beside its template."""

from pathlib import Path

from composer.library.errors import LibraryError, reason
from composer.library.files import write_bytes
from composer.library.names import slug
from composer.library.pictures import MAX_PICTURE_BYTES, image_folder, picture_type
from composer.phrase import Phrase


def add_picture(path: Path, data: bytes, name: str) -> str:
    """Keep a picture beside the template at `path` and return its ``src``, relative to it.

    Raises:
        LibraryError: where it is no picture, over 5 MB, or the system refuses.
    """
    kind = picture_type(data)
    if kind is None:
        raise LibraryError(Phrase("“{name}” is not an image. Use PNG or JPEG.", name=name))
    if len(data) > MAX_PICTURE_BYTES:
        raise LibraryError(
            Phrase("“{name}” is larger than 5 MB. Make it smaller first.", name=name)
        )
    folder = image_folder(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise LibraryError(
            Phrase("“{name}” could not be kept: {reason}.", name=name, reason=reason(error))
        ) from error
    stem, suffix = slug(Path(name).stem), {"jpeg": ".jpg"}.get(kind, f".{kind}")
    target, count = folder / f"{stem}{suffix}", 2
    while target.exists() and target.read_bytes() != data:
        target, count = folder / f"{stem}-{count}{suffix}", count + 1
    if not target.exists():
        write_bytes(target, data)
    return f"{folder.name}/{target.name}"

"""Messages from elsewhere made into templates, the pictures they bring along included."""

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote_to_bytes

from composer.document.eml import read_eml
from composer.document.errors import DocumentError
from composer.library.errors import LibraryError, reason
from composer.library.files import read_bytes
from composer.library.pictures import (
    MAX_PICTURE_BYTES,
    picture_sources,
    picture_type,
    read_inside,
)
from composer.library.source_file import EMAIL, HTML, SUFFIXES, Scene, open_source
from composer.phrase import Phrase
from composer.policy import Policy
from composer.template import Template

MAX_PICTURES = 50
MAX_PICTURES_BYTES = 20_000_000
_LONGEST_NAME = 120

Find = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Imported:
    """A message as a template, and the bytes of pictures by the source that names each."""

    template: Template
    pictures: Mapping[str, bytes]


def read_foreign(path: Path, policy: Policy, scene: Scene) -> Imported:
    """Read a message file of any kind we know; `scene` says what the file does not.

    Approval and set-asides in it were somebody else's decisions and stay behind.

    Raises:
        LibraryError: where it is of another kind, not text, empty, too large or cannot be read.
    """
    kind = path.suffix.lower()
    if kind not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise LibraryError(
            Phrase(
                "“{name}” is not a message. Messages end in {known}.", name=path.name, known=known
            )
        )
    data = read_bytes(path)
    try:
        opened = open_source(path.name, data, policy, scene)
        pictures = pictures_of(path, data, opened.messages[0].template) if opened.messages else {}
    except DocumentError as error:
        raise LibraryError(
            Phrase("“{name}” cannot be imported: {reason}.", name=path.name, reason=reason(error))
        ) from error
    template = opened.messages[0].template if opened.messages else Template()
    if not template.body.text.strip():
        raise LibraryError(Phrase("“{name}” is empty.", name=path.name))
    name = template.name or " ".join(path.stem.replace("_", " ").split())[:_LONGEST_NAME]
    template = replace(template, name=name, approval=None, set_aside=())
    return Imported(template, pictures)


def pictures_of(path: Path, data: bytes, template: Template) -> Mapping[str, bytes]:
    """Return the pictures that the message file at `path` with this content brings along.

    They are by the source that names each in the body of `template`, which was read from it.

    Raises:
        DocumentError: where it is over a reader's bounds.
    """
    finders = _finders(path, data, path.suffix.lower())
    return _bounded(picture_sources(template.body), finders)


def _finders(path: Path, data: bytes, kind: str) -> tuple[Find, ...]:
    """How pictures of this kind of file are found by their source."""
    if kind in EMAIL:
        return _in_email(data), _in_address
    if kind in HTML:
        return (lambda source: _beside(path, source)), _in_address
    return ()


def _in_email(data: bytes) -> Find:
    email = read_eml(data)

    def find(source: str) -> bytes | None:
        part = email.image(source)
        return part.data if part else None

    return find


def _beside(path: Path, source: str) -> bytes | None:
    hidden = any(part.startswith(".") for part in Path(source).parts)
    return None if hidden else read_inside(path.parent, path.parent, source)


def _in_address(source: str) -> bytes | None:
    """The bytes that a ``data:`` address holds (RFC 2397)."""
    head, comma, content = source.partition(",")
    if not comma or head[:5].lower() != "data:":
        return None
    data = unquote_to_bytes(content)
    if not head.lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(data)
    except binascii.Error:
        return None


def _bounded(sources: Iterable[str], finders: tuple[Find, ...]) -> dict[str, bytes]:
    """Find pictures until there are too many; other sources stay as they are, to be flagged."""
    found: dict[str, bytes] = {}
    room = MAX_PICTURES_BYTES
    for source in sources:
        data = next((it for find in finders if (it := find(source)) is not None), None)
        if data is None or picture_type(data) is None or len(data) > min(room, MAX_PICTURE_BYTES):
            continue
        found[source] = data
        room -= len(data)
        if len(found) == MAX_PICTURES:
            break
    return found

"""File names for templates and their pictures, safe on every system."""

import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from composer.library.pictures import is_local, picture_type

_LONGEST = 60
# Windows keeps these for devices, whatever their ending.
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(10)}
_ENDINGS = {"jpeg": "jpg"}


def slug(name: str, default: str = "template") -> str:
    """Return `name` as a file name: letters and digits of any script, joined by hyphens."""
    plain = unicodedata.normalize("NFC", name).lower()
    # Marks belong to the letter before them: without its vowel signs Hindi is unreadable.
    kept = (char if unicodedata.category(char)[0] in "LMN" else " " for char in plain)
    short = "-".join("".join(kept).split())[:_LONGEST].strip("-") or default
    return f"{short}-{default}" if short in _RESERVED else short


def picture_names(pictures: Mapping[str, bytes]) -> dict[str, str]:
    """Return a file name for each picture, by its source; the ending tells what it is."""
    names: dict[str, str] = {}
    for source, data in pictures.items():
        stem = PurePosixPath(unquote(source).replace("\\", "/")).stem if is_local(source) else ""
        stem = slug(stem, "picture")
        kind = picture_type(data)
        ending = _ENDINGS.get(kind, kind) if kind else slug(PurePosixPath(source).suffix, "bin")
        name, count = f"{stem}.{ending}", 2
        while name in names.values():
            name, count = f"{stem}-{count}.{ending}", count + 1
        names[source] = name
    return names

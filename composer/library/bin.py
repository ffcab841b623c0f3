"""The system's bin, and the way back out of it for as long as somebody remembers what went in."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from send2trash import send2trash

from composer.library.errors import LibraryError, reason
from composer.library.files import write_new
from composer.library.pictures import image_folder
from composer.phrase import Phrase

# Held in memory until the app closes; templates with their pictures are far smaller.
_ROOM = 100_000_000


@dataclass(frozen=True, slots=True)
class Binned:
    """A template that went to the bin; `files` are its bytes and its pictures', all to restore."""

    path: Path
    files: Mapping[Path, bytes]
    id: str = field(default_factory=lambda: str(uuid4()), compare=False)


def move_to_bin(path: Path) -> Binned | None:
    """Move a template and its pictures to the system's bin, all or nothing.

    Returns what brings them back; None where that is too large, or leads elsewhere by a link.

    Raises:
        LibraryError: where the system refuses.
    """
    kept = _read(path)
    try:
        for each in (path, image_folder(path)):
            if each.exists():
                send2trash(each)
    except OSError as error:
        if kept is not None:
            _write_missing(kept)
        raise LibraryError(
            Phrase(
                "“{name}” could not be moved to the bin: {reason}.",
                name=path.name,
                reason=reason(error),
            )
        ) from error
    return kept


def put_back(binned: Binned) -> None:
    """Write a template and its pictures where they were; the bin keeps its copy.

    Raises:
        LibraryError: where something of that name is there by now, or the system refuses; nothing
            is left behind then.
    """
    folder = image_folder(binned.path)
    if taken := _in_the_way(binned.path):
        raise LibraryError(
            Phrase("“{name}” stays in the bin: the folder has another one by now.", name=taken.name)
        )
    try:
        _write_missing(binned)
    except LibraryError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def is_free(path: Path) -> bool:
    """Whether a template and its pictures can be put at `path`."""
    return _in_the_way(path) is None


def _in_the_way(path: Path) -> Path | None:
    both = (path, image_folder(path))
    return next((each for each in both if each.exists() or each.is_symlink()), None)


def _write_missing(binned: Binned) -> None:
    """Pictures first: whoever watches the folder finds them there with the template."""
    for path, data in sorted(binned.files.items(), key=lambda it: it[0] == binned.path):
        if path.exists():
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                Phrase(
                    "“{name}” could not be made: {reason}.",
                    name=path.parent.name,
                    reason=reason(error),
                )
            ) from error
        write_new(path, data)


def _read(path: Path) -> Binned | None:
    folder = image_folder(path)
    try:
        if path.is_symlink() or folder.is_symlink():
            return None
        found = [path, *folder.rglob("*")]
        if any(each.is_symlink() for each in found):
            return None
        files = [each for each in found if each.is_file()]
        if sum(each.stat().st_size for each in files) > _ROOM:
            return None
        return Binned(path, {each: each.read_bytes() for each in files})
    except OSError:
        return None

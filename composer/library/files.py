"""Reading and writing files of a library: bounded, atomic, never over somebody else's change."""

import contextlib
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from composer.document.errors import DocumentError
from composer.library.decoding import MAX_BYTES, decode
from composer.library.errors import ChangedOnDiskError, LibraryError, reason
from composer.library.template_file import read_template, write_template
from composer.phrase import Phrase
from composer.policy import Policy
from composer.template import Template


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """A template as it stands on disk; `digest` is the SHA-256 (hex) of the file's bytes."""

    path: Path
    template: Template
    digest: str


def read_file(path: Path, policy: Policy) -> StoredTemplate:
    """Read the template file at `path`, whatever its encoding; it is written back as UTF-8.

    Raises:
        LibraryError: where it is missing, too large, not text, or not HTML we can read.
    """
    data = read_bytes(path)
    return StoredTemplate(path, read_data(path.name, data, policy), digest(data))


def read_data(name: str, data: bytes, policy: Policy) -> Template:
    """Read what is, or was, the content of a template file called `name`.

    Raises:
        LibraryError: where it is not text, or not HTML we can read.
    """
    try:
        return read_template(decode(data, html=True).text, policy)
    except DocumentError as error:
        raise LibraryError(
            Phrase("“{name}” cannot be read: {reason}.", name=name, reason=reason(error))
        ) from error


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the content of `path`.

    Raises:
        LibraryError: where it cannot be read, is no file, or is larger than `limit` bytes.
    """
    try:
        # A pipe or a device could keep us waiting, or never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise LibraryError(Phrase("“{name}” is not a file.", name=path.name))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise LibraryError(
            Phrase("“{name}” cannot be opened: {reason}.", name=path.name, reason=reason(error))
        ) from error
    if len(data) > limit:
        size = f"{limit // 1_000_000} MB"
        raise LibraryError(
            Phrase(
                "“{name}” is larger than {size}, too large for a message.",
                name=path.name,
                size=size,
            )
        )
    return data


def write_file(
    path: Path, template: Template, expected: str | None, *, direction: str | None = None
) -> str:
    """Write `template` to `path` and return the new digest.

    `expected` is the digest of the file as it was read, None for a file that must not exist.

    Raises:
        ChangedOnDiskError: where the file is not as expected.
        LibraryError: where the system refuses.
    """
    data = write_template(template, direction=direction).encode("utf-8", "replace")
    target = _target(path)
    with _staged(target, data) as staged:
        if expected is None:
            _place_new(staged, path, target)
        else:
            # As late as can be: between this look and the replacing lie microseconds.
            found = current_digest(target)
            if found != expected:
                raise ChangedOnDiskError(path, found=found is not None, expected=True)
            staged.replace(target)
    _sync_folder(target.parent)
    return digest(data)


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` in place of `path` in one step: all of it is on disk, or nothing changed.

    Raises:
        LibraryError: where the system refuses (read-only folder, full disk).
    """
    target = _target(path)
    with _staged(target, data) as staged:
        staged.replace(target)
    _sync_folder(target.parent)


def write_new(path: Path, data: bytes) -> None:
    """Put `data` at `path`, where nothing is yet.

    Raises:
        ChangedOnDiskError: where something is there.
        LibraryError: where the system refuses.
    """
    with _staged(path, data) as staged:
        _place_new(staged, path, path)
    _sync_folder(path.parent)


def current_digest(path: Path) -> str | None:
    """Return the digest of `path` as it is on disk now, or None where there is no file.

    Raises:
        LibraryError: where it is there and cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LibraryError(
            Phrase("“{name}” cannot be opened: {reason}.", name=path.name, reason=reason(error))
        ) from error


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


def _target(path: Path) -> Path:
    """Where `path` leads: a link in a synced folder stays a link, the file behind it changes."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise _not_saved(path, error) from error


@contextlib.contextmanager
def _staged(target: Path, data: bytes) -> Iterator[Path]:
    """Give a temporary file beside `target` that holds `data` on disk; it is gone afterwards."""
    staged = target.with_name(f".permitted-{secrets.token_hex(8)}.tmp")
    try:
        with staged.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            staged.chmod(stat.S_IMODE(target.stat().st_mode))
        yield staged
    except OSError as error:
        raise _not_saved(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            staged.unlink()


def _place_new(staged: Path, path: Path, target: Path) -> None:
    """Give `staged` its name without ever replacing a file of that name."""
    try:
        target.hardlink_to(staged)
    except FileExistsError as error:
        raise ChangedOnDiskError(path, found=True, expected=False) from error
    except OSError:  # no hard links here (FAT, some network drives)
        if target.exists():
            raise ChangedOnDiskError(path, found=True, expected=False) from None
        staged.replace(target)


def _sync_folder(folder: Path) -> None:
    """Make the new name last; where a file system cannot, the file itself is on disk already."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _not_saved(path: Path, error: Exception) -> LibraryError:
    return LibraryError(
        Phrase(
            "“{name}” could not be saved: {reason}. Save it in another folder.",
            name=path.name,
            reason=reason(error),
        )
    )

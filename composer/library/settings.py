"""Settings of a library: `permitted.toml`, found in a file's folder or one above it."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import Array

from composer.library.errors import LibraryError
from composer.library.files import write_bytes
from composer.lint.context import Settings
from composer.phrase import Phrase

NAME = "permitted.toml"
_KEYS = ("words", "brands", "hosts", "placeholders", "pictures")
ORDERS = "orders"
"""The key that sample orders stand under; they decide nothing about what is found in a text."""
VALUES = "values"
"""The key of the table of what the seller's own placeholders stand for, by name."""


class SettingsError(ValueError):
    """A settings file that cannot be read; the text is one clear sentence."""


def find_settings(folder: Path) -> Path | None:
    """Return the settings file that holds for files in `folder`, or None."""
    folder = folder.resolve()
    candidates = (parent / NAME for parent in (folder, *folder.parents))
    return next((path for path in candidates if path.is_file()), None)


def read_settings(path: Path) -> Settings:
    """Read a settings file: lists of own `words`, `brands`, `hosts`, `placeholders`, `pictures`.

    Raises:
        SettingsError: where it is not TOML, or holds something else.
    """
    return Settings(**{key: frozenset(map(_folded, held)) for key, held in _read(path).items()})


def entries(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return each list of the settings that hold for `folder`, as typed and in its order.

    Raises:
        SettingsError: where the file that holds for it cannot be read.
    """
    path = find_settings(folder)
    return dict.fromkeys(_KEYS, ()) if path is None else _read(path)


def remember(folder: Path, key: str, value: str) -> Path:
    """Add `value` to the list `key` of the settings that hold for `folder`; return the file.

    The file is made where there is none; what else stands in it stays as it is.

    Raises:
        SettingsError: where the file cannot be read or written.
    """

    def add(held: Array) -> None:
        if _folded(value) not in map(_folded, held):
            held.append(value)

    return _change(folder, key, add)


def forget(folder: Path, key: str, value: str) -> None:
    """Take `value` from the list `key` of the settings that hold for `folder`.

    Raises:
        SettingsError: where the file cannot be read or written.
    """

    def remove(held: Array) -> None:
        for number in reversed(range(len(held))):
            if _folded(held[number]) == _folded(value):
                del held[number]

    if find_settings(folder) is not None:
        _change(folder, key, remove)


def settings_for(folder: Path) -> Settings:
    """Return the settings that hold for files in `folder`, empty ones without a file.

    Raises:
        SettingsError: where the file that holds for it cannot be read.
    """
    path = find_settings(folder)
    return Settings() if path is None else read_settings(path)


def read_values(path: Path) -> dict[str, object]:
    """Return what stands in a TOML file, unchecked.

    Raises:
        SettingsError: where it cannot be read, or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path.name}: {error}") from error


def change_settings(folder: Path, work: Callable[[TOMLDocument], object]) -> Path:
    """Let `work` change the settings that hold for `folder`, and write them; return the file.

    The file is made where there is none.

    Raises:
        SettingsError: where the file cannot be read or written.
    """
    path = find_settings(folder) or folder / NAME
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(text)
        work(document)
        write_bytes(path, tomlkit.dumps(document).encode())
    except LibraryError as error:
        raise SettingsError(*error.args) from error
    except (OSError, ValueError, AttributeError) as error:
        raise SettingsError(f"{path.name}: {error}") from error
    return path


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    values = read_values(path)
    unknown = sorted(set(values) - {*_KEYS, ORDERS, VALUES})
    if unknown:
        raise SettingsError(
            Phrase("{name}: unknown {unknown}", name=path.name, unknown=", ".join(unknown))
        )
    return {key: _texts(path, key, values.get(key, [])) for key in _KEYS}


def _texts(path: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(
            Phrase("{name}: {entry} must be a list of texts", name=path.name, entry=key)
        )
    return tuple(item.strip() for item in value if item.strip())


def _folded(text: str) -> str:
    return text.strip().casefold()


def _change(folder: Path, key: str, work: Callable[[Array], None]) -> Path:
    return change_settings(folder, lambda document: work(document.setdefault(key, tomlkit.array())))

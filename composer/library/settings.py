"""Settings of a library: `permitted.toml`, found in a file's folder or one above it."""

import tomllib
from pathlib import Path

import tomlkit

from composer.library.errors import LibraryError
from composer.library.files import write_bytes
from composer.lint.context import Settings
from composer.phrase import Phrase

NAME = "permitted.toml"
_KEYS = ("words", "brands", "hosts", "placeholders", "pictures")


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
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path.name}: {error}") from error
    unknown = sorted(set(values) - set(_KEYS))
    if unknown:
        raise SettingsError(
            Phrase("{name}: unknown {unknown}", name=path.name, unknown=", ".join(unknown))
        )
    return Settings(**{key: _lower(path, key, values.get(key, [])) for key in _KEYS})


def remember(folder: Path, key: str, value: str) -> Path:
    """Add `value` to the list `key` of the settings that hold for `folder`; return the file.

    The file is made where there is none; what else stands in it stays as it is.

    Raises:
        SettingsError: where the file cannot be read or written.
    """
    path = find_settings(folder) or folder / NAME
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(text)
        held = document.setdefault(key, tomlkit.array())
        if value not in held:
            held.append(value)
        write_bytes(path, tomlkit.dumps(document).encode())
    except LibraryError as error:
        raise SettingsError(*error.args) from error
    except (OSError, ValueError, AttributeError) as error:
        raise SettingsError(f"{path.name}: {error}") from error
    return path


def settings_for(folder: Path) -> Settings:
    """Return the settings that hold for files in `folder`, empty ones without a file.

    Raises:
        SettingsError: where the file that holds for it cannot be read.
    """
    path = find_settings(folder)
    return Settings() if path is None else read_settings(path)


def _lower(path: Path, key: str, value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(
            Phrase("{name}: {entry} must be a list of texts", name=path.name, entry=key)
        )
    return frozenset(item.strip().casefold() for item in value if item.strip())

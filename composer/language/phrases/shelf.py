"""What reading a lexicon yields, kept in the user's cache folder: compiling takes far longer.

Only words that ship with Permitted are in it, nothing of the user's. It may be deleted at any
time. Where the environment names another folder as ``PERMITTED_CACHE`` it is there; where that is
empty nothing is kept.
"""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import regex
from platformdirs import user_cache_path

from composer import __version__
from composer.policy import table

FOLDER = "PERMITTED_CACHE"
_APP = "Permitted"


def code(*modules: Path) -> str:
    """Return what tells this code, Python and letters' properties from any others.

    Without sources, in a frozen app, the program itself stands for them.
    """
    told = blake2b(f"{__version__} {sys.version} {regex.__version__}".encode(), digest_size=16)
    try:
        for file in modules:
            told.update(file.read_bytes())
    except OSError:
        with contextlib.suppress(OSError):
            program = Path(sys.executable).stat()
            told.update(f"{program.st_size} {program.st_mtime_ns}".encode())
    return told.hexdigest()


def compiling() -> tuple[Path, ...]:
    """Return the files of the code that decides what a lexicon becomes."""
    here = Path(__file__)
    return (Path(table.__file__), *sorted(here.parent.glob(f"*{here.suffix}")))


# Told once, when loaded: an edit made while the app runs is not what compiles in it.
_CODE = code(*compiling())


class Shelf:
    """Keeps one value for each name, as JSON, as long as the files that it came from are the same.

    Whatever fails is as if nothing were kept.
    """

    def __init__(self, folder: Path, code: str = _CODE) -> None:
        self._folder = folder
        self._code = code

    def find(self, name: str, files: Mapping[str, bytes]) -> Any:
        """Return what is kept under `name` and came from `files`, None where that is nothing."""
        try:
            with self._path(name).open("rb") as file:
                if file.readline(200) != self._key(files):
                    return None
                digest, _, content = file.read().partition(b"\n")
            return json.loads(content) if digest == _digest(content) else None
        except (OSError, ValueError):
            return None

    def put(self, name: str, files: Mapping[str, bytes], value: object) -> None:
        """Keep `value`, which came from `files`, under `name`."""
        with contextlib.suppress(OSError, ValueError, TypeError):
            content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(self._path(name), self._key(files), _digest(content), b"\n", content)

    def _write(self, path: Path, *parts: bytes) -> None:
        """Write a file that is there as a whole or not at all, whoever else writes it too."""
        with tempfile.NamedTemporaryFile(dir=self._folder, suffix=".part", delete=False) as file:
            try:
                file.writelines(parts)
                file.close()
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _key(self, files: Mapping[str, bytes]) -> bytes:
        told = blake2b(self._code.encode(), digest_size=32)
        for name, content in files.items():
            told.update(f"\n{name} {len(content)}\n".encode())
            told.update(content)
        return f"{told.hexdigest()}\n".encode()


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=32).hexdigest().encode()


def user_shelf() -> Shelf | None:
    """Return the shelf of whoever runs this, None where nothing is to be kept."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Shelf(Path(named)) if named else None
    folder = user_cache_path(_APP, appauthor=False) / "lexicons"
    return Shelf(folder) if folder.is_absolute() else None  # else there is no home

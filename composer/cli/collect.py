"""Which files a command line names: files as they are, folders with all messages below them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from composer.library.source_file import STANDARD_INPUT, SUFFIXES
from composer.lint.report import FileError


@dataclass(frozen=True, slots=True)
class Collected:
    """Paths to read, in order, each once; and what was named but is not there."""

    paths: tuple[str, ...]
    errors: tuple[FileError, ...]


def collect(names: Iterable[str]) -> Collected:
    """Return the files that `names` mean; hidden files and folders are passed over."""
    paths: dict[str, None] = {}
    errors = []
    for name in names:
        found = [name] if name == STANDARD_INPUT or not Path(name).is_dir() else _below(name)
        if name != STANDARD_INPUT and not os.path.lexists(name):
            errors.append(FileError(name, "no such file or folder"))
        elif not found:
            kinds = ", ".join(sorted(SUFFIXES))
            errors.append(FileError(name, f"no message in this folder ({kinds})"))
        else:
            paths.update(dict.fromkeys(found))
    return Collected(tuple(paths), tuple(errors))


def _below(folder: str) -> list[str]:
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            str(Path(here, name))
            for name in sorted(files)
            if not name.startswith(".")
            and Path(name).suffix.lower() in SUFFIXES
            # a pipe would keep us waiting; a dangling link is a file that cannot be read
            and (Path(here, name).is_file() or not Path(here, name).exists())
        ]
    return found

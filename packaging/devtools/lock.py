"""The lock file: exact versions with hashes, one requirement a paragraph."""

import re
from collections.abc import Iterable
from pathlib import Path

QT = frozenset(
    {
        "pyside6",
        "pyside6-addons",
        "pyside6-essentials",
        "pytest-qt",
        "qtawesome",
        "qtpy",
        "shiboken6",
    }
)
CHECKERS = frozenset({"grimp", "import-linter", "mypy", "ruff"})
BUILD = frozenset(
    {
        "hatchling",
        "packaging",
        "pathspec",
        "pluggy",
        "setuptools",
        "tomlkit",
        "trove-classifiers",
        "typing-extensions",
        "wheel",
    }
)


def requirements(lock: Path) -> dict[str, list[str]]:
    """The requirements of `lock` by project name, each as pip reads it, hashes included.

    A name appears more than once in a lock when versions differ by Python or platform.
    """
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        match = re.match(r"[A-Za-z0-9._-]+", line)
        if match:
            name = re.sub(r"[-_.]+", "-", match[0]).lower()
            found.setdefault(name, []).append(" ".join(line.split()))
    return found


def without(lock: Path, names: Iterable[str]) -> str:
    """The text of `lock` less the projects called `names`."""
    dropped = set(names)
    kept = (lines for name, lines in requirements(lock).items() if name not in dropped)
    return "".join(f"{line}\n" for lines in kept for line in lines)


def only(lock: Path, names: Iterable[str]) -> str:
    """The text of `lock` for the projects called `names`."""
    return without(lock, requirements(lock).keys() - set(names))

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "composer",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
SOURCES = [
    file
    for folder in ("composer", "packaging", "tests")
    for file in sorted((ROOT / folder).rglob("*.py"))
]


def test_top_level_stays_small() -> None:
    """What a newcomer sees first is short: the listed entries and dot files, nothing else."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP


def test_no_file_is_long() -> None:
    """A file has one purpose; past 400 lines it has two."""
    lengths = {file: len(file.read_text("utf-8").split("\n")) - 1 for file in SOURCES}
    assert {file: lines for file, lines in lengths.items() if lines > 400} == {}


def test_tests_are_no_package() -> None:
    """Tests are imported by path, so two may share a name and none needs an `__init__.py`."""
    assert [file for file in SOURCES if file.match("tests/**/__init__.py")] == []

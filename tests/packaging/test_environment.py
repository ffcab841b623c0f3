import importlib.util
import os
from pathlib import Path

import pytest

from devtools.environment import Environment, can_make_environments, require_python
from devtools.problem import Problem


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a lock, whose environment looks finished."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "lock.txt").write_text("six==1 --hash=sha256:aa\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    environment = Environment(tmp_path, ".venv")
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.mark_installed()
    return tmp_path


def test_finished_environment_is_kept(project: Path) -> None:
    """Nothing is installed again while the lock and the project stay as they were."""
    assert Environment(project, ".venv").is_installed()


@pytest.mark.parametrize(
    ("file", "line"),
    [("packaging/lock.txt", "six==2"), ("pyproject.toml", 'scripts = { other = "composer:main" }')],
)
def test_change_makes_it_anew(project: Path, file: str, line: str) -> None:
    """Another lock, or a project that asks for something else, calls for another installation."""
    with (project / file).open("a", encoding="utf-8") as changed:
        changed.write(line + "\n")
    assert not Environment(project, ".venv").is_installed()


def test_settings_of_tools_change_nothing(project: Path) -> None:
    """How the code is linted does not touch what is installed."""
    with (project / "pyproject.toml").open("a", encoding="utf-8") as changed:
        changed.write("[tool.ruff]\nline-length = 90\n")
    assert Environment(project, ".venv").is_installed()


def test_moved_checkout_makes_it_anew(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """An environment knows its own place, so one that was moved is not used."""
    elsewhere = tmp_path_factory.mktemp("moved") / "project"
    project.rename(elsewhere)
    assert not Environment(elsewhere, ".venv").is_installed()


def test_lost_interpreter_makes_it_anew(project: Path) -> None:
    """A stamp without an interpreter behind it means nothing."""
    environment = Environment(project, ".venv")
    environment.python.unlink()
    assert not environment.is_installed()


def test_python_that_cannot_make_environments_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's bare Python has no ensurepip: one sentence says so."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert not can_make_environments()
    with pytest.raises(Problem, match="cannot make virtual environments"):
        require_python()


def test_interpreter_is_where_this_system_puts_it() -> None:
    """Windows keeps the interpreter in Scripts, others in bin."""
    python = Environment(Path("project"), ".venv").python
    assert python.parent.name == ("Scripts" if os.name == "nt" else "bin")


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_linked_environment_is_left_alone(project: Path, tmp_path: Path) -> None:
    """What a link points to belongs to another checkout, so it is never emptied."""
    other = tmp_path / "other"
    (project / ".venv").rename(other)
    (project / ".venv").symlink_to(other)
    (project / "packaging" / "lock.txt").write_text("six==2\n", "utf-8")
    with pytest.raises(Problem, match="is a link"):
        Environment(project, ".venv").ensure()
    assert any(other.iterdir())

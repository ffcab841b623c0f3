import os
from collections.abc import Callable
from pathlib import Path

import pytest

from devtools import system
from devtools.problem import Problem

FakeTool = Callable[[str, str], Path]
NOTHING_INSTALLED = "exit 1"
EVERYTHING_INSTALLED = 'shift 2; for p in "$@"; do echo "installed $p"; done'


@pytest.fixture
def user(monkeypatch: pytest.MonkeyPatch) -> None:
    """An ordinary user."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def administrator(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system administrator."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)


def test_missing_packages_are_those_not_installed(fake_tool: FakeTool) -> None:
    """A package counts as there under its old name or with the suffix t64, but not half removed."""
    fake_tool("dpkg-query", "echo 'installed libasound2t64'; echo 'config-files xvfb'; exit 1")
    assert system.missing(["libasound2", "xvfb", "xauth"]) == ["xvfb", "xauth"]


@pytest.mark.usefixtures("user")
def test_user_is_told_the_line_to_run(fake_tool: FakeTool) -> None:
    """Without the right to install, one sentence carries the whole line, and apt is not called."""
    fake_tool("dpkg-query", NOTHING_INSTALLED)
    calls = fake_tool("apt-get", "exit 0")

    with pytest.raises(Problem, match=r"run: sudo apt-get install .*libegl1 .*fonts-") as problem:
        system.ensure_packages(windows=True)

    assert "\n" not in str(problem.value)
    assert not calls.exists()


@pytest.mark.usefixtures("user")
def test_missing_fonts_do_not_stop_anybody(
    fake_tool: FakeTool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fonts only make messages look truer, so a user without them hears of it and goes on."""
    fake_tool("dpkg-query", f'case "$*" in *fonts*) ;; *) {EVERYTHING_INSTALLED};; esac')
    fake_tool("apt-get", "exit 0")

    system.ensure_packages(windows=True)

    assert "fonts-noto-cjk" in capsys.readouterr().out


@pytest.mark.usefixtures("user")
def test_nothing_is_needed_to_check_without_windows(fake_tool: FakeTool) -> None:
    """Lint and types need no libraries for windows."""
    fake_tool("dpkg-query", NOTHING_INSTALLED)
    calls = fake_tool("apt-get", "exit 0")

    system.ensure_packages(windows=False)

    assert not calls.exists()


@pytest.mark.usefixtures("administrator")
def test_administrator_gets_what_is_missing(fake_tool: FakeTool) -> None:
    """As root the missing packages are installed, under the name this system knows them by."""
    fake_tool("dpkg-query", NOTHING_INSTALLED)
    fake_tool("apt-cache", 'case "$2" in libasound2|libglib2.0-0) exit 100;; *) echo "$2";; esac')
    calls = fake_tool("apt-get", "exit 0")

    system.ensure_packages(windows=True)

    update, install = calls.read_text("utf-8").splitlines()
    assert update.startswith("update")
    assert {"libasound2t64", "libglib2.0-0t64", "libegl1"} <= set(install.split())
    assert "libasound2" not in install.split()


@pytest.mark.usefixtures("administrator")
def test_failing_apt_is_a_problem(fake_tool: FakeTool) -> None:
    """When apt fails, set-up stops and names the line."""
    fake_tool("dpkg-query", NOTHING_INSTALLED)
    fake_tool("apt-cache", "echo yes")
    fake_tool("apt-get", "exit 100")

    with pytest.raises(Problem, match="apt-get failed"):
        system.ensure_packages(windows=True)


@pytest.mark.usefixtures("administrator")
def test_complete_system_is_left_alone(fake_tool: FakeTool) -> None:
    """With everything there, apt is not called."""
    fake_tool("dpkg-query", EVERYTHING_INSTALLED)
    calls = fake_tool("apt-get", "exit 0")

    system.ensure_packages(windows=True)

    assert not calls.exists()

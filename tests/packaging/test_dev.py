import os
import re
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parents[2]


def test_make_only_passes_on() -> None:
    """Each command of dev.py is a make target that calls it, so all systems do the same."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets is not None
    assert set(targets[1].split()) == set(dev.COMMANDS)
    assert re.findall(r"^\t(.*)$", makefile, re.MULTILINE) == ["@$(PYTHON) packaging/dev.py $@"]


@pytest.mark.skipif(os.name == "nt", reason="no such permission")
def test_continuous_integration_can_be_started() -> None:
    """The script that an outside machine starts is executable and runs the tests."""
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "\nmake test\n" in script.read_text("utf-8")


def test_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that does not exist ends at once, with those that do."""
    with pytest.raises(SystemExit) as ended:
        dev.main(["fly"])
    assert ended.value.code == 2
    assert "run" in capsys.readouterr().err


def test_every_step_runs_and_one_failure_fails_all(capsys: pytest.CaptureFixture[str]) -> None:
    """After a failed step the others still tell what they know, and the end names the failed."""
    done: list[str] = []

    def step(name: str, status: int) -> int:
        done.append(name)
        return status

    steps = [("lint", lambda: step("lint", 5)), ("types", lambda: step("types", 0))]

    assert dev._all(steps) == 1
    assert done == ["lint", "types"]
    assert "Failed: lint." in capsys.readouterr().err
    assert dev._all(steps[1:]) == 0

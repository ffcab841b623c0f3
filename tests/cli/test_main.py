"""The command line itself: what its commands are, and that none waits for another."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from composer.cli.main import COMMANDS

NOT_NEEDED = {
    "composer.cli.judge",
    "composer.cli.preview",
    "composer.document.eml",
    "composer.document.markdown",
    "concurrent.futures.process",
    "email.message",
    "markdown",
    "markdown_it",
}
SAY_LOADED = """\
import sys
from composer.cli.main import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(run: Callable[..., tuple[int, str, str]], name: str) -> None:
    """By the name it is asked for, which the list of all gives."""
    status, out, _ = run(name, "--help")

    assert status == 0
    assert out.startswith(f"usage: permitted {name} ")
    assert f"\n    {name} " in run("--help")[1]


@pytest.mark.parametrize("arguments", [[], ["chek"], ["--colour"]])
def test_what_names_no_command_is_told(
    run: Callable[..., tuple[int, str, str]], arguments: list[str]
) -> None:
    """With the names of all that there are, where one is mistyped."""
    status, out, complaint = run(*arguments)

    assert (status, out) == (2, "")
    assert complaint.startswith("usage: permitted [-h] [--version] COMMAND ...")
    if arguments == ["chek"]:
        assert all(repr(name) in complaint for name in COMMANDS)


def test_a_check_loads_only_what_it_needs(write: Callable[..., Path]) -> None:
    """Checking one page waits for no other command, format or process."""
    page = write(
        "page.html", "<html lang='en'><body><p>Your order is on its way.</p></body></html>"
    )
    command = [sys.executable, "-c", SAY_LOADED, "check", str(page)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode in {0, 1}
    loaded = set(done.stderr.split())
    assert "composer.cli.check" in loaded
    assert not NOT_NEEDED & loaded

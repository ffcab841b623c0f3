import json
from collections.abc import Callable
from pathlib import Path

import pytest

from composer.cli.main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line; give its exit status, output and complaints."""

    def run_it(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_it


@pytest.fixture
def checked(run: Run) -> Callable[..., dict[str, object]]:
    """Check files and give the JSON report."""

    def check_it(*arguments: str | Path) -> dict[str, object]:
        _, out, _ = run("check", *arguments, "--format", "json")
        return json.loads(out)

    return check_it


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file, made of bytes or text, and give its path."""

    def write_it(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_it

"""Stand-ins for system tools, found first on the PATH."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def fake_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Puts a shell script on the PATH and returns the file its calls are written to."""
    if os.name == "nt":
        pytest.skip("stand-ins are shell scripts")
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def put(name: str, script: str) -> Path:
        calls = tmp_path / f"{name}.calls"
        tool = folder / name
        tool.write_text(f'#!/bin/sh\necho "$*" >> "{calls}"\n{script}\n', encoding="utf-8")
        tool.chmod(0o755)
        return calls

    return put

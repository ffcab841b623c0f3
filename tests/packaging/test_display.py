import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from devtools.display import virtual_display
from devtools.problem import Problem

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a display")


@linux_only
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_virtual_display_accepts_windows_and_goes_away() -> None:
    """The display answers on its socket while it is used, and is gone afterwards."""
    with virtual_display() as display:
        address = f"\0/tmp/.X11-unix/X{display.removeprefix(':')}"
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(address)

    with socket.socket(socket.AF_UNIX) as client, pytest.raises(ConnectionRefusedError):
        client.connect(address)


@linux_only
def test_display_that_does_not_start_is_a_problem(
    fake_tool: Callable[[str, str], Path],
) -> None:
    """A server that ends at once is told of, not waited for."""
    fake_tool("Xvfb", "exit 1")
    with pytest.raises(Problem, match="did not start"), virtual_display():
        pass


@linux_only
def test_no_server_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Xvfb the sentence says what to install."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Problem, match="install xvfb"), virtual_display():
        pass

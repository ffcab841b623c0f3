"""A virtual display where there is none."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from devtools.problem import Problem

SCREEN = "1440x900x24"


@contextmanager
def virtual_display() -> Iterator[str]:
    """Start Xvfb on a free display and yield its name, such as `:1`; stop it at the end.

    Raises:
        Problem: Xvfb is not installed or does not start.
    """
    if shutil.which("Xvfb") is None:
        raise Problem("There is no display here and no Xvfb to stand in for one; install xvfb.")
    readable, writable = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writable), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writable],
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C ends the app first, then the display
    )
    os.close(writable)
    try:
        with os.fdopen(readable) as numbers:
            number = numbers.readline().strip()  # written once the display accepts windows
        if not number:
            raise Problem("The virtual display did not start (Xvfb ended at once).")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()

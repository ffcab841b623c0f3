"""The speller's process ends with the app's, however that ended."""

import os
import select
import signal
import subprocess
import sys

import pytest

APP = """
import multiprocessing, os, sys, time
from composer.language.spelling.process import ProcessSpeller

speller = ProcessSpeller()
speller.patient.unknown(["wrld"], "en-US")
(server,) = multiprocessing.active_children()
if sys.argv[1] == "left behind" and os.fork() == 0:
    time.sleep(600)
print(server.pid, flush=True)
time.sleep(600)
"""
AT_MOST = 60  # s: how long the test waits before it fails


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells when a process ends")
@pytest.mark.parametrize("others", ["none", "left behind"])
def test_the_speller_ends_with_a_killed_app(others: str) -> None:
    """Also where somebody else holds the line to it open."""
    command = [sys.executable, "-c", APP, others]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as app:
        assert app.stdout is not None
        speller = os.pidfd_open(int(app.stdout.readline()))
        try:
            os.kill(app.pid, signal.SIGKILL)
            app.wait()
            assert select.select([speller], [], [], AT_MOST)[0]
        finally:
            os.close(speller)
            if others != "none":
                os.killpg(app.pid, signal.SIGKILL)

"""Work beside the window: one job at a time, and only the newest counts."""

from threading import Event

from pytestqt.qtbot import QtBot

from composer.gui.latest import Latest


def test_only_the_newest_counts(qtbot: QtBot) -> None:
    """Of the jobs that wait only the last is run, and what it overtook is not told."""
    latest, told, ran = Latest(), [], []
    latest.done.connect(told.append)
    gate = Event()
    latest.run(lambda: gate.wait(10))
    for name in ("first", "second", "third"):
        latest.run(lambda name=name: (ran.append(name), name)[1])
    gate.set()
    qtbot.waitUntil(lambda: not latest.busy)
    assert ran == told == ["third"]


def test_a_job_that_breaks_down_is_told(qtbot: QtBot) -> None:
    """Its error is told in words, and the next job runs."""
    latest, told = Latest(), []
    latest.done.connect(told.append)
    with qtbot.waitSignal(latest.failed) as failed:
        latest.run(lambda: {}["missing"])
    assert failed.args == ["KeyError: 'missing'"]
    with qtbot.waitSignal(latest.done):
        latest.run(lambda: 1)
    assert told == [1]


def test_nothing_runs_after_stop() -> None:
    """Stopping waits for the job under way; no other is begun."""
    latest, ran = Latest(), []
    latest.run(lambda: ran.append("under way"))
    latest.run(lambda: ran.append("waiting"))
    latest.stop()
    latest.run(lambda: ran.append("late"))
    assert ran == ["under way"]

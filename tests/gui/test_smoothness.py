"""Garbage is looked for while nobody types, and never twice in what stays."""

import gc
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import get_ident

import pytest
from pytestqt.qtbot import QtBot

from composer.gui.smoothness import QUIET, Smoothness


@pytest.fixture
def smoothness() -> Iterator[Smoothness]:
    """One at work."""
    made = Smoothness()
    yield made
    made.stop()


class Ring:
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        self.itself = self


def make_rings(count: int) -> list[list[Ring]]:
    """Make much that stays a while, as a check does."""
    return [[Ring()] for _ in range(count)]


def test_garbage_goes_on_the_thread_of_the_window(qtbot: QtBot, smoothness: Smoothness) -> None:
    """However much another thread makes, what Qt must take apart here is never freed there."""
    threads: list[int] = []
    ring = Ring()
    weakref.finalize(ring, lambda: threads.append(get_ident()))
    del ring
    with ThreadPoolExecutor(1) as pool:
        pool.submit(make_rings, 50_000).result()
        assert not threads
        qtbot.waitUntil(lambda: bool(threads), timeout=5000)
    assert threads == [get_ident()]


def test_what_was_looked_through_is_left_out_until_another_template(qtbot: QtBot) -> None:
    """After a quiet moment nothing old is searched again; a new template starts afresh."""
    smoothness = Smoothness()
    try:
        smoothness.edited()
        qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=3 * QUIET)
        smoothness.started_anew()
        assert gc.get_freeze_count() == 0
    finally:
        smoothness.stop()
    assert gc.get_freeze_count() == 0

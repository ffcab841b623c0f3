"""Garbage is looked for while nobody types, and never twice in what stays."""

import gc

from pytestqt.qtbot import QtBot

from composer.gui.smoothness import QUIET, Smoothness


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

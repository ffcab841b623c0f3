"""Reading source as it is typed, without keeping the typist waiting."""

import pytest
from pytestqt.qtbot import QtBot

from composer.document.placeholders import CANONICAL
from composer.gui.source import source_reader
from composer.gui.source.source_reader import SourceReader
from composer.gui.source.written import Written

SHORT = "<p>Short</p>"
LONG = "<p>Long</p>\n" * 3_000
DEEP = "<div>" * 300 + LONG


@pytest.fixture
def reader(qtbot: QtBot) -> SourceReader:
    """A reader that has read the short source."""
    return SourceReader(Written(SHORT, CANONICAL), CANONICAL)


def test_short_source_is_read_when_asked_for(reader: SourceReader) -> None:
    """Nobody waits for a pause, and the same source is read once."""
    reader.edit("<p>Other</p>")

    assert not reader.behind
    assert reader.recent().text == "Other"
    assert reader.recent() is reader.now().document


def test_long_source_is_read_behind_a_pause(qtbot: QtBot, reader: SourceReader) -> None:
    """Until then there is what was read before, and who cannot wait reads at once."""
    reader.edit(LONG)
    assert reader.behind
    assert reader.recent().text == "Short"
    with qtbot.waitSignal(reader.caught_up):
        pass
    assert not reader.behind
    assert reader.recent().text.startswith("Long\nLong")

    reader.edit("<p>Now</p>" + LONG)
    assert reader.now().document.text.startswith("Now\nLong")
    assert not reader.behind
    assert reader.readable


def test_typing_on_is_read_in_the_end(qtbot: QtBot, reader: SourceReader) -> None:
    """What changed while it was read is read again, and each state is a whole one."""
    reader.edit("<p>First</p>" + LONG)
    qtbot.waitUntil(lambda: reader.recent().text != "Short" or _is_busy(reader))
    reader.edit("<p>Second</p>" + LONG)
    with qtbot.waitSignal(reader.caught_up):
        pass

    assert reader.recent().text.startswith("Second\n")


def _is_busy(reader: SourceReader) -> bool:
    return bool(reader.findChild(source_reader.QThreadPool).activeThreadCount())


def test_typing_without_a_pause_is_read_now_and_then(
    qtbot: QtBot, reader: SourceReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Patience ends: what is kept of unsaved typing is never old."""
    monkeypatch.setattr(source_reader, "PATIENCE", 0)
    keys = 0

    def type_on() -> bool:
        nonlocal keys
        keys += 1
        reader.edit(f"<p>Key {keys}</p>{LONG}")
        return reader.recent().text.startswith("Key ")

    qtbot.waitUntil(type_on, timeout=10_000)


def test_what_was_shown_before_never_comes_back(qtbot: QtBot, reader: SourceReader) -> None:
    """A reading under way of another document is dropped when it is done."""
    reader.edit("<p>Old</p>" + LONG)
    qtbot.waitUntil(lambda: _is_busy(reader))
    reader.show(Written(SHORT, CANONICAL))
    reader.edit("<p>New</p>" + LONG)
    assert reader.recent().text == "Short"
    with qtbot.waitSignal(reader.caught_up):
        pass

    assert reader.recent().text.startswith("New\n")


def test_source_that_cannot_be_read_keeps_what_was(qtbot: QtBot, reader: SourceReader) -> None:
    """On the other thread as on this one it is refused in words."""
    with qtbot.waitSignal(reader.refused) as told:
        reader.edit(DEEP)
    assert told.args is not None
    assert "nested" in told.args[0] or "deep" in told.args[0]
    assert not reader.readable
    assert reader.now().document.text == "Short"

    reader.edit(SHORT)
    assert reader.readable

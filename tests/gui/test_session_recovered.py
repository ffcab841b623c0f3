"""Typing that came back after a crash: it is said to be there, until it is kept or discarded."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from composer.gui.template import saving_along
from composer.gui.words.text import tr_
from composer.library.history import History

HTML = (
    '<html lang="en"><head><title></title><meta name="permitted:version" content="1">'
    '<meta name="permitted:name" content="{name}"></head><body><p>{name}</p></body></html>'
)


def leave(place, key: str, name: str, base: str | None = None) -> None:
    """Leave unsaved typing in the history, as a crash does."""
    History(place.database).write_journal(key, HTML.format(name=name), base, datetime.now(UTC))


def body(seller) -> str:
    """The message as it is."""
    return str(seller.desk.widgets.body.document_value().text)


@pytest.fixture
def recovered(place) -> Any:
    """A seller with recovered typing in the template one.html."""
    path = place.put("one.html", "<p>in the file</p>")
    leave(place, str(path), "typed", place.digest(path))
    return place.open()


def test_what_was_recovered_is_kept(place, recovered) -> None:
    """Nothing changes but that nobody asks any more; good news would go by itself, this stays."""
    recovered.desk.fading.end()
    assert recovered.message() == tr_("notice.recovered")
    recovered.click_button(tr_("notice.recovered_keep"))

    assert recovered.message() == ""
    assert (body(recovered), recovered.desk.workspace.modified) == ("typed", True)
    recovered.close()
    assert "typed" in (place.library / "one.html").read_text("utf-8")


def test_what_was_recovered_is_discarded_and_brought_back(place, recovered) -> None:
    """The file is on screen then, and no journal has the typing; Undo in the bar has it again."""
    recovered.click_button(tr_("notice.recovered_discard"))
    assert (body(recovered), recovered.desk.workspace.modified) == ("in the file", False)
    assert recovered.message() == tr_("notice.recovered_discarded")
    place.qtbot.waitUntil(lambda: History(place.database).unsaved() == (), timeout=3000)

    recovered.click_button(tr_("notice.undo"))
    assert (body(recovered), recovered.desk.workspace.modified) == ("typed", True)
    assert recovered.message() == tr_("notice.recovered")
    place.qtbot.waitUntil(lambda: len(History(place.database).unsaved()) == 1, timeout=3000)
    recovered.control(Qt.Key.Key_S)
    assert recovered.message() == ""
    assert "typed" in (place.library / "one.html").read_text("utf-8")


def test_each_recovered_template_asks_for_itself(place) -> None:
    """One without a file goes from the list when it is discarded; the other is asked about next."""
    place.library.mkdir()
    leave(place, "new:1", "never saved")
    leave(place, "new:2", "never saved either")
    seller = place.open()
    more = tr_("notice.recovered_more", count=1)
    assert seller.message() == f"{tr_('notice.recovered')} {more}"

    seller.click_button(tr_("notice.recovered_discard"))
    assert seller.message() == tr_("notice.discarded", name="never saved either")
    assert "new:2" not in {row.key for row in seller.templates()}
    seller.desk.shelf.open("new:1")
    assert body(seller) == "never saved"
    assert seller.message() == tr_("notice.recovered")


def test_typing_in_a_file_that_is_gone_is_discarded(place) -> None:
    """There is no file to show then: another template is opened."""
    other = place.put("one.html", "<p>in the file</p>")
    leave(place, str(place.library / "gone.html"), "still here", "digest")
    seller = place.open()
    assert body(seller) == "still here"

    seller.click_button(tr_("notice.recovered_discard"))
    assert seller.desk.workspace.path == other
    assert [row.file for row in seller.templates()] == [other]


def test_writing_on_saves_nothing_until_it_is_kept_or_discarded(place, qtbot, monkeypatch) -> None:
    """Saving along the way would take the question away, and what the file said."""
    monkeypatch.setattr(saving_along, "PAUSE", 0)
    path = place.put("one.html", "<p>in the file</p>")
    leave(place, str(path), "typed", place.digest(path))
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    seller.write("More ")
    seller.checked()

    assert seller.message() == tr_("notice.recovered")
    assert "in the file" in path.read_text("utf-8")

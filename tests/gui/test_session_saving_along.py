"""What is written is in its file soon after the last key, and the window says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from composer.gui.template import saving_along


@pytest.fixture(autouse=True)
def _soon(monkeypatch) -> None:
    monkeypatch.setattr(saving_along, "PAUSE", 100)


def told(seller) -> list[str]:
    """What the foot of the window says."""
    return [it.text() for it in seller.desk.widgets.status.findChildren(QLabel)]


def versions(seller) -> list[str]:
    """The kinds of the versions kept of the open template."""
    key = seller.desk.workspace.key
    return [it.kind for it in seller.desk.workspace.journal.versions(key)]


def test_it_is_saved_after_a_pause_and_said(place, qtbot) -> None:
    """No key and no other template is needed; the window says when."""
    path = place.put("one.html", "<p>Hello.</p>")
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    seller.write("Dear ")
    qtbot.waitUntil(lambda: "Dear Hello." in path.read_text("utf-8"))

    qtbot.waitUntil(lambda: any(words.startswith("Saved ") for words in told(seller)))
    assert not seller.desk.workspace.modified


def test_a_new_template_gets_its_file_once_it_has_words(seller, qtbot, place) -> None:
    """Its undo goes on, and what is taken back is saved as well."""
    seller.write("Dear buyer")
    qtbot.waitUntil(lambda: any("Dear buyer" in it.read_text("utf-8") for it in files(place)))
    seller.control(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not any("buyer" in it.read_text("utf-8") for it in files(place)))

    assert len(files(place)) == 1


def test_the_pauses_of_one_visit_are_one_version(place, qtbot) -> None:
    """What was kept before is not pushed out of the history by each of them."""
    path = place.put("one.html", "<p>Hello.</p>")
    other = place.put("two.html", "<p>Hello.</p>")
    seller = place.open()
    seller.desk.shelf.open(str(path))
    seller.desk.widgets.body.setFocus()
    for word in ("One ", "two ", "three "):
        seller.write(word)
        qtbot.waitUntil(lambda word=word: word in path.read_text("utf-8"))
    assert versions(seller) == []

    seller.desk.shelf.open(str(other))
    seller.desk.shelf.open(str(path))
    assert versions(seller) == ["save"]


def test_what_another_program_wrote_is_not_overwritten(place, qtbot) -> None:
    """The bar asks, and the other's words stay in the file meanwhile."""
    path = place.put("one.html", "<p>Hello.</p>")
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    theirs = path.read_text("utf-8").replace("Hello", "Theirs")
    seller.write("Mine ")
    path.write_text(theirs, "utf-8")
    qtbot.waitUntil(lambda: "another program" in seller.message())
    seller.write("and more ")
    seller.desk.saving.save_along()

    assert path.read_text("utf-8") == theirs
    assert seller.desk.workspace.modified


def files(place) -> list[Path]:
    """The templates in the library's folder."""
    return sorted(place.library.glob("*.html"))

"""A seller deletes templates, and takes that back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from composer.gui.library.view import TemplatesView
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

WORDS = "<p>Order {{order_id}} is late, we are sorry.</p>"


@pytest.fixture
def shelf(place, monkeypatch, tmp_path) -> Any:
    """A seller with four templates in two groups; `late` is approved and open."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("early", "late", "later"):
        place.put(f"{name}.html", WORDS)
    place.put("an-invoice.html", "<p>{{order_id}}</p>", reason="invoice")
    seller = place.open()
    click(seller, "late")
    seller.approve()
    seller.control(Qt.Key.Key_S)
    return seller


def view(seller) -> TemplatesView:
    """The list of templates."""
    found = seller.desk.widgets.sidebar.findChild(TemplatesView)
    assert found is not None
    return found


def click(seller, name: str) -> None:
    """Click a template in the list, which then has the keyboard."""
    seller.activate()
    shown, model = view(seller), view(seller).model()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]
    index = next(each for each in rows if shown.row(each).name == name)
    shown.scrollTo(index)
    shown.setFocus()
    seller.click(shown.viewport(), shown.visualRect(index).center())
    seller.checked()


def names(seller) -> list[str]:
    """The names in the list."""
    return [row.name for row in seller.templates()]


def open_name(seller) -> str:
    """The name of the template in hand."""
    return str(seller.desk.workspace.template.name)


def test_the_bar_brings_a_deleted_template_back(shelf, place) -> None:
    """With its words, its approval and its history, and it is open again."""
    path: Path = place.library / "late.html"
    before, versions = path.read_bytes(), shelf.history().versions(str(path))
    assert b"permitted:approval" in before
    shelf.desk.actions.delete.trigger()
    assert not path.exists()
    assert shelf.message() == tr_("notice.deleted", name="late")

    shelf.click_button(tr_("notice.undo"))
    assert path.read_bytes() == before
    assert open_name(shelf) == "late"
    shelf.checked()
    assert shelf.desk.heading.mark is Mark.APPROVED
    assert shelf.history().versions(str(path)) == versions != ()
    assert shelf.message() == ""


def test_the_keys_delete_in_the_list_and_take_it_back(shelf, place) -> None:
    """Delete does what the menu does; the keyboard stays in the list, on the neighbour."""
    click(shelf, "late")
    shelf.press(Qt.Key.Key_Delete)
    assert not (place.library / "late.html").exists()
    assert open_name(shelf) == "later"
    shelf.press(Qt.Key.Key_Delete)
    assert names(shelf) == ["early", "an-invoice"]
    assert open_name(shelf) == "early"

    shelf.control(Qt.Key.Key_Z)
    assert names(shelf) == ["early", "later", "an-invoice"]
    shelf.control(Qt.Key.Key_Z)
    assert names(shelf) == ["early", "late", "later", "an-invoice"]
    assert open_name(shelf) == "late"
    assert shelf.message() == ""
    shelf.control(Qt.Key.Key_Z)  # nothing is left to take back
    assert names(shelf) == ["early", "late", "later", "an-invoice"]


def test_the_keys_forget_once_something_else_is_done(shelf, place) -> None:
    """The bar still brings it back: it says what it does."""
    click(shelf, "late")
    shelf.press(Qt.Key.Key_Delete)
    click(shelf, "early")
    shelf.control(Qt.Key.Key_Z)
    assert not (place.library / "late.html").exists()
    shelf.click_button(tr_("notice.undo"))
    assert (place.library / "late.html").exists()


def test_words_typed_and_their_undo_come_back(shelf) -> None:
    """What was typed before is saved, deleted and back, and can still be undone."""
    shelf.desk.widgets.body.setFocus()
    shelf.write("Hello. ")
    shelf.desk.actions.delete.trigger()
    shelf.click_button(tr_("notice.undo"))
    body = shelf.desk.widgets.body
    assert body.document_value().text.startswith("Hello. Order")
    body.setFocus()
    shelf.control(Qt.Key.Key_Z)
    assert body.document_value().text.startswith("Order")


def test_another_template_of_that_name_is_never_replaced(shelf, place) -> None:
    """Then it stays in the system's bin, and the bar says so."""
    shelf.desk.actions.delete.trigger()
    path = place.put("late.html", "<p>Another</p>")
    shelf.click_button(tr_("notice.undo"))
    assert "stays in the bin" in shelf.message()
    assert "Another" in path.read_text("utf-8")


def test_a_template_without_a_file_comes_back_with_what_was_typed(shelf, place) -> None:
    """It is kept from a crash again as well."""
    shelf.control(Qt.Key.Key_N)
    field = shelf.desk.window.focusWidget()
    assert isinstance(field, QLineEdit)
    shelf.press(Qt.Key.Key_Return)
    shelf.desk.widgets.body.setFocus()
    shelf.write("Not lost")
    shelf.desk.actions.delete.trigger()
    assert shelf.message() == tr_("notice.discarded", name=tr_("app_state.untitled"))
    shelf.click_button(tr_("notice.undo"))
    assert shelf.desk.widgets.body.document_value().text == "Not lost"
    shelf.control(Qt.Key.Key_S)
    assert "Not lost" in shelf.desk.workspace.path.read_text("utf-8")


def test_bringing_one_back_loses_nothing_typed_meanwhile(shelf, place) -> None:
    """What stands in the template that came into hand is in its file before it goes."""
    shelf.control(Qt.Key.Key_N)
    shelf.press(Qt.Key.Key_Return)
    shelf.desk.widgets.body.setFocus()
    shelf.write("Not lost")
    shelf.desk.actions.delete.trigger()
    path = shelf.desk.workspace.path
    shelf.desk.widgets.body.setFocus()
    shelf.write("Typed meanwhile ")
    shelf.click_button(tr_("notice.undo"))
    assert shelf.desk.widgets.body.document_value().text == "Not lost"
    assert "Typed meanwhile" in path.read_text("utf-8")

"""A seller wants a deleted template back when the bar that offered it is long gone."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextBrowser, QTreeWidget

from composer.gui.library.deleted_dialog import DeletedDialog
from composer.gui.library.view import TemplatesView
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

WORDS = "<p>Order {{order_id}} is late, we are sorry.</p>"


@pytest.fixture
def seller(place, monkeypatch, tmp_path) -> Any:
    """A seller with two templates; `late` is approved, open, and has the keyboard in the list."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    place.put("early.html", WORDS)
    place.put("late.html", WORDS)
    place.preferences.open_key = str(place.library / "late.html")
    found = place.open()
    found.approve()
    found.control(Qt.Key.Key_S)
    tree(found).setFocus()
    return found


def tree(seller) -> TemplatesView:
    """The list of templates."""
    found = seller.desk.widgets.sidebar.findChild(TemplatesView)
    assert found is not None
    return found


def opened(seller) -> DeletedDialog:
    """The page of deleted templates, opened from the menu of the window."""
    seller.desk.actions.deleted.trigger()
    return seller.dialog(DeletedDialog)


def listed(dialog: DeletedDialog) -> list[str]:
    """The names in the list."""
    found = dialog.findChild(QTreeWidget)
    assert found is not None
    items = (found.topLevelItem(row) for row in range(found.topLevelItemCount()))
    return [item.text(0).split("\n")[0] for item in items if item]


def test_it_comes_back_after_a_restart(seller, place) -> None:
    """With the keys alone: as it was, approved, open, and listed as deleted no more."""
    path: Path = place.library / "late.html"
    before = path.read_bytes()
    seller.press(Qt.Key.Key_Delete)
    assert not path.exists()
    assert seller.message() == tr_("notice.deleted", name="late")
    seller.close()

    again = place.open()
    dialog = opened(again)
    assert listed(dialog) == ["late"]
    page = dialog.findChild(QTextBrowser)
    assert page is not None
    assert "is late, we are sorry." in page.toPlainText()
    again.press(Qt.Key.Key_Return)
    assert path.read_bytes() == before
    assert again.desk.workspace.template.name == "late"
    assert again.message() == tr_("deleted.brought", name="late")
    again.checked()
    assert again.desk.heading.mark is Mark.APPROVED
    assert listed(opened(again)) == []


def test_where_nothing_was_deleted_it_says_so(seller) -> None:
    """And there is nothing to press but Close."""
    dialog = opened(seller)
    words = [it.text() for it in dialog.findChildren(QLabel) if it.isVisible()]
    assert words == [tr_("deleted.empty")]
    seller.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_the_bar_brought_back_is_not_listed(seller) -> None:
    """Nor is what the keys brought back."""
    seller.press(Qt.Key.Key_Delete)
    seller.click_button(tr_("notice.undo"))
    tree(seller).setFocus()
    seller.press(Qt.Key.Key_Delete)
    seller.control(Qt.Key.Key_Z)
    assert [row.name for row in seller.templates()] == ["early", "late"]
    assert listed(opened(seller)) == []


def test_the_bar_offers_nothing_that_is_back(seller, place) -> None:
    """What it would bring back came by the page of deleted templates."""
    seller.press(Qt.Key.Key_Delete)
    dialog = opened(seller)
    seller.click_button(tr_("deleted.bring_back"), dialog)
    assert seller.message() == tr_("deleted.brought", name="late")
    tree(seller).setFocus()
    seller.control(Qt.Key.Key_Z)
    assert sorted(it.name for it in place.library.glob("*.html")) == ["early.html", "late.html"]


def test_another_of_that_name_stays(seller, place) -> None:
    """What comes back gets another name."""
    seller.press(Qt.Key.Key_Delete)
    place.put("late.html", "<p>Another</p>")
    opened(seller)
    seller.press(Qt.Key.Key_Return)
    assert "Another" in (place.library / "late.html").read_text("utf-8")
    assert [row.name for row in seller.templates()] == ["early", "late", "late (2)"]


def test_what_never_had_a_file_comes_back_as_one(seller) -> None:
    """What was typed in it is not lost with the bar."""
    seller.control(Qt.Key.Key_N)
    seller.press(Qt.Key.Key_Return)
    seller.desk.widgets.body.setFocus()
    seller.write("Not lost")
    seller.desk.actions.delete.trigger()
    opened(seller)
    seller.press(Qt.Key.Key_Return)
    assert seller.desk.widgets.body.document_value().text == "Not lost"
    assert "Not lost" in seller.desk.workspace.path.read_text("utf-8")


def test_the_empty_part_of_the_list_offers_it(seller) -> None:
    """A right click there opens a menu with it."""
    seller.press(Qt.Key.Key_Delete)
    view = tree(seller).viewport()
    at = QPoint(20, view.height() - 3)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [it.objectName() for it in menu.actions()] == ["new", "deleted"]
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert listed(seller.dialog(DeletedDialog)) == ["late"]

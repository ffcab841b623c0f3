"""What a template is compared with first, asked for in the list of templates."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from composer.gui.library.view import TemplatesView
from composer.gui.side_by_side.dialog import SideBySideDialog
from composer.gui.words.text import plain, tr_

WORDS = "<p>Order {{order_id}} is late.</p>"


def compare(seller, name: str) -> None:
    """Choose Compare from the menu of a template in the list, with the keys."""
    view = seller.desk.widgets.sidebar.findChild(TemplatesView)
    model = view.model()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]
    index = next(each for each in rows if view.row(each).name == name)
    point = view.visualRect(index).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [plain(each.text()) for each in menu.actions()]
    for _ in range(titles.index(plain(tr_("action.compare"))) + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def partner(seller) -> str:
    """The file compared with, or the number of the version."""
    return Path(seller.dialog(SideBySideDialog).value).name


@pytest.fixture
def german(place) -> Path:
    """A template that is not the first in any order, with others around it."""
    place.put("aaa.html", WORDS)
    place.put("shipping-de.html", WORDS)
    place.put("shipping.html", WORDS)
    path: Path = place.put("sent.html", WORDS)
    return path


def test_a_copy_is_compared_with_its_original(place, german) -> None:
    """Whatever it is called by then, and the original with its copy."""
    seller = place.open()
    seller.desk.shelf.open(str(german))
    seller.desk.actions.duplicate.trigger()
    copy = seller.desk.workspace.path
    seller.desk.shelf.rename(str(copy), "Quite another name")
    seller.control(Qt.Key.Key_S)
    compare(seller, "Quite another name")
    assert partner(seller) == "sent.html"
    QTest.keyClick(seller.dialog(SideBySideDialog), Qt.Key.Key_Escape)

    compare(seller, "sent")
    assert seller.desk.workspace.path == german
    assert partner(seller) == copy.name


def test_another_language_or_store_comes_before_the_alphabet(place, german) -> None:
    """Of those for the same reason, the one with the most similar name."""
    path = place.library / "shipping-de.html"
    path.write_text(path.read_text("utf-8").replace('lang="en"', 'lang="de"'), "utf-8")
    place.put("abroad.html", WORDS, marketplace="amazon.de")
    seller = place.open()
    compare(seller, "shipping")
    assert partner(seller) == "shipping-de.html"


def test_without_a_relative_it_is_the_last_version(place, german) -> None:
    """Where one is kept; else the template with the most similar name."""
    seller = place.open()
    seller.desk.shelf.open(str(german))
    compare(seller, "sent")
    assert partner(seller) == "shipping.html"
    QTest.keyClick(seller.dialog(SideBySideDialog), Qt.Key.Key_Escape)

    seller.activate()
    seller.desk.widgets.body.setFocus()
    seller.write("Hello. ")
    seller.control(Qt.Key.Key_S)
    seller.write("Again. ")
    compare(seller, "sent")
    dialog = seller.dialog(SideBySideDialog)
    assert dialog.windowTitle() == tr_("side_by_side.title.versions")

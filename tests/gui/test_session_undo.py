"""Undo in the templates of a library: each has its own, however often another one is opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip

from composer.gui.library.view import TemplatesView
from composer.gui.words.text import tr_
from composer.gui.writing.histories import Histories

FINE = "<p>Order {{order_id}} will come a day late.</p>"


@pytest.fixture
def two(place) -> tuple:
    """A seller with two templates, the first one open and the caret at its start."""
    place.put("one.html", FINE)
    place.put("two.html", FINE)
    seller = place.open()
    go_to(seller, "one")
    return seller, seller.desk.widgets.body


def go_to(seller, name: str) -> None:
    """Click a template in the sidebar, and into the body."""
    view = seller.desk.widgets.sidebar.findChild(TemplatesView)
    model = view.model()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [model.index(n, 0, top) for top in tops for n in range(model.rowCount(top))]
    index = next(each for each in rows if view.row(each).name == name)
    view.scrollTo(index)
    seller.click(view.viewport(), view.visualRect(index).center())
    assert seller.desk.workspace.path.stem == name
    body = seller.desk.widgets.editors.body
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 200))
    seller.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)


def undo(seller) -> None:
    """Press Ctrl+Z."""
    seller.control(Qt.Key.Key_Z)


def text_of(seller) -> str:
    """The words of the body on screen."""
    return seller.desk.widgets.body.document_value().text


def test_a_template_has_its_steps_again(two) -> None:
    """Coming back, Ctrl+Z takes its own last step back, and the one before, and redo brings them."""
    seller, body = two
    before = body.document_value()
    seller.write("Hello ")
    seller.control(Qt.Key.Key_B)
    seller.write("there ")
    both = body.document_value()
    go_to(seller, "two")
    seller.write("Other ")
    go_to(seller, "one")
    assert body.document_value() == both

    undo(seller)
    assert text_of(seller).startswith("Hello Order")
    undo(seller)
    assert body.document_value() == before
    assert not seller.desk.actions.undo.isEnabled()
    seller.control(Qt.Key.Key_Y)
    seller.control(Qt.Key.Key_Y)
    assert body.document_value() == both
    go_to(seller, "two")
    undo(seller)
    assert text_of(seller).startswith("Order")


def test_what_was_undone_can_be_redone_after_another_template(two) -> None:
    """The way forward is kept as the way back is, in the subject, too."""
    seller, _ = two
    subject = seller.desk.widgets.subject
    subject.setFocus()
    seller.press(Qt.Key.Key_End)
    seller.write(" soon", subject)
    undo(seller)
    go_to(seller, "two")
    assert not seller.desk.actions.redo.isEnabled()
    go_to(seller, "one")
    seller.control(Qt.Key.Key_Y)
    assert subject.document_value().text.endswith(" soon")
    seller.control(Qt.Key.Key_S)
    assert "soon" in seller.desk.workspace.path.read_text("utf-8")


def test_nothing_is_undone_in_the_wrong_template(two) -> None:
    """In a template where nothing was done the button is off and says so, and the keys do nothing."""
    seller, _ = two
    button = next(
        each
        for each in seller.desk.widgets.toolbar.findChildren(QToolButton)
        if each.defaultAction() is seller.desk.actions.undo
    )
    seller.write("Hello ")
    assert button.isEnabled()
    go_to(seller, "two")
    before = text_of(seller)
    undo(seller)
    assert text_of(seller) == before
    assert not button.isEnabled()

    at = button.rect().center()
    QApplication.sendEvent(button, QHelpEvent(QHelpEvent.Type.ToolTip, at, button.mapToGlobal(at)))
    assert QToolTip.text() == tr_("toolbar.nothing_to_undo")
    QToolTip.hideText()
    go_to(seller, "one")
    assert button.isEnabled()
    assert button.toolTip() != tr_("toolbar.nothing_to_undo")


def test_a_file_changed_elsewhere_has_nothing_to_undo(two) -> None:
    """Steps of words that are gone lead nowhere."""
    seller, _ = two
    seller.write("Hello ")
    path: Path = seller.desk.workspace.path
    go_to(seller, "two")
    path.write_text(path.read_text("utf-8").replace("Hello", "Dear buyer"), "utf-8")
    go_to(seller, "one")
    assert not seller.desk.actions.undo.isEnabled()
    undo(seller)
    assert text_of(seller).startswith("Dear buyer")


def test_source_that_was_left_for_another_template_is_one_step(two) -> None:
    """As leaving the HTML view is."""
    seller, body = two
    before = body.document_value()
    seller.write("Hello ")
    seller.control(Qt.Key.Key_H, shift=True)
    source = seller.desk.widgets.editors.source
    source.setTextCursor(source.document().find("late"))
    seller.write("soon", source)
    go_to(seller, "two")
    go_to(seller, "one")
    assert "soon" in source.toPlainText()

    undo(seller)
    assert "late" in source.toPlainText()
    undo(seller)
    seller.control(Qt.Key.Key_H, shift=True)
    assert body.document_value() == before


def test_a_new_template_keeps_its_steps_when_it_gets_a_file(seller) -> None:
    """It is saved on the way to another one."""
    seller.write("One")
    first = text_of(seller)
    seller.control(Qt.Key.Key_S)
    path = seller.desk.workspace.path
    seller.control(Qt.Key.Key_N)
    assert not seller.desk.actions.undo.isEnabled()
    seller.desk.widgets.body.setFocus()
    seller.write("Two")
    seller.desk.shelf.open(str(path))
    assert text_of(seller) == first
    undo(seller)
    assert text_of(seller) == ""


def test_findings_are_of_the_words_on_screen(two) -> None:
    """Squiggles go with the template, and come back with it."""
    seller, _ = two
    seller.write("It is in in a box. ")
    marked = seller.marked()
    assert len(marked) == 1
    go_to(seller, "two")
    assert seller.marked() == []
    go_to(seller, "one")
    assert seller.marked() == marked
    while seller.desk.actions.undo.isEnabled():
        undo(seller)
    assert seller.marked() == []


def test_the_oldest_steps_are_dropped(two) -> None:
    """No more templates, and no more text, than there is room for."""
    seller, _ = two
    editors = seller.desk.widgets.editors
    for histories, kept in ((Histories(editors, most=2), 2), (Histories(editors, room=1), 0)):
        left = {}
        for name in ("a", "b", "c"):
            seller.write("x")
            left[name] = template = seller.desk.workspace.template
            histories.put_away(name, template)
            for part, editor in editors.written.items():
                editor.set_document(template.part(part))
        shown = [name for name, template in left.items() if histories.take_up(name, template)]
        assert shown == ["a", "b", "c"][3 - kept :]

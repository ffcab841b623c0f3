"""Replacing in the library: what it costs is said, and places can be left out."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeWidget

from composer.gui.library.places_tree import PlacesTree
from composer.gui.library.search_dialog import SearchDialog
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

LAMPS = "<p>Order {{order_id}}: a lamp.</p><p>Another lamp.</p>"


@pytest.fixture
def lamps(place, qtbot) -> Any:
    """A seller with lamps in three templates of two groups; two of them are approved."""
    place.put("b-order.html", LAMPS)
    place.put("c-order.html", LAMPS)
    place.put("a-reply.html", LAMPS, reason="reply")
    seller = place.open()
    for name in ("b-order", "c-order"):
        seller.desk.shelf.open(str(place.library / f"{name}.html"))
        seller.checked()
        seller.approve()
    seller.desk.shelf.refresh()
    marks = [Mark.APPROVED, Mark.APPROVED]
    qtbot.waitUntil(lambda: [it.mark for it in seller.templates() if it.mark in marks] == marks)
    return seller


def look_for(seller, words: str) -> SearchDialog:
    """The dialog, opened by its keys, with `words` typed into it."""
    seller.press(
        Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    dialog: SearchDialog = seller.dialog(SearchDialog)
    QTest.keyClicks(field(dialog, "find"), words)
    return dialog


def field(dialog: SearchDialog, name: str) -> QLineEdit:
    """The field of the dialog called `name`."""
    fields = dialog.findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == tr_(f"find.{name}"))


def said(dialog: SearchDialog) -> list[str]:
    """The sentences that the dialog shows."""
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


def click_box(dialog: SearchDialog, *rows: int) -> None:
    """Click the box of a template, or of one of its places."""
    tree = dialog.findChild(PlacesTree)
    index = tree.model().index(rows[0], 0)
    for row in rows[1:]:
        index = tree.model().index(row, 0, index)
    rect = tree.visualRect(index)
    at = QPoint(rect.left() + 10, rect.center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_what_it_costs_is_said_before(lamps, qtbot) -> None:
    """Approvals that would end are counted, without those of templates left out."""
    dialog = look_for(lamps, "lamp")
    qtbot.waitUntil(lambda: tr_("search.approvals", count=2) in said(dialog))
    names = [dialog.findChild(QTreeWidget).topLevelItem(row).text(0) for row in range(3)]
    assert names == ["b-order", "c-order", "a-reply"]  # as the library is, reply last

    click_box(dialog, 0)
    qtbot.waitUntil(lambda: tr_("search.approvals", count=1) in said(dialog))
    lamps.button("Replace 4 in 2 templates", dialog)
    click_box(dialog, 1)
    lamps.button("Replace 2 in 1 template", dialog)
    assert not [each for each in said(dialog) if "approval" in each]


def test_a_place_can_be_left_out(lamps, place) -> None:
    """By mouse or with Space; its words stay, and nothing is opened by that."""
    dialog = look_for(lamps, "lamp")
    before = lamps.desk.workspace.path
    click_box(dialog, 0, 0)
    tree = dialog.findChild(PlacesTree)
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(2))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert lamps.desk.workspace.path == before

    QTest.keyClicks(field(dialog, "replace_with"), "light")
    lamps.click_button("Replace 3 in 2 templates", dialog)
    texts = [(place.library / f"{it}.html").read_text("utf-8") for it in ("b-order", "a-reply")]
    assert "a lamp" in texts[0]
    assert "Another light" in texts[0]
    assert "light" not in texts[1]
    assert lamps.desk.widgets.body.document_value().text.count("light") == 2


def test_a_click_beside_the_box_goes_to_the_place(lamps) -> None:
    """As before there were boxes."""
    dialog = look_for(lamps, "another lamp")
    tree = dialog.findChild(PlacesTree)
    click_box(dialog, 2, 0)
    index = tree.indexFromItem(tree.topLevelItem(2).child(0), 1)
    at = tree.visualRect(index).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert lamps.desk.workspace.template.name == "a-reply"
    assert lamps.desk.widgets.body.textCursor().selectedText() == "Another lamp"


def test_words_typed_since_never_shift_what_is_left_out(lamps) -> None:
    """The list is shown as it is now, to look at again."""
    dialog = look_for(lamps, "lamp")
    QTest.keyClicks(field(dialog, "replace_with"), "light")
    click_box(dialog, 1, 0)
    body = lamps.desk.widgets.body
    body.select(0, 0)
    lamps.write("One lamp. ")
    lamps.click_button("Replace 5 in 3 templates", dialog)
    assert dialog.outcome == tr_("search.look_again")
    assert "light" not in body.document_value().text
    lamps.click_button("Replace 7 in 3 templates", dialog)
    assert body.document_value().text.count("light") == 3


def test_what_was_put_there_last_time_is_not_offered_again(lamps) -> None:
    """The field is empty each time the dialog is opened, not while it is only looked at again."""
    dialog = look_for(lamps, "lamp")
    QTest.keyClicks(field(dialog, "replace_with"), "light")
    lamps.desk.actions.find_in_library.trigger()
    assert field(dialog, "replace_with").text() == "light"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    look_for(lamps, "lamp")
    assert field(dialog, "replace_with").text() == ""

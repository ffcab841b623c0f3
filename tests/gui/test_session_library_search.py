"""Finding and replacing words across the library."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTreeWidget

from composer.gui.library.search_dialog import SearchDialog
from composer.gui.words.text import tr_
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate
from composer.template import Template


def open_search(seller) -> SearchDialog:
    """The dialog, opened by its keys."""
    seller.press(
        Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    return seller.dialog(SearchDialog)


def field(dialog: SearchDialog, name: str) -> QLineEdit:
    """The field of the dialog called `name`."""
    fields = dialog.findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == tr_(f"find.{name}"))


def click_replace(seller, dialog: SearchDialog) -> None:
    """Click the button that replaces, whatever it counts."""
    buttons = dialog.findChildren(QPushButton)
    seller.click(next(each for each in buttons if each.property("kind") == "primary"))


def test_places_in_all_templates_are_found_and_opened(place) -> None:
    """Every template is searched, its subject too; a click opens it with the words selected."""
    place.put("one.html", "<p>A lamp for {{order_id}}.</p>")
    place.put("two.html", "<p>No such word.</p><p>Two lamps, one lamp.</p>")
    place.put("three.html", "<p>Nothing.</p>")
    seller = place.open()
    dialog = open_search(seller)
    QTest.keyClicks(field(dialog, "find"), "LAMP")
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None

    tops = {tree.topLevelItem(row).text(0): tree.topLevelItem(row) for row in range(2)}
    assert {name: top.childCount() for name, top in tops.items()} == {"one": 1, "two": 2}
    assert dialog.outcome == "3 places in 2 templates"

    tree.itemClicked.emit(tops["two"].child(1), 0)
    body = seller.desk.widgets.body
    assert seller.desk.workspace.template.name == "two"
    assert body.textCursor().selectedText() == "lamp"
    assert body.selection() == (29, 33)


@pytest.fixture
def three(place) -> tuple[Path, ...]:
    """Three templates with a lamp in each, one of them twice."""
    return (
        place.put("one.html", "<p>A lamp for {{order_id}}.</p>"),
        place.put("two.html", "<p>Two lamps, one lamp.</p>"),
        place.put("three.html", "<p>No word of it.</p>"),
    )


def replaced(place, three: tuple[Path, ...]) -> tuple[Any, SearchDialog]:
    """A seller with the first template open, who replaced the lamps in all of them."""
    seller = place.open()
    seller.desk.shelf.open(str(three[0]))
    dialog = open_search(seller)
    QTest.keyClicks(field(dialog, "find"), "lamp")
    seller.click_button(tr_("find.whole_short"), dialog)
    QTest.keyClicks(field(dialog, "replace_with"), "desk lamp")
    seller.click_button("Replace 2 in 2 templates", dialog)
    return seller, dialog


def test_words_are_replaced_in_all_templates_and_brought_back(place, three) -> None:
    """Files are written, the open one is edited, and the bar brings all of them back."""
    seller, dialog = replaced(place, three)
    body = seller.desk.widgets.body

    assert body.document_value().text == "A desk lamp for \ufffc."
    assert "Two lamps, one desk lamp." in three[1].read_text("utf-8")
    assert seller.message() == "Replaced in 2 places in 2 templates."

    dialog.accept()
    seller.click_button(tr_("notice.undo"))
    assert "Two lamps, one lamp." in three[1].read_text("utf-8")
    assert body.document_value().text == "A lamp for \ufffc."
    assert seller.message() == "Undone in 1 other template."


def test_one_key_takes_all_of_it_back_and_makes_it_again(place, three) -> None:
    """Undo and redo go through the open template and the files alike, in the order of typing."""
    seller, dialog = replaced(place, three)
    body = seller.desk.widgets.body
    dialog.accept()
    body.setFocus()
    seller.write("Hello. ")

    seller.control(Qt.Key.Key_Z)
    assert "one desk lamp." in three[1].read_text("utf-8")
    seller.control(Qt.Key.Key_Z)
    assert body.document_value().text == "A lamp for \ufffc."
    assert "one lamp." in three[1].read_text("utf-8")
    assert seller.message() == "Undone in 1 other template."

    seller.control(Qt.Key.Key_Z, shift=True)
    assert body.document_value().text == "A desk lamp for \ufffc."
    assert "one desk lamp." in three[1].read_text("utf-8")
    seller.control(Qt.Key.Key_Z)
    assert body.document_value().text == "A lamp for \ufffc."
    assert "one lamp." in three[1].read_text("utf-8")


def test_in_another_template_only_the_bar_brings_it_back(place, three) -> None:
    """The keys do nothing there, which would be half of it; the bar undoes it in every template."""
    seller, dialog = replaced(place, three)
    dialog.accept()
    seller.desk.shelf.open(str(three[2]))
    seller.desk.widgets.body.setFocus()

    seller.control(Qt.Key.Key_Z)
    assert "one desk lamp." in three[1].read_text("utf-8")
    seller.click_button(tr_("notice.undo"))

    assert "A lamp for" in three[0].read_text("utf-8")
    assert "one lamp." in three[1].read_text("utf-8")
    assert seller.message() == "Undone in 2 other templates."
    seller.control(Qt.Key.Key_Z)  # what the bar did is a step as well
    assert "A desk lamp for" in three[0].read_text("utf-8")
    assert "one desk lamp." in three[1].read_text("utf-8")


def test_what_was_written_since_is_kept_and_named(place, three) -> None:
    """The bar's way back never takes words along that were typed after the replacing."""
    seller, dialog = replaced(place, three)
    dialog.accept()
    seller.desk.widgets.body.setFocus()
    seller.write("Hello. ")

    seller.click_button(tr_("notice.undo"))

    assert seller.desk.widgets.body.document_value().text == "Hello. A desk lamp for \ufffc."
    assert "one lamp." in three[1].read_text("utf-8")
    assert seller.message() == tr_("search.changed", name="one")


def test_the_key_takes_all_of_it_back_in_the_source(place, three) -> None:
    """Looking at the source in between leaves it one step."""
    seller, dialog = replaced(place, three)
    dialog.accept()
    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_H, shift=True)

    seller.control(Qt.Key.Key_Z)

    assert "A lamp for" in seller.desk.widgets.editors.source.source()
    assert "one lamp." in three[1].read_text("utf-8")


def test_from_the_source_it_is_one_step_of_the_words(place, three) -> None:
    """Steps of the source are left with it: the words come to the front before one is made."""
    seller = place.open()
    seller.desk.shelf.open(str(three[0]))
    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_H, shift=True)
    dialog = open_search(seller)
    QTest.keyClicks(field(dialog, "find"), "lamp")
    QTest.keyClicks(field(dialog, "replace_with"), "light")
    click_replace(seller, dialog)
    dialog.accept()
    assert "A light for" in seller.desk.widgets.body.document_value().text
    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_H, shift=True)
    seller.control(Qt.Key.Key_H, shift=True)

    seller.control(Qt.Key.Key_Z)

    assert "A lamp for" in seller.desk.widgets.body.document_value().text
    assert "one lamp." in three[1].read_text("utf-8")


def test_what_was_replaced_is_said_and_undone_in_the_dialog(place, three) -> None:
    """The outcome stands where one looks, with a way back, and goes once it was taken."""
    seller, dialog = replaced(place, three)
    assert dialog.message == "Replaced in 2 places in 2 templates."
    assert dialog.outcome == ""

    seller.click_button(tr_("notice.undo"), dialog)

    assert seller.desk.widgets.body.document_value().text == "A lamp for \ufffc."
    assert "one lamp." in three[1].read_text("utf-8")
    assert dialog.message == ""
    assert dialog.outcome == "2 places in 2 templates"
    assert seller.message() == "Undone in 1 other template."


def test_removing_is_asked_once(place, three) -> None:
    """Without words to put there the dialog asks; no and other words leave everything."""
    seller = place.open()
    said = []
    seller.desk.announcer.announced.connect(said.append)
    dialog = open_search(seller)
    QTest.keyClicks(field(dialog, "find"), " lamp")
    before = [path.read_text("utf-8") for path in three]
    question = "Remove 3 places in 2 templates?"

    seller.click_button("Replace 3 in 2 templates", dialog)
    assert dialog.message == question
    assert question in said[-1]
    seller.click_button(tr_("dialog.cancel"), dialog)
    seller.click_button("Replace 3 in 2 templates", dialog)
    QTest.keyClicks(field(dialog, "replace_with"), "x")
    assert dialog.message == ""
    assert [path.read_text("utf-8") for path in three] == before

    QTest.keyClick(field(dialog, "replace_with"), Qt.Key.Key_Backspace)
    seller.click_button("Replace 3 in 2 templates", dialog)
    seller.click_button(tr_("search.remove_yes"), dialog)
    assert dialog.message == "Replaced in 3 places in 2 templates."
    assert "Twos, one." in three[1].read_text("utf-8")


def test_half_a_pattern_is_a_sentence(place) -> None:
    """What is no regular expression yet is said beside the field."""
    place.put("one.html", "<p>A lamp.</p>")
    seller = place.open()
    dialog = open_search(seller)
    seller.click_button(tr_("find.pattern_short"), dialog)
    field(dialog, "find").setText("(lamp")

    assert "not a regular expression" in dialog.outcome
    assert not seller.button(tr_("find.replace_all"), dialog).isEnabled()


def test_what_is_typed_after_the_search_is_kept(place) -> None:
    """Replacing looks again first: words typed while the list is open stay."""
    place.put("one.html", "<p>A lamp.</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    dialog = open_search(seller)
    QTest.keyClicks(field(dialog, "find"), "lamp")
    QTest.keyClicks(field(dialog, "replace_with"), "light")
    body.select(len(body.document_value().text))
    seller.write(" Another lamp.")

    click_replace(seller, dialog)

    assert body.document_value().text == "A light. Another light."


def test_a_file_that_refuses_is_named_and_the_rest_is_undone(place) -> None:
    """What was replaced before one file refused can still be brought back."""
    first = place.put("a.html", "<p>One lamp.</p>")
    second = place.put("b.html", "<p>Two lamp.</p>")
    place.put("c.html", "<p>Open.</p>")
    seller = place.open()
    seller.desk.shelf.open(str(place.library / "c.html"))
    dialog = open_search(seller)
    QTest.keyClicks(field(dialog, "find"), "lamp")
    library = seller.desk.workspace.library
    save = library.save

    def refuse(stored: StoredTemplate, template: Template) -> StoredTemplate:
        if stored.path == second:
            raise LibraryError("“b.html” cannot be written.")
        return save(stored, template)

    library.save = refuse
    click_replace(seller, dialog)
    seller.click_button(tr_("search.remove_yes"), dialog)
    assert "One ." in first.read_text("utf-8")
    assert seller.message() == "Replaced in 1 place in 1 template. “b.html” cannot be written."

    dialog.accept()
    seller.click_button(tr_("notice.undo"))
    assert "One lamp." in first.read_text("utf-8")


def test_words_of_a_template_lead_to_it_from_the_search_above_the_list(place, three) -> None:
    """Those not saved yet as well; what is nowhere is looked for in the library."""
    seller = place.open()
    seller.desk.shelf.open(str(three[2]))
    seller.desk.widgets.body.setFocus()
    seller.write("A chandelier. ")
    sidebar = seller.desk.widgets.sidebar
    sidebar.focus_search()
    search = sidebar.focusWidget()
    seller.desk.shelf.refresh()
    QTest.keyClicks(search, "LAMPS")
    assert [row.name for row in seller.templates()] == ["two"]
    search.selectAll()
    QTest.keyClicks(search, "chandelier")
    assert [row.name for row in seller.templates()] == ["three"]

    search.selectAll()
    QTest.keyClicks(search, "sofa")
    assert seller.templates() == []
    seller.click_button(tr_("sidebar.find_in_library"), sidebar)
    dialog = seller.dialog(SearchDialog)
    assert field(dialog, "find").text() == "sofa"
    assert dialog.outcome == tr_("find.none")


def test_a_template_found_by_what_it_says_opens_with_the_word_selected(place) -> None:
    """Also where it is spelled with accents; the keyboard stays in the list."""
    place.put("one.html", "<p>Something else for {{order_id}}.</p>")
    place.put("two.html", "<p>Hello,</p><p>the café for {{order_id}} is a lamp, a café lamp.</p>")
    seller = place.open()
    sidebar = seller.desk.widgets.sidebar
    sidebar.focus_search()
    QTest.keyClicks(sidebar.focusWidget(), "cafe")
    seller.press(Qt.Key.Key_Down)  # to the list
    seller.press(Qt.Key.Key_Down)

    body = seller.desk.widgets.body
    assert seller.desk.workspace.template.name == "two"
    assert body.textCursor().selectedText() == "café"
    assert body.selection() == (11, 15)
    assert not body.hasFocus()

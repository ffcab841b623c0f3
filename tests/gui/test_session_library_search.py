"""Finding and replacing words across the library."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget

from composer.gui.library.search_dialog import SearchDialog
from composer.gui.text import tr_
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


def test_words_are_replaced_in_all_templates_and_brought_back(place) -> None:
    """Files are written, the open one is edited; each is undone as one step."""
    first = place.put("one.html", "<p>A lamp for {{order_id}}.</p>")
    second = place.put("two.html", "<p>Two lamps, one lamp.</p>")
    seller = place.open()
    desk = seller.desk
    desk.shelf.open(str(first))
    dialog = open_search(seller)
    QTest.keyClicks(field(dialog, "find"), "lamp")
    seller.click_button(tr_("find.whole_short"), dialog)
    QTest.keyClicks(field(dialog, "replace_with"), "desk lamp")
    seller.click_button(tr_("find.replace_all"), dialog)

    assert desk.widgets.body.document_value().text == "A desk lamp for \ufffc."
    assert "Two lamps, one desk lamp." in second.read_text("utf-8")
    assert seller.message() == "Replaced in 2 places in 2 templates."

    dialog.accept()
    seller.click_button(tr_("search.undo"))
    assert "Two lamps, one lamp." in second.read_text("utf-8")
    desk.actions.undo.trigger()
    assert desk.widgets.body.document_value().text == "A lamp for \ufffc."


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

    seller.click_button(tr_("find.replace_all"), dialog)

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
    seller.click_button(tr_("find.replace_all"), dialog)
    assert "One ." in first.read_text("utf-8")
    assert seller.message() == "Replaced in 1 place in 1 template. “b.html” cannot be written."

    dialog.accept()
    seller.click_button(tr_("search.undo"))
    assert "One lamp." in first.read_text("utf-8")

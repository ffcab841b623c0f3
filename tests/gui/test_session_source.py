"""The HTML source of a message: looked at, edited, checked and left again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from composer.gui.theme.theme import LookChoice
from composer.gui.words.text import tr_

BODY = (
    "<p>Order {{order_id}} for &amp; from “Müller” 😀</p>\n"
    '<p style="text-align: center">It comes <b>tomorrow</b>.</p>\n'
    '<p><a href="http://www.amazon.com/gp/css/order-history">Your orders</a></p>\n'
)


def put_caret(seller, words: str) -> None:
    """Put the caret behind `words` in the source."""
    source = seller.desk.widgets.editors.source
    cursor = source.document().find(words)
    cursor.clearSelection()
    source.setTextCursor(cursor)


def marked_source(seller) -> list[str]:
    """The pieces of source that findings stand under."""
    seller.checked()
    source = seller.desk.widgets.editors.source
    text = source.toPlainText()
    return [text[start:end] for start, end in source.findings_shown()]


def test_ten_toggles_change_nothing(place) -> None:
    """Going to and fro leaves document, file, undo and the caret as they are."""
    place.put("one.html", BODY)
    seller = place.open()
    desk, body = seller.desk, seller.desk.widgets.body
    before = body.document_value()
    position = before.text.index("tomorrow") + 3
    body.select(position)

    shown = []
    for _ in range(5):
        seller.control(Qt.Key.Key_H, shift=True)
        source = desk.widgets.editors.source
        assert source.hasFocus()
        shown.append(source.toPlainText())
        assert source.toPlainText()[: source.textCursor().position() - 1].endswith("<b>tom")
        seller.control(Qt.Key.Key_H, shift=True)
        assert body.hasFocus()

    assert len(set(shown)) == 1
    assert body.document_value() is before
    assert body.selection() == (position, position)
    assert not desk.workspace.modified
    assert not desk.actions.undo.isEnabled()


def test_source_is_checked_where_it_stands(place) -> None:
    """Findings stand under words and under the values of attributes, and a card selects them."""
    place.put("one.html", BODY)
    seller = place.open()
    words = [card.title for card in seller.cards()]

    seller.click_button(tr_("toolbar.html"))

    assert [card.title for card in seller.cards()] == words
    assert "😀" in marked_source(seller)
    assert "center" in " ".join(marked_source(seller))
    assert any(piece.startswith("http://") for piece in marked_source(seller))
    seller.press(Qt.Key.Key_F8)
    source = seller.desk.widgets.editors.source
    assert source.hasFocus()
    assert source.textCursor().selectedText() == "😀"


def test_what_is_typed_is_one_step_of_the_words(place) -> None:
    """Typing in the source is checked at once; left, it is one undo step of the message."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    desk, body = seller.desk, seller.desk.widgets.body
    before = body.document_value()
    seller.checked()

    seller.click_button(tr_("toolbar.html"))
    source = desk.widgets.editors.source
    put_caret(seller, "late.")
    QTest.keyClicks(source, " <b>Sorry!</b> Write to me@shop.com")
    assert "me@shop.com" in marked_source(seller)
    assert desk.workspace.template.body.text.endswith("Sorry! Write to me@shop.com")
    assert not desk.actions.bold.isEnabled()

    seller.click_button(tr_("toolbar.write"))
    assert body.document_value().text.endswith("Sorry! Write to me@shop.com")
    assert body.document_value().blocks[0].inlines[-2].marks.bold
    assert desk.actions.bold.isEnabled()
    desk.actions.undo.trigger()
    assert body.document_value() == before
    desk.actions.redo.trigger()
    assert body.document_value().text.endswith("me@shop.com")


def test_a_fix_mends_the_source(place) -> None:
    """A fix in the source is one undo step there and leaves the rest as it was typed."""
    place.put("one.html", BODY)
    seller = place.open()
    desk = seller.desk
    seller.click_button(tr_("toolbar.html"))
    source = desk.widgets.editors.source
    seller.checked()
    before = source.toPlainText()

    number = [card.title for card in seller.cards()].index(
        next(card.title for card in seller.cards() if "😀" in card.title)
    )
    seller.click_fix(number)
    assert source.toPlainText() == before.replace(" 😀", "")
    desk.actions.undo.trigger()
    assert source.toPlainText() == before
    assert len(seller.cards()) == 3


def test_undoing_further_back_shows_the_words_of_then(place) -> None:
    """Undo in the source goes on to what was done before, and the source follows."""
    place.put("one.html", "<p>Order {{order_id}}.</p>")
    seller = place.open()
    desk = seller.desk
    desk.widgets.body.moveCursor(QTextCursor.MoveOperation.End)
    seller.write(" Late")
    seller.click_button(tr_("toolbar.html"))
    source = desk.widgets.editors.source
    assert "Late" in source.toPlainText()

    while desk.actions.undo.isEnabled():
        desk.actions.undo.trigger()

    assert "Late" not in source.toPlainText()
    assert desk.workspace.template.body.text == "Order \ufffc."


def test_saving_writes_what_the_source_says(place) -> None:
    """Ctrl+S in the source saves the message as it stands there; another template opens there."""
    path = place.put("one.html", "<p>Order {{order_id}}.</p>")
    place.put("two.html", "<p>Order {{order_id}}, two.</p>")
    seller = place.open()
    seller.click_button(tr_("toolbar.html"))
    put_caret(seller, "}}.")
    QTest.keyClicks(seller.desk.widgets.editors.source, " Saved<br>here")
    seller.control(Qt.Key.Key_S)
    assert "Saved<br>here" in path.read_text("utf-8")

    key = next(row.key for row in seller.templates() if row.key.endswith("two.html"))
    seller.desk.widgets.sidebar.selected.emit(key)
    assert ", two." in seller.desk.widgets.editors.source.toPlainText()


def test_source_that_cannot_be_read_is_kept(place) -> None:
    """What is nested too deep stays on screen with a sentence, and can be undone."""
    place.put("one.html", "<p>Order {{order_id}}.</p>")
    seller = place.open()
    seller.click_button(tr_("toolbar.html"))
    source = seller.desk.widgets.editors.source
    source.insertPlainText("<div>" * 300)

    seller.click_button(tr_("toolbar.write"))
    assert source.isVisible()
    assert seller.message() == tr_("source.unreadable")

    seller.desk.actions.undo.trigger()
    seller.click_button(tr_("toolbar.write"))
    assert not source.isVisible()
    assert seller.desk.widgets.body.document_value().text == "Order \ufffc."


def test_half_a_tag_breaks_nothing(place) -> None:
    """Every state that typing goes through is read and checked."""
    place.put("one.html", "<p>Order {{order_id}}.</p>")
    seller = place.open()
    seller.click_button(tr_("toolbar.html"))
    put_caret(seller, "}}.")
    source = seller.desk.widgets.editors.source
    for char in ' <a href="https://www.amazon.com/gp/x">&am <!-- x </p><td><b':
        QTest.keyClicks(source, char)
        assert seller.desk.workspace.template.body.text.startswith("Order")
    seller.checked()


@pytest.mark.parametrize("as_source", [False, True])
def test_another_look_changes_nothing_of_the_message(place, as_source) -> None:
    """Switching the look leaves the template as saved as it was, with nothing to undo."""
    place.put("one.html", "<p>Order {{order_id}}</p>")
    seller = place.open()
    desk = seller.desk
    desk.widgets.body.setFocus()
    if as_source:
        seller.control(Qt.Key.Key_H, shift=True)
    for choice in (LookChoice.DARK, LookChoice.HIGH_CONTRAST, LookChoice.LIGHT):
        desk.actions.looks[choice].trigger()
    seller.checked()
    assert not desk.workspace.modified
    assert not desk.actions.undo.isEnabled()


def test_source_that_cannot_be_read_is_never_lost(place) -> None:
    """Saving and opening another template are refused with a sentence until it can be read."""
    path = place.put("one.html", "<p>Order {{order_id}}.</p>")
    place.put("two.html", "<p>Order {{order_id}}, two.</p>")
    seller = place.open()
    seller.click_button(tr_("toolbar.html"))
    source = seller.desk.widgets.editors.source
    before = path.read_text("utf-8")
    source.insertPlainText("<p>Mine</p>" + "<div>" * 300)
    typed = source.source()

    seller.control(Qt.Key.Key_S)
    assert seller.message() == tr_("source.unreadable")
    assert path.read_text("utf-8") == before
    key = next(row.key for row in seller.templates() if row.key.endswith("two.html"))
    seller.desk.widgets.sidebar.selected.emit(key)
    assert source.source() == typed
    assert seller.desk.workspace.modified
    seller.desk.window.close()
    assert seller.desk.window.isVisible()

    seller.desk.actions.undo.trigger()
    source.setFocus()
    QTest.keyClicks(source, "<p>Yours</p>")
    seller.control(Qt.Key.Key_S)
    assert "<p>Yours</p>" in path.read_text("utf-8")
    assert not seller.desk.workspace.modified


def test_long_source_is_read_behind_the_typing(place) -> None:
    """Keys in a long source wait for nothing; saving, leaving and the journal have them all."""
    path = place.put("one.html", "<p>Order {{order_id}} is late.</p>\n" * 1_500)
    seller = place.open()
    desk = seller.desk
    seller.click_button(tr_("toolbar.html"))
    source = desk.widgets.editors.source
    source.select(0)
    QTest.keyClicks(source, "<p>First")
    assert source.behind
    seller.control(Qt.Key.Key_S)
    assert "<p>First" in path.read_text("utf-8")

    QTest.keyClicks(source, " me@shop.com")
    assert "me@shop.com" in marked_source(seller)
    assert not source.behind
    place.qtbot.waitUntil(
        lambda: any("First me@shop.com" in each.text for each in seller.history().unsaved())
    )
    QTest.keyClicks(source, "!")
    assert source.behind
    seller.click_button(tr_("toolbar.write"))
    assert desk.widgets.body.document_value().text.startswith("First me@shop.com!")
    desk.actions.undo.trigger()
    assert desk.widgets.body.document_value().text.startswith("Order")

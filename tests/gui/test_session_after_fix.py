"""What a fix leaves behind: mended words that nothing typed next may replace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat
from PySide6.QtWidgets import QApplication

KEYS = Qt.Key
BACKGROUND = QTextFormat.Property.BackgroundBrush
PHONE = "<p>Order {{order_id}}: call 030 12345678 today.</p>"
LINK = "<p>Order {{order_id}}: see http://www.amazon.com/gp/orders today.</p>"


def mend(seller, way: str) -> None:
    """Take the first fix of the first finding."""
    if way == "by mouse":
        seller.click_fix(0)
        return
    seller.press(KEYS.Key_F8)
    seller.control(KEYS.Key_Period)
    seller.press(KEYS.Key_Return)


@pytest.mark.parametrize("way", ["by mouse", "by key"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [(PHONE, "Order \ufffc: call! today."), (LINK, "see https://www.amazon.com/gp/orders! today.")],
    ids=["removed", "replaced"],
)
def test_what_is_typed_next_stands_behind_the_mended_words(place, way, body, expected) -> None:
    """Nothing is selected any more, wherever the fix was taken."""
    place.put("one.html", body)
    seller = place.open()
    assert seller.checked()
    editor = seller.desk.widgets.body
    mend(seller, way)
    assert editor.selection()[0] == editor.selection()[1]
    assert QApplication.focusWidget() is editor
    seller.write("!")
    assert editor.document_value().text.endswith(expected)


def test_a_fix_in_the_source_leaves_nothing_selected_either(place) -> None:
    """What is typed next stands behind the address."""
    place.put("one.html", LINK)
    seller = place.open()
    assert seller.checked()
    seller.control(KEYS.Key_H, shift=True)
    seller.checked()
    mend(seller, "by key")
    source = seller.desk.widgets.editors.source
    assert source.selection()[0] == source.selection()[1]
    seller.write("!", source)
    assert "https://www.amazon.com/gp/orders! today" in source.source()


def test_undo_and_redo_of_a_fix_leave_the_next_key_alone(place) -> None:
    """A fix taken back and made again is as it was."""
    place.put("one.html", PHONE)
    seller = place.open()
    assert seller.checked()
    editor = seller.desk.widgets.body
    mend(seller, "by key")
    mended = editor.document_value().text
    seller.control(KEYS.Key_Z)
    assert "030 12345678" in editor.document_value().text
    seller.control(KEYS.Key_Z, shift=True)
    assert editor.document_value().text == mended
    seller.write("!")
    assert editor.document_value().text.replace("!", "") == mended


def test_words_that_were_mended_are_marked_no_longer(place) -> None:
    """The colour of the finding goes with it, also where the caret was behind the words already."""
    place.put(
        "one.html", '<p>Order {{order_id}}</p><p style="text-align: center">In the middle</p>'
    )
    seller = place.open()
    seller.checked()
    assert seller.rules() == ["text-alignment"]
    body = seller.desk.widgets.body
    seller.click_card(0)
    assert body.textCursor().selectedText() == "In the middle"
    assert any(it.format.hasProperty(BACKGROUND) for it in body.extraSelections())

    seller.click_fix(0)
    assert not any(it.format.hasProperty(BACKGROUND) for it in body.extraSelections())

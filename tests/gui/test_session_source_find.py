"""Finding and replacing in the HTML source, beside its line numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from composer.gui.source.line_numbers import LineNumbers
from composer.gui.words.text import tr_

BODY = (
    '<p style="color: red">Your <b>lamp</b> 😀 is red.</p>\n'
    "<p>Order {{order_id}}: one red Lamp.</p>\n"
)


def field(seller, name: str) -> QLineEdit:
    """The field of the bar called `name`."""
    fields = seller.desk.widgets.find.findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == tr_(f"find.{name}"))


@pytest.fixture
def seller(place) -> object:
    """A seller who looks at the source of a message, the caret at its start."""
    place.put("one.html", BODY)
    seller = place.open()
    seller.control(Qt.Key.Key_H, shift=True)
    seller.control(Qt.Key.Key_Home)
    return seller


def test_words_are_found_in_tags_as_well(seller) -> None:
    """Ctrl+F in the source finds what stands there, the subject still as it is written."""
    source, bar = seller.desk.widgets.editors.source, seller.desk.widgets.find
    seller.control(Qt.Key.Key_F)
    QTest.keyClicks(QApplication.focusWidget(), "red")

    assert bar.outcome == tr_("find.place", number=1, total=3)
    assert source.textCursor().selectedText() == "red"
    assert source.selection() == (17, 20)
    seller.press(Qt.Key.Key_Return)
    text = source.source()
    assert source.selection()[0] == text.index("red.")  # behind an emoji
    hits = [extra.cursor.selectedText() for extra in source.extraSelections()]
    assert hits.count("red") >= 3
    seller.press(Qt.Key.Key_Escape)
    assert source.hasFocus()

    seller.control(Qt.Key.Key_F)
    field(seller, "find").setText("{{order_id}}")
    assert bar.outcome == tr_("find.place", number=2, total=2)  # the first is in the subject


def test_replacing_is_one_step(seller) -> None:
    """Replace does one and goes on, Replace all the rest with the subject; each is undone once."""
    desk = seller.desk
    source = desk.widgets.editors.source
    before = source.source()
    seller.control(Qt.Key.Key_H)
    field(seller, "find").setText("red")
    field(seller, "replace_with").setText("dark green")
    field(seller, "replace_with").setFocus()
    seller.press(Qt.Key.Key_Return)
    assert source.source() == before.replace("red", "dark green", 1)
    assert source.textCursor().selectedText() == "red"
    seller.click_button(tr_("find.replace_all"), desk.widgets.find)
    assert source.source() == before.replace("red", "dark green")
    assert seller.message() == tr_("find.replaced", count=2)

    seller.control(Qt.Key.Key_Z)
    assert source.source() == before.replace("red", "dark green", 1)
    seller.control(Qt.Key.Key_Z)
    assert source.source() == before

    field(seller, "find").setText("order")
    seller.click_button(tr_("find.replace_all"), desk.widgets.find)
    assert "dark green" in desk.widgets.subject.document_value().text
    assert "{{dark green_id}}" in source.source()  # in source a placeholder is text
    desk.actions.undo.trigger()
    assert source.source() == before
    assert desk.widgets.subject.document_value().text == "Your order \ufffc"


def test_patterns_and_mistakes(seller) -> None:
    """A regular expression may name its groups in what replaces it; half of one is explained."""
    source, bar = seller.desk.widgets.editors.source, seller.desk.widgets.find
    seller.control(Qt.Key.Key_H)
    seller.click_button(tr_("find.pattern_short"), bar)
    field(seller, "find").setText("(<b>")
    assert "not a regular expression" in bar.outcome
    field(seller, "find").setText("<b>(.*?)</b>")
    field(seller, "replace_with").setText(r"<i>\1</i>")
    seller.click_button(tr_("find.replace_all"), bar)

    assert "Your <i>lamp</i>" in source.source()


def test_the_search_goes_along_to_the_other_view(seller) -> None:
    """Toggling keeps the bar open and counts what is on screen then."""
    bar, body = seller.desk.widgets.find, seller.desk.widgets.body
    seller.control(Qt.Key.Key_F)
    QTest.keyClicks(QApplication.focusWidget(), "red")
    seller.control(Qt.Key.Key_H, shift=True)

    assert bar.isVisible()
    assert bar.outcome == tr_("find.count", count=2)
    seller.press(Qt.Key.Key_F3)
    assert body.textCursor().selectedText() == "red"
    seller.control(Qt.Key.Key_H, shift=True)
    assert bar.outcome == tr_("find.count", count=3)
    assert not body.extraSelections() or bar.isVisible()


def test_hits_follow_what_is_typed(place, seller) -> None:
    """Typing in the source while the bar is open finds what is there now."""
    source, bar = seller.desk.widgets.editors.source, seller.desk.widgets.find
    seller.control(Qt.Key.Key_F)
    QTest.keyClicks(QApplication.focusWidget(), "red")
    source.setFocus()
    source.select(0)
    QTest.keyClicks(source, "<p>red</p>")

    place.qtbot.waitUntil(lambda: "4" in bar.outcome)


def test_every_line_has_its_number(seller) -> None:
    """Numbers stand beside the lines as they scroll, and make room for one digit more."""
    source = seller.desk.widgets.editors.source
    numbers = source.findChild(LineNumbers)
    assert numbers.isVisible()
    assert [number for number, _ in numbers.shown()] == [1, 2, 3]
    tops = []
    for line in (0, BODY.index("\n") + 1, len(BODY)):
        source.select(line)
        tops.append(source.cursorRect().top())
    assert [rect.top() for _, rect in numbers.shown()] == tops

    wide = numbers.width()
    source.select(0)
    source.insertPlainText("<p>x</p>\n" * 200)
    assert numbers.width() > wide
    assert numbers.width() == source.viewport().x()
    source.select(source.length())
    lines = [number for number, _ in numbers.shown()]
    assert lines == list(range(lines[0], 204))
    assert lines[0] > 100

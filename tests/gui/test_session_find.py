"""Finding and replacing words, by keyboard and by mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from composer.gui.words.text import tr_

BODY = "<p>Your <b>lamp</b> is a lamp.</p><p>Order {{order_id}}: one Lamp.</p>"


def field(seller, name: str) -> QLineEdit:
    """The field of the bar called `name`."""
    fields = seller.desk.widgets.find.findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == tr_(f"find.{name}"))


def selected(seller) -> tuple[str, tuple[int, int]]:
    """The words selected in the body, and where."""
    body = seller.desk.widgets.body
    return body.textCursor().selectedText(), body.selection()


def test_words_are_found_one_after_the_other(place) -> None:
    """Ctrl+F, words, Return and Shift+Return; Escape leaves the hit selected in the text."""
    place.put("one.html", BODY)
    seller = place.open()
    bar = seller.desk.widgets.find

    seller.control(Qt.Key.Key_F)
    assert field(seller, "find").hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "lamp")
    assert selected(seller) == ("lamp", (5, 9))
    assert bar.outcome == tr_("find.place", number=1, total=3)

    seller.press(Qt.Key.Key_Return)
    assert selected(seller)[1] == (15, 19)
    seller.press(Qt.Key.Key_Return)
    assert selected(seller)[0] == "Lamp"
    seller.press(Qt.Key.Key_Return)
    assert bar.outcome == tr_("find.place", number=1, total=3)
    seller.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert selected(seller)[0] == "Lamp"

    seller.click_button(tr_("find.case_short"), bar)
    assert bar.outcome == tr_("find.place", number=1, total=2)
    field(seller, "find").setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "s")
    assert bar.outcome == tr_("find.none")
    seller.press(Qt.Key.Key_Backspace)
    seller.press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert seller.desk.widgets.body.hasFocus()
    assert selected(seller)[0] == "lamp"

    seller.press(Qt.Key.Key_F3)
    assert bar.isVisible()


def test_the_switches_say_in_words_what_they_do(place) -> None:
    """On each, and more of them for a screen reader, with an example for the pointer."""
    place.put("one.html", BODY)
    seller = place.open()
    seller.control(Qt.Key.Key_F)

    switches = [
        each for each in seller.desk.widgets.find.findChildren(QPushButton) if each.isCheckable()
    ]

    names = [each.accessibleName() for each in switches]
    assert [each.text() for each in switches] == ["Match case", "Whole words", "By pattern"]
    assert names == ["Match case", "Whole words", "Search by pattern (regular expression)"]
    for name, each in zip(names, switches, strict=True):
        assert each.toolTip().startswith(f"{name}: ")


def test_the_subject_is_searched_too(place) -> None:
    """A hit in the subject is selected there; a placeholder is found as it is spelled."""
    place.put("one.html", BODY)
    seller = place.open()

    seller.control(Qt.Key.Key_F)
    QTest.keyClicks(QApplication.focusWidget(), "{{order_id}}")
    seller.press(Qt.Key.Key_Return)

    assert seller.desk.widgets.find.outcome == tr_("find.place", number=1, total=2)
    assert seller.desk.widgets.subject.selection() == (11, 12)


def test_words_are_replaced_and_brought_back_at_once(place) -> None:
    """Replace does one, Replace all the rest in one undo step, subject included."""
    place.put("one.html", BODY)
    seller = place.open()
    desk = seller.desk
    body, subject = desk.widgets.body, desk.widgets.subject
    before = body.document_value(), subject.document_value()

    seller.control(Qt.Key.Key_H)
    QTest.keyClicks(field(seller, "find"), "lamp")
    QTest.keyClicks(field(seller, "replace_with"), "desk lamp")
    field(seller, "replace_with").setFocus()
    seller.press(Qt.Key.Key_Return)
    assert body.document_value().text.startswith("Your desk lamp is a lamp.")
    assert selected(seller)[1] == (20, 24)
    desk.actions.undo.trigger()
    assert body.document_value() == before[0]

    field(seller, "find").setText("order")
    field(seller, "replace_with").setText("purchase")
    seller.click_button(tr_("find.replace_all"), desk.widgets.find)
    assert subject.document_value().text == "Your purchase \ufffc"
    assert "Purchase \ufffc: one Lamp." in body.document_value().text
    assert seller.message() == tr_("find.replaced", count=2)

    desk.actions.undo.trigger()
    assert (body.document_value(), subject.document_value()) == before
    desk.actions.redo.trigger()
    assert subject.document_value().text == "Your purchase \ufffc"


def test_what_is_typed_meanwhile_is_found(place) -> None:
    """The hits follow the text, and half a pattern is a sentence in the bar."""
    place.put("one.html", BODY)
    seller = place.open()
    bar = seller.desk.widgets.find
    seller.control(Qt.Key.Key_F)
    QTest.keyClicks(QApplication.focusWidget(), "lamp")

    seller.desk.widgets.body.select(0)
    seller.write("lamp ")
    place.qtbot.waitUntil(lambda: "4" in bar.outcome)

    seller.click_button(tr_("find.pattern_short"), bar)
    field(seller, "find").setText("(lamp")
    assert "not a regular expression" in bar.outcome


def test_the_next_one_is_looked_for_from_the_caret(place) -> None:
    """Where the caret was taken elsewhere, the search goes on from there."""
    place.put("one.html", "<p>lamp one</p><p>lamp two</p><p>lamp three</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    seller.control(Qt.Key.Key_F)
    QTest.keyClicks(QApplication.focusWidget(), "lamp")
    assert body.selection() == (0, 4)

    body.select(body.document_value().text.index("two"))
    seller.press(Qt.Key.Key_F3)
    assert body.selection()[0] == body.document_value().text.index("lamp three")
    seller.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert body.selection()[0] == body.document_value().text.index("lamp two")

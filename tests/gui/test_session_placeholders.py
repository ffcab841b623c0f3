"""Placeholders typed out: they become one, and undo takes exactly that back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from composer.document import OBJECT, Placeholder
from composer.gui.widgets.popup_delegate import POPUP_ROLE
from composer.gui.widgets.popup_list import PopupList


def test_a_typed_placeholder_can_be_undone(place) -> None:
    """Undo brings the braces back, and goes on from there; redo makes it a placeholder again."""
    place.put("one.html", "<p>Order</p>")
    seller = place.open()
    body, undo = seller.desk.widgets.body, seller.desk.actions.undo
    body.setFocus()
    body.select(len("Order"))
    seller.write(" {{order_id}}")
    place.qtbot.waitUntil(lambda: OBJECT in body.document_value().text)

    undo.trigger()
    seller.checked()
    assert body.document_value().text == "Order {{order_id}}"
    seller.desk.actions.redo.trigger()
    assert body.document_value().text == f"Order {OBJECT}"

    for _ in range(8):
        undo.trigger()
        seller.checked()
    assert body.document_value().text == "Order"


def test_words_joined_to_a_placeholder_become_one(place) -> None:
    """Taking out what parted the braces makes a placeholder, as typing the last of them does."""
    place.put("one.html", "<p>Order {<b></b></p>")
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    body.select(len(body.document_value().text))
    seller.write(" {order_id}}")
    text = body.document_value().text
    body.select(text.index("{ {") + 2)
    seller.press(Qt.Key.Key_Backspace)

    place.qtbot.waitUntil(lambda: body.document_value().text == f"Order {OBJECT}")


def test_a_placeholder_being_typed_is_not_faulted(place) -> None:
    """Nothing is marked at the caret, and nothing approved; once the caret leaves, it is said."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p><p>Hello</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    body.select(len(body.document_value().text))
    seller.write(" {{order")
    assert seller.rules() == []
    assert seller.marked() == []
    assert seller.cards() == []
    assert seller.desk.heading.why_not_approved

    seller.press(Qt.Key.Key_Escape)
    assert seller.rules() == []
    seller.press(Qt.Key.Key_Home)
    assert seller.rules() == ["broken-placeholder"]
    assert seller.marked() == ["{{order"]
    seller.press(Qt.Key.Key_End)
    seller.desk.widgets.subject.setFocus()
    assert seller.rules() == ["broken-placeholder"]


def test_it_is_faulted_when_another_field_gets_the_keyboard(place) -> None:
    """As by a click elsewhere."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p><p>Hello</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    body.select(len(body.document_value().text))
    seller.write(" {{order")
    assert seller.rules() == []
    seller.desk.widgets.subject.setFocus()
    assert seller.rules() == ["broken-placeholder"]


def test_examples_are_those_that_the_buyers_know(place) -> None:
    """In the language of the template, and at its store."""
    path = place.put("one.html", "<p>Bestellung {{order_id}}</p>", marketplace="amazon.de")
    path.write_text(path.read_text("utf-8").replace('lang="en"', 'lang="de-DE"'), "utf-8")
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    seller.write(" {{product")

    place.qtbot.waitUntil(lambda: seller.popup().isVisible())
    offered = [seller.popup().item(row).data(POPUP_ROLE) for row in range(seller.popup().count())]
    assert "Teesieb" in next(it.example for it in offered if it.value == "product_name")


def test_what_another_program_spells_is_a_placeholder_once_it_is_typed(place) -> None:
    """In the subject as in the message, spelled as it was, and undo brings the signs back."""
    place.put("one.html", "<p>Order</p>")
    seller = place.open()
    for editor in (seller.desk.widgets.subject, seller.desk.widgets.body):
        editor.setFocus()
        editor.select(0, len(editor.document_value().text))
        seller.write("Order [order-id]", editor)
        place.qtbot.waitUntil(lambda it=editor: it.document_value().text == f"Order {OBJECT}")
        (chip,) = [it for *_, it in editor.document_value().runs() if isinstance(it, Placeholder)]
        assert (chip.name, chip.source) == ("order_id", "[order-id]")
        seller.write(" is late", editor)
        assert editor.document_value().text == f"Order {OBJECT} is late"


def test_keys_that_come_in_a_row_leave_none_as_text(place) -> None:
    """As on a busy machine: the key behind the last sign is there before it is looked at."""
    place.put("one.html", "<p>Order</p>")
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    body.select(0, len(body.document_value().text))
    QTest.keyClicks(body, "Order [[order-id]] is late")  # no event loop in between
    place.qtbot.waitUntil(lambda: OBJECT in body.document_value().text)
    assert body.document_value().text == f"Order {OBJECT} is late"
    seller.write("!")
    assert body.document_value().text == f"Order {OBJECT} is late!"


def test_a_placeholder_is_inserted_as_the_message_spells_it(place) -> None:
    """One program fills in both: it would not know our own spelling."""
    place.put("one.html", "<p>Order [[order-id]], </p>")
    seller = place.open()
    body, subject = seller.desk.widgets.body, seller.desk.widgets.subject
    assert "mixed-placeholders" in seller.rules()
    subject.setFocus()
    seller.control(Qt.Key.Key_A)
    seller.press(Qt.Key.Key_Delete)
    body.setFocus()
    body.select(len(body.document_value().text))
    seller.write(" {{order")
    popup = seller.desk.window.findChild(PopupList)
    place.qtbot.waitUntil(popup.isVisible)
    names = [popup.item(row).data(POPUP_ROLE).value for row in range(popup.count())]
    for _ in range(names.index("order_id")):
        seller.press(Qt.Key.Key_Down)
    seller.press(Qt.Key.Key_Return)
    found = [it for *_, it in body.document_value().runs() if isinstance(it, Placeholder)]
    assert [it.source for it in found] == ["[[order-id]]", "[[order-id]]"]
    assert "mixed-placeholders" not in seller.rules()


def test_one_click_spells_those_of_subject_and_message_alike(place) -> None:
    """Half of it would leave a message of two spellings; one undo brings both back."""
    path = place.put("one.html", "<p>Order [[order-id]] is late.</p>")
    path.write_text(path.read_text("utf-8").replace("{{order_id}}", "[[order-id]]"), "utf-8")
    seller = place.open()
    assert seller.rules().count("foreign-placeholder") == 1
    seller.click_fix(seller.rules().index("foreign-placeholder"))
    editors = seller.desk.widgets.subject, seller.desk.widgets.body
    runs = [run for each in editors for *_, run in each.document_value().runs()]
    assert [it.source for it in runs if isinstance(it, Placeholder)] == [None, None]
    seller.control(Qt.Key.Key_Z)
    assert seller.rules().count("foreign-placeholder") == 1
    texts = [each.document_value().text for each in editors]
    assert texts == [f"Your order {OBJECT}", f"Order {OBJECT} is late."]

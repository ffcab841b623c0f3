"""A finding in the text, on its card and in the panel: what is done to one shows in the others."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from composer.gui.findings.card import FindingCard
from composer.gui.findings.view import FindingsView
from composer.gui.words.text import tr_

MESSAGE = (
    "<p>Order {{order_id}} is late 😊 and we are sorry 🎉 for it.</p><p>Nothing is wrong here.</p>"
    f"{'<p>A line that fills the paper.</p>' * 40}"
    "<p><a href='http://www.amazon.com/gp/css/order-history'>Your orders</a> are here.</p>"
)


@pytest.fixture
def linked(place):  # noqa: ANN201 - the seller of the fixtures
    """A seller with findings at the beginning and far down."""
    path = place.put("one.html", MESSAGE)
    text = path.read_text("utf-8").replace("Your order {", "[Important] Your order {")
    path.write_text(text, "utf-8")
    seller = place.open()
    assert seller.rules() == ["important-mark", "emoji", "emoji", "unsecured-link"]
    return seller


def card(seller) -> FindingCard:
    """The card beside the text."""
    found = seller.desk.window.findChild(FindingCard)
    assert found is not None
    return found


def key(seller, number: int) -> str:
    """The key of a finding by its place in the text."""
    return seller.desk.judging.keys[number]


def chosen(seller) -> str:
    """The key of the card chosen in the panel."""
    return seller.desk.widgets.findings.current_key()


def mark_at(seller, number: int) -> QPoint:
    """Where in the body's viewport the mark of a finding's line is."""
    body = seller.desk.widgets.body
    words = body.finding_rect(key(seller, number))
    return QPoint(body.gutter - 18, body.viewport().mapFromGlobal(words.center()).y())


def selected(seller) -> str:
    """The words selected in the body."""
    return seller.desk.widgets.body.textCursor().selectedText()


def on_screen(seller, number: int) -> bool:
    """Whether the words of a finding are in sight."""
    body = seller.desk.widgets.body
    words = body.finding_rect(key(seller, number))
    box = body.viewport().rect()
    return words.isValid() and box.contains(body.viewport().mapFromGlobal(words.center()))


def test_a_click_on_a_mark_selects_its_findings_in_turn(linked) -> None:
    """Words, card and panel show the first finding of the line, with the next click the second."""
    body = linked.desk.widgets.body
    linked.click(body.viewport(), mark_at(linked, 1))
    assert body.hasFocus()
    assert selected(linked) == "😊"
    assert chosen(linked) == key(linked, 1)
    assert card(linked).isVisible()
    assert card(linked).row.key == key(linked, 1)

    linked.click(body.viewport(), mark_at(linked, 1))
    assert selected(linked) == "🎉"
    assert chosen(linked) == key(linked, 2)
    linked.click(body.viewport(), mark_at(linked, 1))
    assert selected(linked) == "😊"


def test_a_click_in_the_margin_beside_no_mark_puts_the_caret(linked) -> None:
    """A line without findings has nothing to select."""
    body = linked.desk.widgets.body
    linked.click(body.viewport(), mark_at(linked, 1))
    below = mark_at(linked, 1) + QPoint(0, 2 * body.fontMetrics().height())

    linked.click(body.viewport(), below)

    assert selected(linked) == ""
    assert chosen(linked) == ""


def test_the_pointer_on_a_mark_opens_the_card(linked, qtbot) -> None:
    """Without a click; on the paper it goes again."""
    body = linked.desk.widgets.body
    QTest.mouseMove(body.viewport(), mark_at(linked, 1))
    qtbot.waitUntil(card(linked).isVisible)
    assert card(linked).row.key == key(linked, 1)
    assert body.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor

    QTest.mouseMove(body.viewport(), QPoint(body.viewport().width() - 20, 60))
    qtbot.waitUntil(lambda: not card(linked).isVisible())
    assert body.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_the_caret_chooses_the_card_and_lets_it_go(linked, qtbot) -> None:
    """Arrow keys into a finding choose its card and open it; out of it nothing is chosen."""
    body = linked.desk.widgets.body
    body.setFocus()
    body.select(body.document_value().text.index("😊") - 2)
    linked.press(Qt.Key.Key_Right)
    linked.press(Qt.Key.Key_Right)
    assert chosen(linked) == key(linked, 1)
    assert card(linked).isVisible()

    linked.press(Qt.Key.Key_Home)
    assert chosen(linked) == ""
    qtbot.waitUntil(lambda: not card(linked).isVisible())


def test_a_card_far_down_scrolls_the_text(linked) -> None:
    """A click on a card selects its words and brings them into sight, and the list keeps the keys."""
    assert not on_screen(linked, 3)

    linked.click_card(3)

    assert selected(linked) == "Your orders"
    assert on_screen(linked, 3)
    assert linked.view.hasFocus()
    linked.press(Qt.Key.Key_Up)
    assert selected(linked) == "🎉"
    assert on_screen(linked, 2)


def test_f8_goes_on_from_the_caret(linked) -> None:
    """Where the caret left the last finding, the next one is the next after the caret."""
    body = linked.desk.widgets.body
    linked.button(tr_("header.export")).setFocus()
    linked.press(Qt.Key.Key_F8)
    assert linked.desk.widgets.subject.hasFocus()
    assert linked.desk.widgets.subject.textCursor().selectedText() == "[Important]"
    body.setFocus()
    body.select(body.document_value().text.index("Nothing"))

    linked.press(Qt.Key.Key_F8)
    assert selected(linked) == "Your orders"
    assert card(linked).isVisible()
    linked.press(Qt.Key.Key_F8)
    assert linked.desk.widgets.subject.hasFocus()
    body.setFocus()
    body.select(body.document_value().text.index("Nothing"))
    linked.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert selected(linked) == "🎉"


@pytest.mark.parametrize("pane", ["sidebar", "findings", "subject", "header"])
def test_f8_works_from_every_pane(linked, pane) -> None:
    """The keyboard is in the text then, at the finding."""
    getattr(linked.desk.widgets, pane).setFocus()
    linked.press(Qt.Key.Key_F8)
    if pane == "subject":
        linked.press(Qt.Key.Key_F8)

    focused = QApplication.focusWidget()
    assert focused in linked.desk.widgets.editors.all
    assert focused.textCursor().hasSelection()
    assert card(linked).isVisible()


def test_f8_goes_to_what_the_panel_shows(linked) -> None:
    """A search narrows the walk; where it finds nothing that is said."""
    linked.control(Qt.Key.Key_L, shift=True)
    field = linked.desk.widgets.findings.findChild(QLineEdit)
    assert field.hasFocus()
    linked.write("secure", field)
    linked.press(Qt.Key.Key_F8)
    assert selected(linked) == "Your orders"

    linked.control(Qt.Key.Key_L, shift=True)
    linked.write("nowhere", field)
    linked.press(Qt.Key.Key_F8)
    assert linked.message() == tr_("findings.none_shown")
    linked.press(Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), FindingsView)
    assert len(linked.cards()) == 4


def test_the_fixes_of_a_finding_that_is_filtered_out_are_offered(linked) -> None:
    """Ctrl+. is about the words at the caret, whatever the panel shows."""
    linked.control(Qt.Key.Key_L, shift=True)
    linked.write("secure", linked.desk.widgets.findings.findChild(QLineEdit))
    body = linked.desk.widgets.body
    body.setFocus()
    body.select(body.document_value().text.index("🎉"))
    linked.control(Qt.Key.Key_Period)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    linked.press(Qt.Key.Key_Return)

    assert "🎉" not in body.document_value().text
    assert "😊" in body.document_value().text


def test_without_a_finding_the_keys_say_so(linked) -> None:
    """Ctrl+. beside no finding points to F8; in a message without any F8 says that."""
    body = linked.desk.widgets.body
    body.setFocus()
    body.select(body.document_value().text.index("Nothing"))
    linked.control(Qt.Key.Key_Period)
    assert QApplication.activePopupWidget() is None
    assert linked.message() == tr_("findings.none_here")


def test_nothing_open_is_said(place) -> None:
    """F8 in a message without findings tells that there is none."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    assert seller.rules() == []

    seller.press(Qt.Key.Key_F8)

    assert seller.message() == tr_("findings.none_open")


def test_a_finding_on_the_whole_message_has_its_card_by_the_panel(place) -> None:
    """There are no words to go to, but what is wrong, why and the fixes are shown all the same."""
    place.put("one.html", "<p>Your parcel is late.</p>", reason="review-request")
    path = place.library / "one.html"
    path.write_text(path.read_text("utf-8").replace(" {{order_id}}", ""), "utf-8")
    seller = place.open()
    assert seller.rules() == ["order-id-missing"]

    seller.press(Qt.Key.Key_F8)
    assert card(seller).isVisible()
    shown = seller.desk.widgets.findings.card_rect(key(seller, 0))
    assert shown.isValid()
    assert not card(seller).visible_rect().intersects(shown)
    seller.control(Qt.Key.Key_Period)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.geometry().left() == shown.left()
    seller.press(Qt.Key.Key_Return)
    assert seller.rules() == []


def test_the_source_is_linked_as_well(linked, qtbot) -> None:
    """A card selects the source of its finding, the caret in the source chooses the card."""
    linked.click_button(tr_("toolbar.html"))
    linked.checked()
    source = linked.desk.widgets.editors.source
    linked.click_card(3)
    assert source.textCursor().selectedText().startswith("http://www.amazon.com")
    source.setFocus()
    cursor = source.textCursor()
    cursor.setPosition(source.toPlainText().index("Nothing"))
    source.setTextCursor(cursor)
    assert chosen(linked) == ""
    cursor.setPosition(source.toPlainText().index("\N{PARTY POPPER}") + 2)
    source.setTextCursor(cursor)
    assert chosen(linked) == key(linked, 2)
    assert card(linked).isVisible()

    linked.press(Qt.Key.Key_F8)
    assert source.textCursor().selectedText().startswith("http://www.amazon.com")


def test_the_card_over_the_source_goes_with_the_pointer(linked, qtbot) -> None:
    """Beside the line, or out of the source, nothing is under the pointer."""
    linked.click_button(tr_("toolbar.html"))
    linked.checked()
    source = linked.desk.widgets.editors.source
    words = source.finding_rect(key(linked, 1))
    at = source.viewport().mapFromGlobal(words.center())
    for away in (QPoint(source.viewport().width() - 30, at.y() + 200), QPoint(-50, -50)):
        QTest.mouseMove(source.viewport(), at)
        qtbot.waitUntil(card(linked).isVisible)
        QTest.mouseMove(
            source.viewport() if away.x() > 0 else linked.view.viewport(),
            away if away.x() > 0 else QPoint(300, 20),
        )
        qtbot.waitUntil(lambda: not card(linked).isVisible())

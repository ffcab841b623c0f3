"""The card comes when it is asked for, says all there is to choose from, and goes again."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from composer.gui.findings.card import FindingCard
from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import ROW_ROLE, Standing
from composer.gui.findings.reason_dialog import ReasonDialog
from composer.gui.findings.why import WhyPage
from composer.gui.widgets.ask import AskDialog
from composer.gui.words.text import tr_
from composer.lint.set_aside import can_set_aside

PLEADING = "<p>Order {{order_id}} is late.</p><p>If you love your pan, please leave a review.</p>"
ASKED = "Would you please share your experience with this product or with our service?"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def card(seller) -> FindingCard:
    """The card at the words, shown or not."""
    found = seller.desk.window.findChild(FindingCard)
    assert found is not None
    return found


def point_of(editor, words: str) -> QPoint:
    """The middle of some words in the viewport."""
    start = editor.document_value().text.index(words)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(editor.qt_position(start + len(words) // 2))
    return editor.cursorRect(cursor).center()


def click(seller, words: str) -> None:
    """Click some words of the body."""
    body = seller.desk.widgets.body
    QTest.mouseClick(body.viewport(), LEFT, NONE, point_of(body, words))


def buttons(seller) -> list[QPushButton]:
    """The card's buttons in their order."""
    return [it for it in card(seller).findChildren(QPushButton) if it.isVisible()]


@pytest.fixture
def pleading(place) -> Any:
    """A seller whose message asks happy buyers only."""
    place.put("one.html", PLEADING, reason="review-request")
    seller = place.open()
    seller.checked()
    return seller


def test_a_click_opens_the_card_again_after_escape(pleading) -> None:
    """The caret need not leave the words first."""
    click(pleading, "love")
    assert card(pleading).isVisible()
    pleading.press(Qt.Key.Key_Escape)
    assert not card(pleading).isVisible()

    click(pleading, "love")

    assert card(pleading).isVisible()
    assert (
        pleading.desk.judging.finding(card(pleading).row.key).rule == "conditional-review-request"
    )


def test_a_click_beside_marked_words_opens_none(pleading) -> None:
    """Nor does one of another button."""
    click(pleading, "late")
    body = pleading.desk.widgets.body
    QTest.mouseClick(body.viewport(), Qt.MouseButton.RightButton, NONE, point_of(body, "love"))

    assert not card(pleading).isVisible()


def test_a_click_in_the_source_opens_it_too(pleading) -> None:
    """The same words in the HTML view."""
    pleading.control(Qt.Key.Key_H, shift=True)
    pleading.checked()
    source = pleading.desk.widgets.editors.source
    cursor = source.textCursor()
    cursor.setPosition(source.source().index("love"))
    at = source.cursorRect(cursor).center()
    for _ in range(2):
        QTest.mouseClick(source.viewport(), LEFT, NONE, at)
        assert card(pleading).isVisible()
        pleading.press(Qt.Key.Key_Escape)


def test_the_right_button_opens_the_menu_alone(pleading, qtbot: QtBot) -> None:
    """Also where the pointer rests on the words while it is open."""
    click(pleading, "love")
    body = pleading.desk.widgets.body
    point = point_of(body, "love")
    at = body.viewport().mapToGlobal(point)
    QTest.mouseMove(body.viewport(), point)
    QApplication.sendEvent(
        body.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, at)
    )
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert not card(pleading).isVisible()

    key = body.finding_under(point)
    body.finding_hovered.emit(key, body.finding_rect(key))  # the pause is over

    assert not card(pleading).isVisible()
    menu.close()


def test_a_page_and_a_dialog_send_the_card_away(pleading) -> None:
    """However they are opened."""
    click(pleading, "love")
    pleading.desk.explaining.explain("emoji")
    page = pleading.dialog(WhyPage)
    assert not card(pleading).isVisible()
    page.reject()
    pleading.activate()

    click(pleading, "love")
    assert card(pleading).isVisible()
    pleading.desk.actions.about.trigger()

    assert not card(pleading).isVisible()
    QApplication.activeModalWidget().close()


def test_suggested_sentences_are_shown_whole(pleading) -> None:
    """In lines on the card's buttons, in the menu, and as a tooltip of the panel's short link."""
    click(pleading, "love")
    first = buttons(pleading)[0]
    assert first.text().split() == f"Say “{ASKED}”".split()
    assert 1 <= first.text().count("\n") <= 2
    assert first.accessibleName() == f"Say “{ASKED}”"
    for button in buttons(pleading):
        assert card(pleading).rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()

    view = pleading.view
    index = view.model().index(0, 0)
    delegate = view.itemDelegate()
    assert isinstance(delegate, FindingDelegate)
    row = index.data(ROW_ROLE)
    (box,) = delegate.fix_boxes(view.visualRect(index), row)  # the next would be called the same
    assert row.fix_in_row(0) == "Ask in neutral words"
    assert view.menu(row).actions()[0].text().startswith("Say “Would you please share")
    at = view.viewport().mapToGlobal(box.center())
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, box.center(), at))
    assert QToolTip.text() == f"Say “{ASKED}”"


def test_a_suggested_sentence_is_said_short_in_the_bar(pleading) -> None:
    """The link puts the whole sentence into the message."""
    pleading.click_button(tr_("notice.hint_done"))
    pleading.click_fix(0)
    assert ASKED in pleading.desk.widgets.body.document_value().text
    assert pleading.message() == tr_("notice.fixed_one", fix="Ask in neutral words")


def test_corrections_come_before_anybody_looks(place, qtbot: QtBot) -> None:
    """The row of a misspelling offers them first, and taking one needs one click."""
    place.put("one.html", "<p>Order {{order_id}} is in another parcell. We recieved it.</p>")
    seller = place.open()
    title = tr_("spelling.replace", word="received")
    qtbot.waitUntil(
        lambda: any(row.fixes[:1] == (title,) for row in seller.cards()), timeout=15_000
    )
    qtbot.waitUntil(
        lambda: all(row.fixes[0].startswith("Write “") for row in seller.cards()), timeout=15_000
    )
    assert not card(seller).isVisible()
    number = next(n for n, row in enumerate(seller.cards()) if row.fixes[0] == title)

    seller.click_fix(number)

    assert seller.desk.widgets.body.document_value().text.endswith("We received it.")


def test_a_name_is_first_of_all_ones_own_word(place, qtbot: QtBot) -> None:
    """What the dictionary makes of it comes behind; the first button remembers it."""
    place.put("one.html", "<p>Order {{order_id}} is from Zellora. Zellora is our brand.</p>")
    seller = place.open()
    offered = tr_("spelling.replace", word="Rozelle")
    qtbot.waitUntil(lambda: any(offered in row.fixes for row in seller.cards()), timeout=15_000)
    own = tr_("remember.words")
    assert {row.fixes[0] for row in seller.cards() if offered in row.fixes} == {own}

    click(seller, "Zellora")
    first = buttons(seller)[0]
    assert (first.text(), first.property("kind")) == (own, "primary")
    seller.click(first)

    qtbot.waitUntil(lambda: seller.checked() == [], timeout=15_000)
    assert "Zellora" in (place.library / "permitted.toml").read_text("utf-8")


def test_the_row_of_what_was_set_aside_opens_its_card(pleading) -> None:
    """It offers to withdraw that and says why it was found."""
    key = next(
        key
        for key, it in zip(pleading.desk.judging.keys, pleading.desk.judging.findings, strict=True)
        if can_set_aside(it)
    )
    row = pleading.desk.judging.row(key)
    pleading.desk.judging.fix(key, row.fixes.index(tr_("set_aside.offer")))
    pleading.dialog(ReasonDialog)
    pleading.write("Asked for by the buyer", QApplication.focusWidget())
    pleading.press(Qt.Key.Key_Return)
    pleading.checked()
    number = next(n for n, row in enumerate(pleading.cards()) if row.standing is Standing.SET_ASIDE)
    assert not card(pleading).isVisible()

    pleading.click_card(number)
    assert [it.text() for it in buttons(pleading)] == [
        tr_("set_aside.withdraw"),
        tr_("findings.why"),
    ]
    pleading.click(buttons(pleading)[0])

    pleading.checked()
    assert {row.standing for row in pleading.cards()} == {Standing.OPEN}


def test_the_card_says_to_whom_a_decision_goes(reviewed) -> None:
    """What is set aside or noted stays here; the menu of the row and its link say so, too."""
    reviewed.desk.widgets.body.setFocus()
    reviewed.press(Qt.Key.Key_F8)
    row = reviewed.cards()[0]
    for name in ("set_aside", "report"):
        title, words = tr_(f"{name}.offer"), tr_(f"{name}.offer_tip")
        button = next(it for it in buttons(reviewed) if it.text() == title)
        assert button.toolTip() == button.accessibleDescription() == words
        entry = next(it for it in reviewed.view.menu(row).actions() if it.text() == title)
        assert entry.toolTip() == words
    assert not buttons(reviewed)[0].toolTip()

    reviewed.click_button(tr_("report.offer"), card(reviewed))
    dialog = reviewed.dialog(AskDialog)
    assert any("stays on this computer" in it.text() for it in dialog.findChildren(QLabel))


def test_what_is_only_decided_has_no_button_to_press_first(place) -> None:
    """Setting it aside is no remedy for a message that lacks something."""
    place.put(
        "one.html", "<p>Order {{order_id}}: the item is sold out.</p>", reason="order-problem"
    )
    seller = place.open()
    assert seller.rules() == ["missing-adjustment"]
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_F8)
    card = seller.desk.window.findChild(FindingCard)
    buttons = {it.text(): it.property("kind") for it in card.findChildren(QPushButton)}
    assert tr_("set_aside.offer") in buttons
    assert "primary" not in buttons.values()

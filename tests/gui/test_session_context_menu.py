"""The menu at the words: suggestions and decisions first, then the commands of writing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from composer.gui.words.text import tr_

MISSPELT = "<p>Order {{order_id}} is in another parcell.</p>"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def waits_for(seller, qtbot: QtBot, rule: str) -> None:
    """Wait until a finding of `rule` is there: the dictionary answers from another process."""
    qtbot.waitUntil(
        lambda: rule in [it.rule for it in seller.desk.judging.findings], timeout=15_000
    )


def right_click(editor, point: QPoint) -> None:
    """Ask for the menu of what is under a point of the viewport, as the window system does."""
    at = editor.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, at)
    QApplication.sendEvent(editor.viewport(), event)


def point_of(editor, words: str) -> QPoint:
    """The middle of some words in the viewport."""
    start = editor.document_value().text.index(words)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(editor.qt_position(start + len(words) // 2))
    return editor.cursorRect(cursor).center()


def menu() -> QMenu:
    """The menu on screen."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def entries() -> list[str]:
    """What the menu offers, without keys."""
    shown = [it for it in menu().actions() if it.isVisible()]
    return [it.text().replace("&", "").partition("\t")[0] for it in shown]


def take(title: str) -> None:
    """Go to an entry with the arrow keys and take it."""
    shown = menu()
    for _ in shown.actions():
        active = shown.activeAction()
        if active is not None and active.text().partition("\t")[0] == title:
            break
        QTest.keyClick(shown, Qt.Key.Key_Down)
    active = shown.activeAction()
    assert active is not None
    assert active.text().partition("\t")[0] == title
    QTest.keyClick(shown, Qt.Key.Key_Return)


def test_a_misspelt_word_offers_suggestions_at_the_pointer(place, qtbot: QtBot) -> None:
    """The right button puts the caret into the word; the suggestions come when they are known."""
    place.put("one.html", MISSPELT)
    seller = place.open()
    waits_for(seller, qtbot, "spelling")
    body = seller.desk.widgets.body

    right_click(body, point_of(body, "parcell"))
    assert body.selection()[0] in range(22, 30)
    own, ignore = tr_("remember.words"), tr_("spelling.ignore")
    title = tr_("spelling.replace", word="parcel")
    qtbot.waitUntil(lambda: {title, ignore} <= set(entries()), timeout=15_000)

    assert entries().index(title) < entries().index(own) < entries().index(ignore)
    assert tr_("spelling.waiting") not in entries()
    assert tr_("action.copy").replace("&", "") in entries()
    take(title)
    assert body.document_value().text == "Order \ufffc is in another parcel."
    seller.control(Qt.Key.Key_Z)
    assert body.document_value().text == "Order \ufffc is in another parcell."


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F10, SHIFT), (Qt.Key.Key_Menu, None)])
def test_the_menu_opens_at_the_caret_by_a_key(place, qtbot: QtBot, key, modifier) -> None:
    """What is meant as it is spelt is ignored here, with a reason of its own, by keys alone."""
    place.put("one.html", MISSPELT)
    seller = place.open()
    waits_for(seller, qtbot, "spelling")
    body = seller.desk.widgets.body
    body.setFocus()
    seller.press(Qt.Key.Key_F8)
    seller.press(key, modifier or Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: tr_("spelling.ignore") in entries(), timeout=15_000)
    take(tr_("spelling.ignore"))

    (finding,) = seller.checked()
    assert finding.set_aside == tr_("spelling.meant")
    assert seller.marked() == []


def test_an_own_word_is_added_from_the_menu(place, qtbot: QtBot) -> None:
    """It is right from then on, in every template of the library."""
    place.put("one.html", MISSPELT)
    seller = place.open()
    waits_for(seller, qtbot, "spelling")
    body = seller.desk.widgets.body

    right_click(body, point_of(body, "parcell"))
    title = tr_("spelling.replace", word="parcel")
    qtbot.waitUntil(lambda: title in entries(), timeout=15_000)
    take(tr_("remember.words"))  # it has moved since the menu opened

    assert seller.checked() == []
    assert "parcell" in (place.library / "permitted.toml").read_text("utf-8")


def test_other_findings_offer_their_fixes(place) -> None:
    """Fixes, then the decisions, then why; taking a fix is one undo step."""
    place.put("one.html", "<p>Order {{order_id}} is late 😊</p>")
    seller = place.open()
    seller.checked()
    body = seller.desk.widgets.body

    right_click(body, point_of(body, "😊"))

    (finding,) = seller.desk.judging.findings
    assert entries()[: len(finding.fixes)] == [fix.title for fix in finding.fixes]
    assert entries().index(tr_("report.offer")) < entries().index(tr_("findings.why"))
    take(finding.fixes[0].title)
    assert "😊" not in body.document_value().text


def test_a_selection_stays_under_the_right_button(seller) -> None:
    """A click inside it keeps it, so that it can be copied; one beside it moves the caret."""
    body = seller.desk.widgets.body
    seller.write("Your parcel is late.")
    body.select(5, 11)

    right_click(body, point_of(body, "parcel"))
    assert body.selection() == (5, 11)
    take(tr_("action.copy"))
    assert QApplication.clipboard().text() == "parcel"

    right_click(body, point_of(body, "late"))
    assert body.selection()[0] == body.selection()[1]
    take(tr_("action.undo"))
    assert body.document_value().text != "Your parcel is late."


def test_commands_go_to_the_editor_whose_menu_it_is(seller) -> None:
    """The subject's menu pastes into the subject."""
    QApplication.clipboard().setText("Order")
    subject = seller.desk.widgets.subject

    right_click(subject, QPoint(5, 5))
    take(tr_("action.paste"))

    assert subject.document_value().text == "Order"
    assert seller.desk.widgets.body.document_value().text == ""


def test_undo_takes_back_what_was_done_last(seller) -> None:
    """In the subject's menu too, where the last step was in the body."""
    subject, body = seller.desk.widgets.subject, seller.desk.widgets.body
    seller.write("One", subject)
    seller.write("Two", body)

    right_click(subject, QPoint(5, 5))
    take(tr_("action.undo"))

    assert subject.document_value().text == "One"
    assert body.document_value().text == ""


def test_the_source_has_the_same_menu(place, qtbot: QtBot) -> None:
    """A word is looked up where it stands in the HTML as well."""
    place.put("one.html", MISSPELT)
    seller = place.open()
    waits_for(seller, qtbot, "spelling")
    seller.control(Qt.Key.Key_H, shift=True)
    seller.checked()
    source = seller.desk.widgets.editors.source
    cursor = source.textCursor()
    cursor.setPosition(source.source().index("parcell") + 2)
    source.setTextCursor(cursor)
    source.setFocus()

    seller.press(Qt.Key.Key_F10, SHIFT)

    assert tr_("remember.words") in entries()
    assert tr_("action.why_not").replace("&", "") not in entries()  # it is asked about words
    menu().close()

"""The header says what the template is, is for, and may be used for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton

from composer.gui.theme.marks import Mark
from composer.gui.widgets.choice import Choice, ChoiceItem
from composer.gui.widgets.choice_rows import SENTENCE_ROLE
from composer.gui.widgets.title_edit import TitleEdit
from composer.gui.window.actions import build_actions
from composer.gui.window.header import Header, HeaderState, Purpose, PurposeChoices
from composer.gui.window.toolbar import FormatToolBar
from composer.gui.words.text import tr_

CHOICES = PurposeChoices(
    (ChoiceItem("review-request", "Review request"), ChoiceItem("invoice", "Invoice")),
    (ChoiceItem("email", "Email"), ChoiceItem("api", "API")),
    (ChoiceItem("amazon.com", "Amazon.com"), ChoiceItem("amazon.de", "Amazon.de")),
    (ChoiceItem("en", "English"), ChoiceItem("de", "German")),
)
PURPOSE = Purpose("review-request", "email", "amazon.com", "en")


@pytest.fixture
def header(qtbot, theme) -> Header:
    """The header, shown, with a purpose chosen."""
    menu = QMenu()
    qtbot.addWidget(menu)
    header = Header(menu)
    qtbot.addWidget(header)
    header.set_choices(CHOICES)
    header.set_purpose(PURPOSE)
    header.resize(740, 90)
    header.show()
    qtbot.waitExposed(header)
    return header


def push(header, text) -> QPushButton:
    """Return the button that says `text`."""
    buttons: list[QPushButton] = header.findChildren(QPushButton)
    return next(entry for entry in buttons if entry.text() == text)


def test_approve_is_off_with_the_reason(qtbot, header) -> None:
    """While something is open, the button tells why it is off, also to a screen reader."""
    header.set_state(HeaderState("A", Mark.MUST_FIX, "1 must fix", "1 finding must be fixed."))
    approve = push(header, "Approve")
    with qtbot.assertNotEmitted(header.approve_requested):
        qtbot.mouseClick(approve, Qt.MouseButton.LeftButton)

    assert approve.toolTip() == "1 finding must be fixed."
    assert approve.accessibleDescription() == "1 finding must be fixed."


def test_approve_asks_once_nothing_is_open(qtbot, header) -> None:
    """With nothing open, a click asks to approve."""
    header.set_state(HeaderState("A", Mark.DRAFT, "Draft"))
    with qtbot.waitSignal(header.approve_requested):
        qtbot.mouseClick(push(header, "Approve"), Qt.MouseButton.LeftButton)


def test_the_state_is_in_words(header) -> None:
    """The pill has the words given, and hides without any."""
    header.set_state(HeaderState("A", Mark.REVIEW, "1 to check", "x"))
    assert any(x.isVisible() and x.text() == "1 to check" for x in header.findChildren(QLabel))

    header.set_state(HeaderState("A", Mark.DRAFT, ""))
    assert all(x.text() for x in header.findChildren(QLabel) if x.isVisible())


def test_a_new_state_does_not_disturb_typing_the_name(qtbot, header) -> None:
    """Findings that arrive while the name is edited leave what was typed."""
    header.set_state(HeaderState("Invoice", Mark.DRAFT, "Draft"))
    header.edit_name()
    title = header.findChild(TitleEdit)
    qtbot.keyClicks(title, "New")
    header.set_state(HeaderState("Invoice", Mark.MUST_FIX, "1 must fix", "x"))
    assert title.text() == "New"

    with qtbot.waitSignal(header.renamed) as renamed:
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert renamed.args == ["New"]


def test_a_choice_sends_the_whole_purpose(qtbot, header) -> None:
    """Choosing another store sends all four values; setting them sends nothing."""
    with qtbot.assertNotEmitted(header.purpose_changed):
        header.set_purpose(PURPOSE)
    store = next(c for c in header.findChildren(Choice) if c.accessibleName() == "Store")
    with qtbot.waitSignal(header.purpose_changed) as changed:
        qtbot.keyClick(store, Qt.Key.Key_Down)

    assert changed.args == [Purpose("review-request", "email", "amazon.de", "en")]


def test_the_toolbar_offers_sizes_and_placeholders(qtbot, theme, header) -> None:
    """Three sizes, and a button that asks for the list of placeholders."""
    actions = build_actions(header, theme)
    bar = FormatToolBar(actions, theme)
    qtbot.addWidget(bar)
    bar.show()
    size = bar.findChildren(Choice)[0]
    with qtbot.waitSignal(bar.size_chosen) as chosen:
        qtbot.keyClick(size, Qt.Key.Key_Down)
    words = tr_("toolbar.placeholder")
    entry = next(each for each in bar.findChildren(QToolButton) if each.text() == words)
    with qtbot.waitSignal(actions.placeholder.triggered):
        qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)

    assert size.count() == 3
    assert chosen.args == ["large"]


def test_a_reason_still_to_be_chosen_is_told(header) -> None:
    """By the box itself, to a screen reader too, until there is one."""
    box = next(it for it in header.findChildren(Choice) if it.accessibleName() == "Reason")
    calm = box.grab().toImage()
    wanted = (ChoiceItem("", "Choose a reason"), *CHOICES.reasons)
    header.set_choices(replace(CHOICES, reasons=wanted, reason_needed="Choose one first."))
    header.set_purpose(replace(PURPOSE, reason=""))
    assert box.currentText() == "Choose a reason"
    assert box.accessibleDescription() == box.toolTip() == "Choose one first."
    assert box.grab().toImage().pixelColor(6, 6) != calm.pixelColor(6, 6)

    header.set_choices(CHOICES)
    header.set_purpose(PURPOSE)
    assert box.accessibleDescription() == ""
    assert box.toolTip() == "Reason"
    assert box.grab().toImage() == calm


def test_return_behind_a_name_leads_to_the_words(place) -> None:
    """What is typed next belongs in the message, not in the next field of the header."""
    place.put("one.html", "<p>Order {{order_id}}</p>")
    seller = place.open()
    seller.desk.actions.new.trigger()
    assert QApplication.focusWidget().accessibleName() == tr_("header.name")
    seller.write("Late", QApplication.focusWidget())
    seller.press(Qt.Key.Key_Return)

    assert QApplication.focusWidget() is seller.desk.widgets.body
    assert seller.desk.workspace.template.name == "Late"


def test_a_message_pasted_where_the_name_stands_becomes_the_message(place) -> None:
    """A new template has its name selected; a copied letter is no name, a copied line is one."""
    place.put("one.html", "<p>Order {{order_id}}</p>")
    seller = place.open()
    seller.desk.actions.new.trigger()
    name = seller.desk.workspace.template.name
    QApplication.clipboard().setText("Hello,\n\nyour order is late.\n")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    body = seller.desk.widgets.body
    assert QApplication.focusWidget() is body
    assert [each.text for each in body.document_value().blocks if each.text] == [
        "Hello,",
        "your order is late.",
    ]
    assert seller.desk.workspace.template.name == name
    seller.desk.widgets.header.edit_name()
    QApplication.clipboard().setText("Late\n")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    seller.press(Qt.Key.Key_Return)
    assert seller.desk.workspace.template.name == "Late"


def test_reasons_and_channels_say_what_they_are_for(place) -> None:
    """Under each in its list, in full, and to whoever has it read aloud."""
    seller = place.open()
    reason, channel = seller.desk.widgets.header.findChildren(Choice)[:2]
    for box in (reason, channel):
        offered = [row for row in range(box.count()) if box.itemData(row)]
        sentences = [str(box.itemData(row, SENTENCE_ROLE)) for row in offered]
        assert all(len(each) > 20 for each in sentences)
        for row, sentence in zip(offered, sentences, strict=True):
            assert sentence in box.itemData(row, Qt.ItemDataRole.AccessibleTextRole)
        box.showPopup()
        small = QFontMetrics(box.font()).averageCharWidth() / 2
        assert box.view().width() > max(map(len, sentences)) * small
        assert box.view().visualRect(box.model().index(offered[0], 0)).height() > 35
        box.hidePopup()

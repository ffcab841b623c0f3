"""The main job by keyboard alone, and setting a review finding aside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from composer.gui.export.dialog import ExportDialog
from composer.gui.findings.card import FindingCard
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.findings.view import FindingsView
from composer.gui.template.approving import ApproveDialog
from composer.gui.theme.marks import Mark
from composer.gui.widgets.ask import AskDialog
from composer.gui.words.text import tr_

OFFENCES = (
    "<p>Order {{order_id}} 😊</p><p style='text-align: center'>Please reply</p>"
    "<p><a href='http://www.amazon.com/gp/css/order-history'>Your orders</a></p>"
)
REVIEW = "<p>Order {{order_id}}: <a href='https://kitchen.example/help'>our shop</a></p>"


def test_findings_are_found_fixed_approved_and_exported_by_keyboard(place, qtbot: QtBot) -> None:
    """F8, Ctrl+., Return in the list, fix all, approve and export need no mouse."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    desk, body = seller.desk, seller.desk.widgets.body
    assert len(seller.checked()) == 3

    seller.press(Qt.Key.Key_F8)
    assert body.hasFocus()
    assert body.textCursor().selectedText() == "😊"
    assert seller.desk.widgets.findings.current_key() == seller.cards()[0].key
    seller.press(Qt.Key.Key_F8)
    assert body.textCursor().selectedText() == "Please reply"
    seller.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert body.textCursor().selectedText() == "😊"

    seller.control(Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    seller.press(Qt.Key.Key_Return)
    assert len(seller.checked()) == 2
    assert "😊" not in body.document_value().text

    for _ in range(8):
        if not isinstance(QApplication.focusWidget(), FindingsView):
            seller.press(Qt.Key.Key_F6)
    seller.press(Qt.Key.Key_Home)
    seller.press(Qt.Key.Key_Return)
    seller.press(Qt.Key.Key_Return)
    assert len(seller.checked()) == 1

    seller.control(Qt.Key.Key_F, shift=True)
    seller.dialog(FixAllDialog)
    seller.press(Qt.Key.Key_Return)
    assert seller.checked() == []
    seller.control(Qt.Key.Key_A, shift=True)
    seller.dialog(ApproveDialog)
    seller.press(Qt.Key.Key_Return)
    assert desk.heading.mark is Mark.APPROVED

    seller.control(Qt.Key.Key_E)
    dialog = seller.dialog(ExportDialog)
    assert dialog.isAncestorOf(QApplication.focusWidget())
    seller.press(Qt.Key.Key_Down)  # the email program, below the draft
    seller.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seller.message().startswith("Copied, ready to paste: "))
    assert "Your orders: https://www.amazon.com" in QApplication.clipboard().text()


def test_f6_goes_round_all_panes(place) -> None:
    """Every pane gets the focus, and Shift+F6 goes back."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    seen = []
    for _ in range(12):
        seller.press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
        if seen[-1] is seller.desk.widgets.body:
            break
    assert seen[-1] is seller.desk.widgets.body
    assert len(set(map(id, seen))) >= 4
    seller.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is seen[-2]


def test_a_review_finding_is_set_aside_for_a_reason_and_taken_back(place, qtbot: QtBot) -> None:
    """With its reason given the template can be approved; withdrawing opens it again."""
    path = place.put("one.html", REVIEW)
    seller = place.open()
    assert seller.rules() == ["external-link"]
    approve = seller.approve_button()
    assert approve.text() == tr_("header.see_review")
    assert approve.toolTip() == tr_("app_state.why_not_decide", count=1)

    choices = seller.cards()[0].fixes
    seller.desk.judging.fix(seller.cards()[0].key, choices.index(tr_("set_aside.offer")))
    dialog = seller.dialog(AskDialog)
    seller.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    seller.write("Asked for by the buyer", dialog.findChild(QLineEdit))
    seller.press(Qt.Key.Key_Return)
    seller.checked()
    assert seller.marked() == []
    assert seller.desk.judging.findings[0].set_aside == "Asked for by the buyer"
    assert approve.property("kind") == "primary"

    seller.approve()
    assert seller.desk.heading.mark is Mark.APPROVED
    assert "Asked for by the buyer" in path.read_text("utf-8")

    key = next(iter(seller.desk.judging.keys))
    seller.desk.judging.fix(key, 0)
    assert seller.marked() == ["our shop"]
    assert approve.text() == tr_("header.see_review")


def test_the_card_opens_beside_the_words_and_lets_typing_be(place, qtbot: QtBot) -> None:
    """Clicking into a squiggle opens its card within the paper, off the words; Escape closes it."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    body = seller.desk.widgets.body
    card = seller.desk.window.findChild(FindingCard)
    for finding in body.findings_shown():
        words = body.finding_rect(finding.key)
        seller.click(body.viewport(), body.viewport().mapFromGlobal(words.center()))
        qtbot.waitUntil(card.isVisible)
        shown = card.visible_rect()
        assert not shown.intersects(words)
        paper = seller.desk.window.writing_pane
        left = paper.mapToGlobal(paper.rect().topLeft()).x()
        assert left <= shown.left()
        assert shown.right() <= left + paper.width()
        seller.press(Qt.Key.Key_Escape)
        assert not card.isVisible()

    seller.press(Qt.Key.Key_End)
    seller.press(Qt.Key.Key_Return)
    seller.write("😊")
    assert len(seller.marked()) == 4
    assert not card.isVisible()

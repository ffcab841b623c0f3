"""Fixing automatically: seen first, one step of undo, the message before it in the history."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from composer.gui.findings.changes_model import CHANGE_ROLE, WHERE_ROLE
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.findings.header import FindingsHeader
from composer.gui.findings.look_words import piece_words
from composer.gui.findings.model import ROW_ROLE
from composer.gui.words.text import tr_
from composer.gui.words.translating import TableTranslator
from composer.gui.words.wordbook import LANGUAGES
from composer.lint.pieces import PieceKind

MESSAGE = (
    "<p>Order {{order_id}} 😊</p><p style='text-align: center'>It comes soon 🎉</p>"
    "<p><a href='http://www.amazon.com/gp/css/order-history'>Your orders</a></p>"
)


def opened(place):  # noqa: ANN201 - the seller of the fixtures
    """Open a message with offences in subject and body."""
    path = place.put("one.html", MESSAGE)
    text = path.read_text("utf-8").replace("Your order", "[Important] Your order")
    path.write_text(text, "utf-8")
    seller = place.open()
    assert len(seller.rules()) == 5
    return seller


def content(seller) -> tuple[str, str]:
    """Subject and body as they are on screen."""
    subject, body = seller.desk.widgets.editors.content()
    return subject.text, body.text


def test_all_is_one_step_over_subject_and_body(place) -> None:
    """The panel's button lists the changes, Return makes them, one Ctrl+Z takes all back."""
    seller = opened(place)
    before = seller.desk.widgets.editors.content()
    header = seller.desk.widgets.findings.findChild(FindingsHeader)
    seller.click_button(tr_("findings.fix_all", count=5), header)
    dialog = seller.dialog(FixAllDialog)
    assert dialog.findChild(QListView).model().rowCount() == 5
    seller.press(Qt.Key.Key_Return)

    assert seller.rules() == []
    assert content(seller)[0].startswith("Your order")
    assert "5" in seller.message()
    after = seller.desk.widgets.editors.content()
    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_Z)
    assert seller.desk.widgets.editors.content() == before
    assert not seller.desk.actions.undo.isEnabled()
    seller.control(Qt.Key.Key_Y)
    assert seller.desk.widgets.editors.content() == after


def test_the_message_before_is_in_the_history(place, qtbot) -> None:
    """What was typed and never saved is kept as it was before the changes."""
    seller = opened(place)
    body = seller.desk.widgets.body
    body.setFocus()
    seller.write("Hello, ")
    seller.checked()
    seller.control(Qt.Key.Key_F, shift=True)
    seller.dialog(FixAllDialog)
    seller.press(Qt.Key.Key_Return)
    seller.checked()

    key = seller.desk.workspace.key
    qtbot.waitUntil(lambda: bool(seller.history().versions(key)))
    kept = seller.history().versions(key)[0]
    assert kept.kind == "checkpoint"
    assert "Hello, Order" in kept.text
    assert "😊" in kept.text
    assert "[Important]" in kept.text


def test_a_change_left_out_is_not_made(place) -> None:
    """Space takes the tick away; that finding stays, and can still be fixed."""
    seller = opened(place)
    seller.control(Qt.Key.Key_F, shift=True)
    seller.dialog(FixAllDialog)
    seller.press(Qt.Key.Key_Down)
    seller.press(Qt.Key.Key_Space)
    seller.press(Qt.Key.Key_Return)

    assert seller.rules() == ["emoji"]
    assert "Order \ufffc 😊" in content(seller)[1]
    assert seller.cards()[0].fixes[0] == "Remove emoji"


def test_cancelled_nothing_is_changed_or_kept(place) -> None:
    """Escape leaves message, undo and history as they are."""
    seller = opened(place)
    before = seller.desk.widgets.editors.content()
    seller.control(Qt.Key.Key_F, shift=True)
    seller.dialog(FixAllDialog)
    seller.press(Qt.Key.Key_Escape)

    assert seller.desk.widgets.editors.content() == before
    assert not seller.desk.actions.undo.isEnabled()
    seller.close()
    assert seller.history().versions(seller.desk.workspace.key) == ()


def test_the_source_is_mended_in_one_step(place) -> None:
    """In the HTML view as well, with the subject beside it."""
    seller = opened(place)
    seller.click_button(tr_("toolbar.html"))
    seller.checked()
    source = seller.desk.widgets.editors.source
    before = source.toPlainText(), content(seller)
    seller.control(Qt.Key.Key_F, shift=True)
    seller.dialog(FixAllDialog)
    seller.press(Qt.Key.Key_Return)
    assert seller.rules() == []
    assert "😊" not in source.toPlainText()

    source.setFocus()
    seller.control(Qt.Key.Key_Z)
    assert (source.toPlainText(), content(seller)) == before


def long_message() -> str:
    """Paragraphs with an emoji each, more than are changed at a time."""
    words = "Your kettle is on its way, and we hope that it serves you well for years. " * 20
    return "".join(f"<p>{number}: {words}😊</p>" for number in range(60))


def test_a_long_message_is_mended_in_one_step_too(place, qtbot) -> None:
    """In parts, so that the window answers meanwhile; undone and redone as one."""
    place.put("long.html", long_message())
    seller = place.open()
    before = content(seller)
    changes: list[object] = []
    seller.desk.widgets.body.edited.connect(changes.append)
    seller.control(Qt.Key.Key_F, shift=True)
    seller.dialog(FixAllDialog)
    seller.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "😊" not in content(seller)[1])
    assert seller.rules() == ["order-id-missing"]  # advice, which is not shown
    assert len(changes) > 2
    after = content(seller)

    for _ in range(2):
        seller.desk.widgets.body.setFocus()
        seller.control(Qt.Key.Key_Z)
        assert content(seller) == before
        assert fresh(seller) == before[1]
        assert not seller.desk.actions.undo.isEnabled()
        seller.control(Qt.Key.Key_Y)
        assert content(seller) == after
        assert fresh(seller) == after[1]


def test_a_key_meanwhile_comes_after_all_of_it(place, qtbot) -> None:
    """Whoever types on at once types into the message as it will be."""
    place.put("long.html", long_message())
    seller = place.open()
    before = content(seller)
    body = seller.desk.widgets.body
    seen: list[str] = []

    def type_at_once() -> None:
        body.edited.disconnect(at_first)
        seen.append(content(seller)[1])
        QTest.keyClick(body, "!")
        seen.append(content(seller)[1])

    at_first = body.edited.connect(lambda: QTimer.singleShot(0, body, type_at_once))
    seller.control(Qt.Key.Key_F, shift=True)
    seller.dialog(FixAllDialog)
    seller.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert ["😊" in text for text in seen] == [True, False]
    assert ["!" in text for text in seen] == [False, True]

    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_Z)
    assert "!" not in content(seller)[1]
    seller.control(Qt.Key.Key_Z)
    assert content(seller) == before


def fresh(seller) -> str:
    """The body's text, every block read again."""
    body = seller.desk.widgets.body
    body.snapshots.read_all()
    return body.document_value().text


ADVICE = "<p>Your parcel is late 😊.</p>"


def test_only_what_the_panel_shows_is_fixed(place) -> None:
    """What is filtered out is neither counted nor offered, and both places use the same words."""
    place.put("one.html", ADVICE, reason="order-problem")  # the order is in the subject alone
    seller = place.open()
    assert len(seller.rules()) == 2
    panel = seller.desk.widgets.findings
    header = panel.findChild(FindingsHeader)
    seller.click_button(tr_("findings.fix_all", count=1), header)
    dialog = seller.dialog(FixAllDialog)
    model = dialog.findChild(QListView).model()
    assert [model.index(0, 0).data(WHERE_ROLE)] == [seller.cards()[0].title]
    seller.press(Qt.Key.Key_Escape)
    seller.activate()

    chip = tr_("findings.chip", label=tr_("severity.advice"), count=1)
    seller.click_button(chip, header)
    seller.click_button(tr_("findings.fix_all", count=2), header)
    dialog = seller.dialog(FixAllDialog)
    model = dialog.findChild(QListView).model()
    titles = {row.title for row in seller.cards()}
    said = [model.index(row, 0).data(WHERE_ROLE) for row in range(model.rowCount())]
    assert set(said) == titles
    seller.press(Qt.Key.Key_Return)
    assert seller.rules() == []


def test_the_chips_stay_as_the_seller_set_them(place) -> None:
    """Advice that was switched on stays on when something heavier comes, and off when it goes."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p><p>We are sorry .</p>")
    seller = place.open()
    seller.checked()
    header = seller.desk.widgets.findings.findChild(FindingsHeader)
    chip = tr_("findings.chip", label=tr_("severity.advice"), count=1)
    for _ in range(2):
        seller.click_button(chip, header)
    assert len(seller.cards()) == 1
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_End)
    seller.write(" and and")
    seller.checked()
    assert len(seller.cards()) == 2


def test_the_demo_is_told_with_what_comes_instead(place) -> None:
    """The new size and alignment, the whole address, and a placeholder as its chip is called."""
    seller = place.open()
    assert len(seller.checked()) == 4
    seller.control(Qt.Key.Key_F, shift=True)
    model = seller.dialog(FixAllDialog).findChild(QListView).model()
    changes = [model.index(row, 0).data(CHANGE_ROLE) for row in range(4)]
    told = ["".join(map(marked, change.pieces)) for change in changes]
    assert told == [
        "…of product name[ 😊].",
        "your order page  http<s>://www.amazon.com/gp/css/order-history",
        "a signature  [13 px] <16 px>",
        "Please reply if that day does not suit you.  [centred] <aligned left>",
    ]
    seller.press(Qt.Key.Key_Escape)


def marked(piece) -> str:
    """A piece as it is on screen, what is struck in brackets and what is added in braces."""
    signs = {PieceKind.SAME: "%s", PieceKind.STRUCK: "[%s]", PieceKind.ADDED: "<%s>"}
    return signs[piece.kind] % piece_words(piece)


@pytest.fixture(params=LANGUAGES)
def translated(request, qapp) -> Iterator[None]:
    """The interface in each language that ships."""
    translator = TableTranslator(request.param)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("translated")
@pytest.mark.parametrize("pane", [628, 702])  # of a window of 1366 and of 1440 px
def test_it_is_offered_in_the_line_of_the_counts(place, pane: int) -> None:
    """Beside the chips, in one line; what the line is of gives way first."""
    place.put("one.html", ADVICE.replace("late", "late and and dear"), reason="order-problem")
    seller = place.open()
    seller.checked()
    panel = seller.desk.widgets.findings
    header = panel.findChild(FindingsHeader)
    seller.click_button(tr_("findings.chip", label=tr_("severity.advice"), count=1), header)
    offer = seller.button(tr_("findings.fix_all", count=2), header)
    seller.desk.window.resize(1300, 800)
    sidebar = seller.desk.window.width() - header.width()
    seller.desk.window.resize(pane + sidebar, 800)
    QApplication.processEvents()

    assert header.width() == pane
    assert header.height() < 2 * offer.height()


def test_the_keyboard_goes_on_to_what_is_left(place) -> None:
    """The button is gone then: the arrows lead through the findings that are left."""
    place.put("one.html", "<p>🎉 Order {{order_id}} is late 😊.</p><p>We are are sorry.</p>")
    seller = place.open()
    fix_all_by_key(seller)
    assert seller.rules() == ["doubled-word"]
    assert seller.view.hasFocus()
    assert seller.view.currentIndex().data(ROW_ROLE) == seller.cards()[0]
    seller.press(Qt.Key.Key_Space)
    assert QApplication.activePopupWidget().activeAction().text() == seller.cards()[0].fixes[0]
    seller.press(Qt.Key.Key_Escape)


def test_the_keyboard_goes_back_to_the_text_where_nothing_is_left(place) -> None:
    """It is in what was written in last."""
    place.put("one.html", "<p>🎉 Order {{order_id}} is late 😊.</p>")
    seller = place.open()
    seller.desk.widgets.subject.setFocus()
    fix_all_by_key(seller)
    assert seller.rules() == []
    assert seller.desk.widgets.subject.hasFocus()


def fix_all_by_key(seller) -> None:
    """Press the button in the panel with Space, and Return in the dialog."""
    seller.button(tr_("findings.fix_all", count=2)).setFocus()
    seller.press(Qt.Key.Key_Space)
    seller.dialog(FixAllDialog)
    seller.press(Qt.Key.Key_Return)
    seller.activate()

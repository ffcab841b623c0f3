"""The demo says the step to try next, from the first marked word to the exported file."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from composer.gui.export.dialog import ExportDialog
from composer.gui.widgets.message_bar import MessageBar
from composer.gui.words.text import tr_

KEYS = Qt.Key
CLEAN = "<p>Order {{order_id}} comes a day late.</p>"


def fix_all(seller) -> None:
    """With the button above the findings."""
    seller.click_button(tr_("findings.fix_all", count=4))
    seller.click_button(tr_("fix_all.confirm", count=4))
    assert seller.checked() == []


def open_other(seller, name: str) -> None:
    """Open another template of the library."""
    row = next(each for each in seller.templates() if each.name == name)
    seller.desk.shelf.open(row.key)
    seller.checked()


def dismiss(seller, bar: MessageBar) -> None:
    """Close what a bar says, with the cross."""
    seller.click(bar.findChild(QToolButton))


def test_the_hint_says_the_step_that_is_due_until_the_export(place, qtbot: QtBot) -> None:
    """Fixing by the cards, approving, copying: each step is followed by the next one."""
    seller = place.open()
    assert seller.hint() == tr_("notice.hint_fix")
    for left in (3, 2, 1, 0):
        assert seller.hint() == tr_("notice.hint_fix")
        seller.click_fix(0)
        assert len(seller.checked()) == left
    assert seller.hint() == tr_("notice.hint_approve")

    seller.approve()
    assert seller.hint() == tr_("notice.hint_export")
    seller.control(KEYS.Key_E)
    dialog = seller.dialog(ExportDialog)
    dialog.choose("both")
    seller.click_button(tr_("export.copy"), dialog)
    assert seller.hint() == ""
    assert seller.message().startswith("Copied")
    seller.write("!")
    seller.checked()
    assert seller.hint() == ""
    seller.close()
    assert place.open().hint() == ""


def test_the_hint_goes_back_with_what_is_taken_back(place) -> None:
    """Undone fixes are to be made again; words written after approving need it again."""
    seller = place.open()
    fix_all(seller)
    assert seller.hint() == tr_("notice.hint_approve")
    seller.desk.widgets.body.setFocus()
    seller.control(KEYS.Key_Z)
    assert seller.checked()
    assert seller.hint() == tr_("notice.hint_fix")
    seller.control(KEYS.Key_Z, shift=True)
    assert seller.checked() == []
    seller.approve()
    assert seller.hint() == tr_("notice.hint_export")
    seller.write("Hello")
    assert seller.checked() == []
    assert seller.hint() == tr_("notice.hint_approve")


def test_the_hint_stands_beside_what_the_bar_says(place, qtbot: QtBot) -> None:
    """Neither covers the other, in a row or a column; closing one leaves the words of the other."""
    seller = place.open()
    fix_all(seller)
    widgets = seller.desk.widgets
    assert seller.message() == tr_("notice.fixed", count=4)
    assert seller.hint() == tr_("notice.hint_approve")
    QApplication.processEvents()
    beside = tuple(place_of(bar) for bar in (widgets.bar, widgets.hint_bar))
    assert beside[0].top() == beside[1].top()
    assert beside[0].height() == beside[1].height() < 2 * one_line(widgets.hint_bar)
    assert beside[1].right() < beside[0].left()
    seller.desk.window.resize(760, 700)
    both = (widgets.bar, widgets.hint_bar)
    qtbot.waitUntil(lambda: place_of(both[0]).bottom() < place_of(both[1]).top())
    stacked = tuple(map(place_of, both))
    assert stacked[0].left() == stacked[1].left()

    before = place_of(widgets.hint_bar)
    dismiss(seller, widgets.bar)
    assert seller.hint() == tr_("notice.hint_approve")
    assert place_of(widgets.hint_bar) == before
    seller.desk.window.resize(1440, 900)
    seller.desk.notices.tell("Something.")
    QApplication.processEvents()
    before = place_of(widgets.hint_bar)
    dismiss(seller, widgets.bar)
    QApplication.processEvents()
    assert place_of(widgets.hint_bar).topLeft() == before.topLeft()
    seller.desk.notices.tell("Something else.")
    assert not widgets.hint_bar.findChild(QToolButton).isVisible()
    seller.click_button(tr_("notice.hint_done"), widgets.hint_bar)
    assert seller.message() == "Something else."


def place_of(bar: MessageBar) -> QRect:
    """Where a bar is in its window."""
    return QRect(bar.mapTo(bar.window(), QPoint()), bar.size())


def one_line(bar: MessageBar) -> int:
    """The height of a bar's words on one line."""
    return int(bar.fontMetrics().height()) + 10


def test_the_hint_is_of_the_demo_alone(place) -> None:
    """Another template is without; the demo opened again says what is due then."""
    seller = place.open()
    fix_all(seller)
    open_other(seller, "Delivery delayed")
    assert seller.hint() == ""
    open_other(seller, "Try me: four offences")
    assert seller.hint() == tr_("notice.hint_approve")
    seller.approve()
    open_other(seller, "Delivery delayed")
    open_other(seller, "Try me: four offences")
    assert seller.hint() == tr_("notice.hint_export")


def test_a_hint_that_was_understood_stays_away(place) -> None:
    """Got it ends it in the middle, for good."""
    seller = place.open()
    fix_all(seller)
    seller.click_button(tr_("notice.hint_done"))
    seller.approve()
    assert seller.hint() == ""
    seller.close()
    assert place.open().hint() == ""


def test_there_is_nothing_to_approve_in_a_demo_without_words(place) -> None:
    """What cannot be done is not due."""
    place.put("try-me.html", CLEAN)
    seller = place.open()
    assert seller.hint() == tr_("notice.hint_approve")
    seller.desk.widgets.body.setFocus()
    seller.control(KEYS.Key_A)
    seller.press(KEYS.Key_Delete)
    seller.checked()
    assert seller.hint() == ""
    seller.control(KEYS.Key_Z)
    seller.checked()
    assert seller.hint() == tr_("notice.hint_approve")


def test_the_hint_is_closed_by_keys_and_the_caret_is_where_it_was(place) -> None:
    """F6 goes from the message to it; Escape closes it, and writing goes on."""
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    seller.press(KEYS.Key_F6)
    assert seller.button(tr_("notice.hint_done")).hasFocus()
    seller.press(KEYS.Key_Escape)
    assert seller.hint() == ""
    assert body.hasFocus()


def test_each_step_is_said_once(place, qtbot: QtBot) -> None:
    """Not at every key."""
    seller = place.open()
    said: list[str] = []
    seller.desk.announcer.announced.connect(said.append)
    fix_all(seller)
    seller.desk.widgets.body.setFocus()
    seller.write("Hello ")
    seller.checked()
    assert [each for each in said if each.startswith(tr_("notice.hint_approve"))] == [
        f"{tr_('notice.hint_approve')} {tr_('notice.hint_done')}"
    ]

"""The budget of font sizes, and how long the message is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from composer.gui.desk import Desk
from composer.gui.widgets.size_button import SizeButton
from composer.gui.words.text import tr_

FOUR = (
    "<h2>Your order</h2><p>Normal words, many of them, so that they come first. "
    '<span style="font-size:18px">Thank you</span> '
    '<span style="font-size:13px">and small print</span></p>'
)


def budget(seller) -> SizeButton:
    """The button that tells how many sizes are used."""
    return seller.desk.widgets.toolbar.sizes


def uses(qtbot, seller, used: int) -> None:
    """Wait until the button says that so many sizes are used."""
    words = f"{used} sizes, max 3" if used > 3 else f"{used} of 3 sizes"
    qtbot.waitUntil(lambda: budget(seller).text() == words, timeout=3000)


def settled(qtbot, seller, words: str) -> None:
    """Wait until the status line says `words` about the length."""
    status = seller.desk.widgets.status
    qtbot.waitUntil(lambda: status.length == words, timeout=3000)


def listed(menu: QMenu) -> list[str]:
    """What the menu of sizes offers."""
    return [entry.text() for entry in menu.actions() if entry.text()]


def popup() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_stray_size_is_merged_by_mouse(place, qtbot) -> None:
    """Four sizes warn; the menu names the words, one click merges them, one undo brings it back."""
    place.put("one.html", FOUR)
    seller = place.open()
    uses(qtbot, seller, 4)
    assert "too-many-font-sizes" in seller.rules()
    before = seller.desk.widgets.body.document_value()

    seller.click(budget(seller))
    menu = popup()
    words = tr_("sizes.words", count=2)
    stray = tr_("sizes.use_quoted", size=18.0, text="Thank you", words=words)
    assert stray in listed(menu)
    merge = next(
        entry for entry in menu.actions() if entry.text() == tr_("sizes.merge", old=18.0, new=16.0)
    )
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(merge).center())

    uses(qtbot, seller, 3)
    assert "too-many-font-sizes" not in seller.rules()
    seller.control(Qt.Key.Key_Z)
    assert seller.desk.widgets.body.document_value() == before
    assert not seller.desk.widgets.body.undo_log.can_undo


def test_a_stray_size_takes_no_words_from_the_toolbar(place, qtbot) -> None:
    """The warning is hardly longer than what it stands for: nothing beside it gives way."""
    place.put("one.html", FOUR)
    seller = place.open()
    seller.desk.window.resize(1440, 900)
    uses(qtbot, seller, 4)
    name = tr_("toolbar.placeholder")
    buttons = seller.desk.widgets.toolbar.findChildren(QToolButton)
    placeholder = next(it for it in buttons if it.text() == name)
    assert placeholder.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly


def test_a_stray_size_is_merged_by_keyboard(place) -> None:
    """Ctrl+Shift+T opens the menu on the merge that helps most; Return makes it."""
    place.put("one.html", FOUR)
    seller = place.open()
    seller.desk.widgets.body.setFocus()

    seller.control(Qt.Key.Key_T, shift=True)
    seller.press(Qt.Key.Key_Return)

    assert "too-many-font-sizes" not in seller.rules()
    assert seller.desk.widgets.body.hasFocus()


def test_the_words_of_a_size_are_shown(place) -> None:
    """The list opens at the least used size; Return selects the words that use it."""
    place.put("one.html", "<p>Normal words, some. <small>Small ones</small></p>")
    seller = place.open()

    seller.control(Qt.Key.Key_T, shift=True)
    seller.press(Qt.Key.Key_Return)

    assert seller.desk.widgets.body.textCursor().selectedText() == "Small ones"


def test_a_stray_size_is_merged_in_the_source(place) -> None:
    """In the HTML view the same menu changes the source, in one step."""
    place.put("one.html", FOUR)
    seller = place.open()
    source = seller.desk.widgets.editors.source
    seller.control(Qt.Key.Key_H, shift=True)
    before = source.toPlainText()

    seller.control(Qt.Key.Key_T, shift=True)
    seller.press(Qt.Key.Key_Down)
    seller.press(Qt.Key.Key_Up)
    seller.press(Qt.Key.Key_Return)

    assert "18px" in before
    assert "18px" not in source.toPlainText()
    seller.control(Qt.Key.Key_Z)
    assert source.toPlainText() == before


def test_the_count_follows_what_is_typed(seller, qtbot) -> None:
    """Typing a size more is told once the seller pauses."""
    seller.write("Hello you")
    settled(qtbot, seller, said(2, 9))
    uses(qtbot, seller, 1)

    seller.desk.widgets.toolbar.size_chosen.emit("large")
    uses(qtbot, seller, 1)
    seller.press(Qt.Key.Key_Return)
    seller.write("more")
    uses(qtbot, seller, 2)


def said(words: int, characters: int) -> str:
    """What the status line says without a limit."""
    return tr_(
        "status.length",
        words=tr_("status.words", count=words),
        characters=tr_("facts.characters", count=characters),
    )


def test_what_is_selected_is_counted(seller, qtbot) -> None:
    """With a selection the status line tells its length, without one the message's."""
    seller.write("One two three")
    settled(qtbot, seller, said(3, 13))
    seller.desk.widgets.body.select(0, 7)
    settled(
        qtbot,
        seller,
        tr_(
            "status.selected",
            words=tr_("status.words", count=2),
            characters=tr_("facts.characters", count=7),
        ),
    )
    seller.desk.widgets.body.select(0)
    settled(qtbot, seller, said(3, 13))


@pytest.mark.parametrize(
    ("channel", "counted"), [("contact-form", "123-1234567-1234567"), ("email", "{{order_id}}")]
)
def test_a_linked_word_selected_is_as_long_as_it_looks(
    place, qtbot, channel: str, counted: str
) -> None:
    """Its address is not selected; a placeholder is as long as in the count of the whole message."""
    link = "<a href='https://www.amazon.com/gp/help'>Help</a>"
    place.put("one.html", f"<p>{link} {{{{order_id}}}}</p>", channel=channel)
    seller = place.open()
    body = seller.desk.widgets.body

    def selected(words: int, characters: int) -> str:
        return tr_(
            "status.selected",
            words=tr_("status.words", count=words),
            characters=tr_("facts.characters", count=characters),
        )

    start = body.document_value().text.index("Help")
    body.select(start, start + 4)
    settled(qtbot, seller, selected(1, 4))
    body.select(start, start + 6)
    settled(qtbot, seller, selected(2, 5 + len(counted)))


def test_in_the_source_no_selection_is_counted(seller, qtbot) -> None:
    """The words selected are not on screen there: the line tells the message's length again."""
    seller.write("One two three")
    seller.control(Qt.Key.Key_A)
    settled(
        qtbot,
        seller,
        tr_(
            "status.selected",
            words=tr_("status.words", count=3),
            characters=tr_("facts.characters", count=13),
        ),
    )

    seller.control(Qt.Key.Key_H, shift=True)

    settled(qtbot, seller, said(3, 13))


@pytest.mark.parametrize(("letters", "over"), [(2000, 0), (2003, 3)])
def test_the_limit_of_the_channel(place, qtbot, letters: int, over: int) -> None:
    """A form's limit stands beside the count; beyond it, words and a mark say by how much."""
    place.put("one.html", f"<p>{'x' * (letters - 2)}</p>", channel="api")
    seller = place.open()
    seller.desk.widgets.body.moveCursor(seller.desk.widgets.body.textCursor().MoveOperation.End)
    seller.desk.widgets.body.setFocus()
    seller.write("ab")
    values = {"words": tr_("status.words", count=1), "characters": letters, "limit": 2000}
    key = "status.length_over" if over else "status.length_of"
    settled(qtbot, seller, tr_(key, over=over, **values))

    assert ("text-too-long" in seller.rules()) == bool(over)
    assert not budget(seller).isVisible()


def test_another_channel_has_another_limit(place, qtbot) -> None:
    """Choosing another channel counts by its limit, and sizes again where it carries them."""
    place.put("one.html", "<p>Hello</p>", channel="api")
    seller = place.open()
    qtbot.waitUntil(lambda: not budget(seller).isVisible())
    seller.choose(tr_("header.channel"), "Email")

    settled(qtbot, seller, said(1, 5))
    qtbot.waitUntil(lambda: budget(seller).isVisible())
    desk: Desk = seller.desk
    assert desk.actions.sizes.isEnabled()


def test_an_emoji_selected_is_one_character(place, qtbot) -> None:
    """However many code points it is made of; the channel's limit is counted as ever."""
    place.put("one.html", "<p>👍🏽</p>", channel="contact-form")
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_A)
    status = seller.desk.widgets.status
    qtbot.waitUntil(lambda: "selected" in status.length.lower(), timeout=3000)

    assert tr_("facts.characters", count=1) in status.length

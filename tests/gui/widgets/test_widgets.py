"""The shared widgets speak only when the user does."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from composer.gui.theme.marks import Mark
from composer.gui.widgets.choice import Choice, ChoiceItem
from composer.gui.widgets.menu_button import MenuButton
from composer.gui.widgets.message_bar import Message, MessageBar
from composer.gui.widgets.segmented import Segmented
from composer.gui.widgets.title_edit import TitleEdit

ITEMS = (ChoiceItem("a", "First"), ChoiceItem("b", "Second one, with a long name"))


def shown(qtbot, widget) -> Any:
    """Show `widget` and return it."""
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_a_choice_reports_the_users_choice_only(qtbot, theme) -> None:
    """Setting a value is silent; choosing one with the keys is not."""
    choice = shown(qtbot, Choice("Reason"))
    choice.set_items(ITEMS)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("a")
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice, Qt.Key.Key_Down)

    assert chosen.args == ["b"]
    assert choice.value() == "b"


def test_a_choice_keeps_its_value_and_is_as_wide_as_it(qtbot, theme) -> None:
    """New items keep the value; a longer label takes more room."""
    choice = shown(qtbot, Choice("Reason"))
    choice.set_items(ITEMS)
    choice.set_value("a")
    narrow = choice.sizeHint().width()
    choice.set_value("b")
    wide = choice.sizeHint().width()
    choice.set_items(tuple(reversed(ITEMS)))

    assert choice.value() == "b"
    assert narrow < wide
    assert wide > choice.fontMetrics().horizontalAdvance(ITEMS[1].label)


def test_the_list_of_a_choice_has_one_frame_and_room_for_its_words(qtbot, theme) -> None:
    """One line around it, nothing of another frame beside it, and no label cut short."""
    choice = shown(qtbot, Choice("Reason"))
    choice.set_items(ITEMS)
    choice.set_value("a")
    choice.showPopup()
    box = choice.view().window()
    qtbot.waitExposed(box)
    picture = box.grab().toImage()
    middle, bottom = picture.width() // 2, picture.height() - 1
    lines = [
        [picture.pixelColor(middle, y).name() for y in ys]
        for ys in ((0, 1, 2), (bottom, bottom - 1, bottom - 2))
    ]
    colours = theme.colours
    choice.hidePopup()

    assert lines == [[colours.control, colours.panel, colours.panel]] * 2
    assert choice.view().viewport().width() >= choice.view().sizeHintForColumn(0)


def test_what_stands_in_a_row_is_equally_high(qtbot, theme) -> None:
    """Choices, buttons with a menu and segments; text fields are a little higher."""
    row = QWidget()
    layout = QHBoxLayout(row)
    choice = Choice("Reason")
    choice.set_items(ITEMS)
    menu = MenuButton()
    menu.setText("Light")
    tool = QToolButton()
    tool.setProperty("kind", "outlined")
    tool.setText("Placeholder")
    each = (choice, menu, tool, Segmented("View", ITEMS), QPushButton("Approve"))
    for widget in each:
        layout.addWidget(widget)
    shown(qtbot, row)

    assert len({widget.height() for widget in each}) == 1


def test_segments_move_with_clicks_and_arrows(qtbot, theme) -> None:
    """A click or an arrow key chooses, the ends do not wrap."""
    segmented = shown(qtbot, Segmented("View", ITEMS))
    first, second = segmented.findChildren(QPushButton)
    with qtbot.waitSignal(segmented.chosen) as chosen:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert chosen.args == ["b"]
    with qtbot.waitSignal(segmented.chosen) as chosen:
        qtbot.keyClick(second, Qt.Key.Key_Left)
    assert chosen.args == ["a"]
    with qtbot.assertNotEmitted(segmented.chosen):
        qtbot.keyClick(first, Qt.Key.Key_Left)
        segmented.set_value("b")


@pytest.fixture
def pane(qtbot, theme) -> QWidget:
    """A name and another field, the focus in the name."""
    pane = QWidget()
    layout = QVBoxLayout(pane)
    title = TitleEdit("Template name")
    layout.addWidget(title)
    layout.addWidget(QLineEdit())
    title.set_name("Invoice")
    shown(qtbot, pane)
    title.setFocus()
    title.selectAll()
    return pane


@pytest.fixture
def title(pane) -> TitleEdit:
    """The name."""
    found: TitleEdit = pane.findChild(TitleEdit)
    return found


def test_return_keeps_a_new_name(qtbot, title) -> None:
    """Typing a name and Return says so once."""
    names: list[str] = []
    title.renamed.connect(names.append)
    qtbot.keyClicks(title, " Invoice 2026 ")
    qtbot.keyClick(title, Qt.Key.Key_Return)

    assert names == ["Invoice 2026"]


def test_leaving_the_field_keeps_a_new_name(qtbot, pane, title) -> None:
    """Going on to another field keeps what was typed."""
    qtbot.keyClicks(title, "Other")
    with qtbot.waitSignal(title.renamed) as renamed:
        pane.findChildren(QLineEdit)[1].setFocus()

    assert renamed.args == ["Other"]


def test_escape_and_an_empty_name_change_nothing(qtbot, title) -> None:
    """Escape drops the typing; an empty name goes back to the old one."""
    with qtbot.assertNotEmitted(title.renamed):
        qtbot.keyClicks(title, "Other")
        qtbot.keyClick(title, Qt.Key.Key_Escape)
        assert title.text() == "Invoice"
        title.setFocus()
        title.selectAll()
        qtbot.keyClick(title, Qt.Key.Key_Delete)
        qtbot.keyClick(title, Qt.Key.Key_Return)

    assert title.text() == "Invoice"


def test_a_message_offers_its_buttons(qtbot, theme) -> None:
    """A pressed button hides the bar and names message and button."""
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    bar.show_message(Message("paste", "Pasted without colours.", ("Keep them",), Mark.DRAFT))
    keep = bar.findChild(QPushButton)
    with qtbot.waitSignal(bar.pressed) as pressed:
        qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)

    assert pressed.args == ["paste", 0]
    assert not bar.isVisible()


def test_a_message_can_be_dismissed(qtbot, theme) -> None:
    """The cross hides the bar; clearing another message leaves this one."""
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.show_message(Message("recovery", "Restored."))
    bar.clear("paste")
    assert bar.isVisible()
    with qtbot.waitSignal(bar.dismissed) as dismissed:
        qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)

    assert dismissed.args == ["recovery"]
    assert bar.message is None


def test_the_value_chosen_is_ticked_in_the_list(qtbot, theme) -> None:
    """What is selected follows the pointer, so that alone would not tell."""
    choice = shown(qtbot, Choice("Reason"))
    choice.set_items(ITEMS)
    choice.set_value("b")
    delegate, states = choice.itemDelegate(), []
    for row in range(choice.count()):
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, choice.model().index(row, 0))
        states.append(option.checkState)

    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]

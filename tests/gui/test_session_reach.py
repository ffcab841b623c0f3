"""Every control of the window and of each dialog has a name, and keys get to it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_
from composer.library.settings import remember

KEYS = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CONTROLS = (QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QTabBar)
OFFENCES = (
    "<p>Order {{order_id}} 😊</p>"
    "<p>Help is at <a href='https://kitchen.example/help'>our shop</a>.</p>"
)


def controls(window: QWidget) -> list[QWidget]:
    """Everything on screen in `window` that is there to be used and is not switched off."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is window
        and (isinstance(each, CONTROLS) or each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(each, QScrollBar)
        and not isinstance(each.parent(), QLineEdit | QComboBox | QTabBar)  # a part of that
    ]


def name_of(control: QWidget) -> str:
    """The words a screen reader has for a control: its own, its label's, or those on it."""
    labels = (each for each in control.window().findChildren(QLabel) if each.buddy() is control)
    label = next(labels, None)
    said = control.text() if isinstance(control, QAbstractButton | QLabel) else ""
    return control.accessibleName() or (label.text() if label else "") or said


def described(found: list[QWidget]) -> list[str]:
    """Controls in words, for a test that fails."""
    return [f"{type(it).__name__} “{name_of(it)}” in {type(it.parent()).__name__}" for it in found]


def tabbed(backwards: bool = False) -> list[QWidget]:
    """Press Tab until it comes round, and return what had the focus, in order."""
    key = KEYS.Key_Backtab if backwards else KEYS.Key_Tab
    seen: list[QWidget] = []
    focused = QApplication.focusWidget()
    while focused is not None and focused not in seen:
        seen.append(focused)
        QTest.keyClick(focused, key)
        focused = QApplication.focusWidget()
    return seen


def missed(window: QWidget, reached: list[QWidget]) -> list[QWidget]:
    """The controls not `reached`; of joined buttons Tab reaches one, and arrows the others.

    What scrolls is reached with what it holds.
    """

    def is_reached(control: QWidget) -> bool:
        group = control.group() if isinstance(control, QAbstractButton) else None
        mates = group.buttons() if group is not None and group.exclusive() else [control]
        inside = isinstance(control, QAbstractScrollArea) and any(
            map(control.isAncestorOf, reached)
        )
        return inside or any(mate in reached for mate in mates)

    return [each for each in controls(window) if not is_reached(each)]


def check(window: QWidget) -> None:
    """Fail for a control that has no name or that Tab does not get to."""
    found = controls(window)
    assert found
    assert described([each for each in found if not name_of(each).strip()]) == []
    assert described(missed(window, tabbed())) == []


@pytest.fixture
def seller(place) -> object:
    """A seller with an offence and something to review on screen, the caret in the body."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    seller.checked()
    return seller


def test_the_window_is_named_and_reached(seller) -> None:
    """Fields, toolbar, bar with its buttons, find and replace, findings' search, library."""
    seller.desk.notices.ask("x", "A question.", {"Yes": int, "No": int}, Mark.DRAFT)
    seller.control(KEYS.Key_H)
    seller.control(KEYS.Key_L, shift=True)
    seller.desk.widgets.body.setFocus()
    check(seller.desk.window)


def test_the_source_and_an_empty_library_are_named_and_reached(place) -> None:
    """The source is left by Tab as the words are, and the first start is done by keys."""
    place.library.mkdir()
    seller = place.open()
    check(seller.desk.window)
    seller.desk.widgets.body.setFocus()
    seller.control(KEYS.Key_H, shift=True)
    check(seller.desk.window)


def test_the_narrow_window_is_named_and_reached(seller, qtbot: QtBot) -> None:
    """At 1024 px the tab bar is one of its controls."""
    seller.desk.actions.show_preview.setChecked(True)
    seller.desk.window.resize(1024, 700)
    qtbot.waitUntil(lambda: seller.desk.window.is_narrow)
    assert any(isinstance(each, QTabBar) for each in controls(seller.desk.window))
    check(seller.desk.window)


def test_tab_goes_through_the_window_as_one_reads_it(seller) -> None:
    """From the library through header, toolbar, subject, body and bar to the findings."""
    desk = seller.desk
    desk.notices.ask("x", "A question.", {"Yes": int, "No": int}, Mark.DRAFT)
    desk.widgets.sidebar.focus_search()
    names = [name_of(each) for each in tabbed()]
    wanted = (
        *(tr_("sidebar.search"), tr_("sidebar.list"), tr_("sidebar.new"), tr_("header.name")),
        *(tr_("header.reason"), tr_("header.language"), tr_("header.export"), tr_("toolbar.size")),
        *("Placeholder", "Write", "Subject", "Message", "Yes", "No", tr_("dialog.dismiss")),
        *("Must fix 1", tr_("findings.list")),
    )
    assert [each for each in names if each in wanted] == list(wanted)


def test_f6_stops_at_every_pane_in_that_order(seller) -> None:
    """The library, header, toolbar, subject, body, bar, findings, and round; Shift goes back."""
    desk = seller.desk
    desk.notices.ask("x", "A question.", {"Yes": int, "No": int}, Mark.DRAFT)
    widgets = desk.widgets
    wanted = [
        *(widgets.bar, widgets.findings, widgets.sidebar, widgets.header, widgets.toolbar),
        *(widgets.subject, widgets.body),
    ]
    for modifier, order in (
        (Qt.KeyboardModifier.NoModifier, wanted),
        (SHIFT, [*wanted[-2::-1], wanted[-1]]),
    ):
        desk.widgets.body.setFocus()
        for pane in order:
            seller.press(KEYS.Key_F6, modifier)
            focused = QApplication.focusWidget()
            assert pane is focused or pane.isAncestorOf(focused)


def test_the_name_is_left_for_the_message(seller) -> None:
    """What is typed after Return or Escape in the template's name belongs there."""
    for key in (KEYS.Key_Return, KEYS.Key_Escape):
        seller.desk.widgets.header.edit_name()
        seller.press(key)
        assert QApplication.focusWidget() is seller.desk.widgets.body


def find_in_library(seller) -> None:
    """Ctrl+Alt+F."""
    seller.press(KEYS.Key_F, CONTROL | Qt.KeyboardModifier.AltModifier)


def fix_all(seller) -> None:
    """Ctrl+Shift+F."""
    seller.control(KEYS.Key_F, shift=True)


def link(seller) -> None:
    """Ctrl+K."""
    seller.control(KEYS.Key_K)


def editions(seller) -> None:
    """From the Check menu."""
    seller.desk.actions.compare_editions.trigger()


def own_words(seller) -> None:
    """From the Check menu, with a word in the list."""
    remember(seller.desk.workspace.library.folder, "words", "Anvora")
    seller.desk.actions.own_words.trigger()


def why(seller) -> None:
    """At the finding gone to, from the Check menu."""
    seller.press(KEYS.Key_F8)
    seller.desk.actions.why.trigger()


def why_not(seller) -> None:
    """For what is selected, from the Check menu."""
    seller.control(KEYS.Key_A)
    seller.desk.actions.why_not.trigger()


def set_aside(seller) -> None:
    """For what is to be reviewed, from the fixes' list."""
    seller.press(KEYS.Key_F8)
    seller.press(KEYS.Key_F8)
    seller.control(KEYS.Key_Period)
    menu = QApplication.activePopupWidget()
    while menu.activeAction().text() != tr_("set_aside.offer"):
        seller.press(KEYS.Key_Down)
    seller.press(KEYS.Key_Return)


def about(seller) -> None:
    """F1."""
    seller.press(KEYS.Key_F1)


def approve(seller) -> None:
    """Ctrl+Shift+A, with nothing open."""
    all_gone(seller)
    seller.control(KEYS.Key_A, shift=True)


def export(seller) -> None:
    """Ctrl+E, once approved."""
    all_gone(seller)
    seller.approve()
    seller.control(KEYS.Key_E)


def all_gone(seller) -> None:
    """Leave nothing to fix."""
    seller.control(KEYS.Key_A)
    seller.write("Hello, your order {{order_id}} left today.")
    assert seller.checked() == []


@pytest.mark.parametrize(
    "open_dialog",
    [
        find_in_library,
        fix_all,
        link,
        editions,
        own_words,
        why,
        why_not,
        set_aside,
        about,
        approve,
        export,
    ],
    ids=lambda each: each.__name__,
)
def test_a_dialog_is_named_and_reached(
    seller, qtbot: QtBot, open_dialog: Callable[[object], None]
) -> None:
    """The focus starts inside, Tab gets to every control and stays in, Escape closes."""
    open_dialog(seller)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog))
    dialog = QApplication.activeWindow()
    assert dialog.isAncestorOf(QApplication.focusWidget())
    assert dialog.windowTitle()
    check(dialog)
    QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_every_command_is_in_a_menu(seller) -> None:
    """Whatever a toolbar or key does can be found, with its keys, in the menu bar."""
    listed = set()
    menus = [action.menu() for action in seller.desk.window.menuBar().actions()]
    while menus:
        for action in menus.pop().actions():
            listed.add(action.objectName())
            if action.menu():
                menus.append(action.menu())
    assert {action.objectName() for action in seller.desk.actions.all} <= listed


def test_tab_and_f6_go_into_the_preview_and_out_of_it(seller, qtbot: QtBot) -> None:
    """The rendered message takes the focus, has a name, and does not keep the keys."""
    desk = seller.desk
    pane = desk.widgets.preview
    all_gone(seller)  # or Tab would go through the message's links as well
    with qtbot.waitSignal(pane.rendered, timeout=20_000):
        desk.actions.show_preview.setChecked(True)
    seller.activate()  # the engine may have made the window anew
    desk.widgets.body.setFocus()
    within = [each for each in tabbed() if pane.isAncestorOf(each)]
    assert len(within) >= 3
    assert tr_("preview.rendered") in {each.accessibleName() for each in pane.findChildren(QWidget)}
    seller.press(KEYS.Key_F6)
    qtbot.waitUntil(lambda: not pane.isAncestorOf(QApplication.focusWidget()))

    within[-1].setFocus()

    def is_left() -> bool:
        """The page looks at Tab first, in a process of its own, and gives it back in its time."""
        focused = QApplication.focusWidget()
        if focused is not None and pane.isAncestorOf(focused):
            QTest.keyClick(focused, KEYS.Key_Tab)
        return not pane.isAncestorOf(QApplication.focusWidget())

    qtbot.waitUntil(is_left)

"""The findings panel: choose, fix and filter with mouse and keys."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import FindingRow
from composer.gui.findings.panel import FindingsPanel
from composer.gui.findings.view import FindingsView
from composer.lint.finding import Severity

ROWS = (
    FindingRow("a", Severity.MUST_FIX, "Emoji", "No emojis.", 2, "😊", ("Remove emoji",)),
    FindingRow("b", Severity.REVIEW, "Link", "Use https.", 3, "here", ("Use https", "Remove")),
    FindingRow("c", Severity.ADVICE, "Words", "Say where it leads.", 3, "here"),
)


@pytest.fixture
def panel(qtbot, theme) -> FindingsPanel:
    """The panel, shown, with one finding of each severity."""
    panel = FindingsPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(720, 300)
    panel.set_edition("guidelines of 6 November 2020")
    panel.set_rows(ROWS, fixable=2)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def view(panel) -> FindingsView:
    """Return the list of cards."""
    found: FindingsView = panel.findChild(FindingsView)
    return found


def push(panel, text) -> QPushButton:
    """Return the button that begins with `text`."""
    buttons: list[QPushButton] = panel.findChildren(QPushButton)
    return next(entry for entry in buttons if entry.text().startswith(text))


def centre_of(panel, row) -> QPoint:
    """Return the middle of a card."""
    cards = view(panel)
    return cards.visualRect(cards.model().index(row, 0)).center()


def right_end_of(panel, row) -> QPoint:
    """Return where a card's first fix is."""
    cards = view(panel)
    box = cards.visualRect(cards.model().index(row, 0))
    return QPoint(box.right() - 30, box.top() + 18)


def click(qtbot, panel, point) -> None:
    """Click into the list."""
    qtbot.mouseClick(view(panel).viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_a_click_chooses_a_finding_once(qtbot, panel) -> None:
    """Clicking a card says which finding it is, one time."""
    chosen: list[str] = []
    panel.selected.connect(chosen.append)
    click(qtbot, panel, centre_of(panel, 1))

    assert chosen == ["b"]
    assert panel.current_key() == "b"


def test_a_click_at_the_right_end_fixes(qtbot, panel) -> None:
    """The best fix is one click at the right end of its card."""
    with qtbot.waitSignal(panel.fix_requested) as asked:
        click(qtbot, panel, right_end_of(panel, 1))

    assert asked.args == ["b", 0]


def test_a_click_on_the_words_does_not_fix(qtbot, panel) -> None:
    """Only the fix itself fixes."""
    with qtbot.assertNotEmitted(panel.fix_requested):
        click(qtbot, panel, centre_of(panel, 0))


def test_the_second_fix_is_left_of_the_first(qtbot, panel) -> None:
    """Two fixes stand beside each other, each with its own click."""
    cards = view(panel)
    card = cards.visualRect(cards.model().index(1, 0))
    delegate = cards.itemDelegate()
    assert isinstance(delegate, FindingDelegate)
    first, second = delegate.fix_boxes(card, ROWS[1])
    assert second.right() < first.left()
    with qtbot.waitSignal(panel.fix_requested) as asked:
        click(qtbot, panel, second.center())

    assert asked.args == ["b", 1]


def test_keys_move_fix_and_explain(qtbot, panel) -> None:
    """Arrows choose, Return fixes, F1 asks why."""
    cards = view(panel)
    panel.select("a")
    panel.setFocus()
    with qtbot.waitSignal(panel.selected) as chosen:
        qtbot.keyClick(cards, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.fix_requested) as fixed:
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.why_requested) as why:
        qtbot.keyClick(cards, Qt.Key.Key_F1)

    assert chosen.args == ["b"]
    assert fixed.args == ["b", 0]
    assert why.args == ["b"]


def test_chips_count_and_filter(qtbot, panel) -> None:
    """Each chip tells how many there are; advice shows only when asked for."""
    assert push(panel, "Must fix").text() == "Must fix 1"
    assert view(panel).model().rowCount() == 2

    qtbot.mouseClick(push(panel, "Advice"), Qt.MouseButton.LeftButton)
    assert view(panel).model().rowCount() == 3

    qtbot.mouseClick(push(panel, "Must fix"), Qt.MouseButton.LeftButton)
    assert view(panel).model().rowCount() == 2


def test_hidden_findings_are_not_called_none(qtbot, panel) -> None:
    """An empty list says "no findings" only if there are none."""
    panel.set_rows(ROWS[2:], fixable=0)
    assert any("1 finding is hidden" in text for text in _texts(panel))

    panel.set_rows((), fixable=0)
    assert "No findings under the guidelines of 6 November 2020." in _texts(panel)


def test_fix_all_says_how_many_and_is_off_without_any(qtbot, panel) -> None:
    """The button counts the safe fixes; with none it is off and says why."""
    button = push(panel, "Fix 2")
    with qtbot.waitSignal(panel.fix_all_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel.set_rows(ROWS, fixable=0)

    assert not button.isEnabled()
    assert button.toolTip()


def test_selecting_from_the_text_is_silent(qtbot, panel) -> None:
    """The caret selects the card without the card moving the caret."""
    with qtbot.assertNotEmitted(panel.selected):
        panel.select("b")

    assert panel.current_key() == "b"


def test_the_selection_survives_new_findings(qtbot, panel) -> None:
    """A finding that comes in above does not move the selection to another one."""
    panel.select("b")
    with qtbot.assertNotEmitted(panel.selected):
        panel.set_rows((replace(ROWS[0], key="new"), *ROWS), fixable=2)

    assert panel.current_key() == "b"


def test_a_finding_that_goes_leaves_nothing_selected(qtbot, panel) -> None:
    """A fixed finding's card is gone; no other one is chosen in its place."""
    panel.select("b")
    panel.set_rows((ROWS[0], ROWS[2]), fixable=1)

    assert panel.current_key() == ""


def test_stepping_goes_round(qtbot, panel) -> None:
    """Next after the last finding shown is the first; previous before the first is the last."""
    assert [panel.step(1), panel.step(1), panel.step(1)] == ["a", "b", "a"]
    assert panel.step(-1) == "b"


def test_the_menu_offers_every_fix_and_why(qtbot, panel) -> None:
    """What does not fit on the card is in its menu."""
    menu = view(panel).menu(ROWS[1])
    titles = [action.text() for action in menu.actions() if action.text()]
    with qtbot.waitSignal(panel.fix_requested) as asked:
        menu.actions()[1].trigger()

    assert titles == ["Use https", "Remove", "Why?"]
    assert asked.args == ["b", 1]


def test_five_hundred_findings_show_at_once(qtbot, panel) -> None:
    """A message full of findings fills the panel within a tenth of a second."""
    many = tuple(replace(ROWS[0], key=str(number)) for number in range(500))
    started = perf_counter()
    panel.set_rows(many, fixable=500)
    panel.grab()

    assert perf_counter() - started < 0.1


def _texts(panel) -> list[str]:
    return [found.text() for found in panel.findChildren(QLabel) if found.isVisible()]

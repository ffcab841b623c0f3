"""The findings panel: choose, fix and filter with mouse and keys."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton

from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import ROW_ROLE, FindingRow, Standing
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
    panel.set_rows(ROWS, fixable=("a", "b"))
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def view(panel) -> FindingsView:
    """Return the list of cards."""
    found: FindingsView = panel.findChild(FindingsView)
    return found


def card_height(panel) -> int:
    """Return the height of the first card as it is laid out."""
    QApplication.processEvents()
    return view(panel).visualRect(view(panel).model().index(0, 0)).height()


def shown(panel) -> list[FindingRow]:
    """Return the cards shown."""
    model = view(panel).model()
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def field(panel) -> QLineEdit:
    """Return the field for words to look for."""
    found: QLineEdit = panel.findChild(QLineEdit)
    return found


def search_button(panel) -> QToolButton:
    """Return the button that opens that field."""
    buttons = panel.findChildren(QToolButton)
    return next(each for each in buttons if each.accessibleName() == "Find in findings")


def open_search(qtbot, panel) -> None:
    """Click the magnifier."""
    qtbot.mouseClick(search_button(panel), Qt.MouseButton.LeftButton)
    assert field(panel).hasFocus()


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


def test_keys_move_and_enter(qtbot, panel) -> None:
    """Arrows choose, Return leads to the words."""
    cards = view(panel)
    panel.select("a")
    panel.setFocus()
    with qtbot.waitSignal(panel.selected) as chosen:
        qtbot.keyClick(cards, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.entered) as entered:
        qtbot.keyClick(cards, Qt.Key.Key_Return)

    assert chosen.args == ["b"]
    assert entered.args == ["b"]


def test_chips_count_and_filter(qtbot, panel) -> None:
    """Each chip tells how many there are; advice shows behind the rest only when asked for."""
    assert push(panel, "Must fix").text() == "Must fix 1"
    assert view(panel).model().rowCount() == 2

    qtbot.mouseClick(push(panel, "Advice"), Qt.MouseButton.LeftButton)
    assert view(panel).model().rowCount() == 3

    qtbot.mouseClick(push(panel, "Must fix"), Qt.MouseButton.LeftButton)
    assert view(panel).model().rowCount() == 2


def test_hidden_findings_are_not_called_none(qtbot, panel) -> None:
    """An empty list says "no findings" only if there are none."""
    panel.set_rows(ROWS[2:], fixable=())
    qtbot.mouseClick(push(panel, "Advice"), Qt.MouseButton.LeftButton)
    assert any("1 finding is hidden" in text for text in _texts(panel))

    panel.set_rows((), fixable=())
    assert "No findings under the guidelines of 6 November 2020." in _texts(panel)


def test_a_search_is_offered_where_there_is_something(qtbot, panel) -> None:
    """Without findings there is nothing to look for; a search that is open can be closed."""
    search = next(it for it in panel.findChildren(QToolButton) if it.isCheckable())
    assert search.isVisible()
    panel.set_rows((), fixable=())
    assert not search.isVisible()

    panel.set_rows(ROWS, fixable=())
    panel.open_search()
    panel.set_rows((), fixable=())
    assert search.isVisible()
    qtbot.mouseClick(search, Qt.MouseButton.LeftButton)
    assert not search.isVisible()


def test_fix_all_says_how_many_and_goes_without_any(qtbot, panel) -> None:
    """The button counts the safe fixes; with none there is no button, and nothing moves."""
    button = push(panel, "Fix 2")
    with qtbot.waitSignal(panel.fix_all_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    header = button.parentWidget()
    before = header.height()
    panel.set_rows(ROWS, fixable=())

    assert not button.isVisible()
    assert header.height() == before


def test_selecting_from_the_text_is_silent(qtbot, panel) -> None:
    """The caret selects the card without the card moving the caret."""
    with qtbot.assertNotEmitted(panel.selected):
        panel.select("b")

    assert panel.current_key() == "b"


def test_the_selection_survives_new_findings(qtbot, panel) -> None:
    """A finding that comes in above does not move the selection to another one."""
    panel.select("b")
    with qtbot.assertNotEmitted(panel.selected):
        panel.set_rows((replace(ROWS[0], key="new"), *ROWS), fixable=("a", "b"))

    assert panel.current_key() == "b"


def test_a_finding_that_goes_leaves_nothing_selected(qtbot, panel) -> None:
    """A fixed finding's card is gone; no other one is chosen in its place."""
    panel.select("b")
    panel.set_rows((ROWS[0], ROWS[2]), fixable=("a",))

    assert panel.current_key() == ""


def test_what_was_set_aside_is_a_group_of_its_own(qtbot, panel) -> None:
    """It stands behind the open ones, has a chip that hides it, and counts with no severity."""
    aside = replace(ROWS[1], key="d", standing=Standing.SET_ASIDE)
    panel.set_rows((aside, *ROWS), fixable=("a", "b"))
    assert [row.key for row in shown(panel)] == ["a", "b", "d"]
    assert panel.open_keys() == ("a", "b")
    assert push(panel, "To check").text() == "To check 1"

    qtbot.mouseClick(push(panel, "Set aside"), Qt.MouseButton.LeftButton)
    assert [row.key for row in shown(panel)] == ["a", "b"]

    panel.set_rows(ROWS, fixable=("a", "b"))
    assert not push(panel, "Set aside").isVisible()


def test_the_heading_above_a_group_does_not_move_its_fixes(qtbot, panel) -> None:
    """The first card set aside is below its heading, and its fix is where it is painted."""
    aside = replace(ROWS[1], key="d", fixes=("Withdraw",), standing=Standing.SET_ASIDE)
    panel.set_rows((ROWS[0], aside), fixable=("a",))
    cards = view(panel)
    delegate = cards.itemDelegate()
    assert isinstance(delegate, FindingDelegate)
    item = cards.visualRect(cards.model().index(1, 0))
    card = delegate.card_of(item, cards.model().index(1, 0))
    assert card.top() > item.top()
    assert delegate.card_of(item, cards.model().index(0, 0)) == item
    with qtbot.waitSignal(panel.fix_requested) as asked:
        click(qtbot, panel, delegate.fix_boxes(card, aside)[0].center())

    assert asked.args == ["d", 0]


def test_the_heading_comes_and_goes_with_its_group(qtbot, panel) -> None:
    """A card set aside where it stands gets room for the heading, and gives it back."""
    panel.set_rows(ROWS[1:2], fixable=())
    plain = card_height(panel)

    panel.set_rows((replace(ROWS[1], standing=Standing.SET_ASIDE),), fixable=())
    assert card_height(panel) > plain
    panel.set_rows(ROWS[1:2], fixable=())
    assert card_height(panel) == plain


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("EMOJI", "a"),
        ("use https", "b"),
        ("hère", "b"),
        ("N-EMOJI", "a"),
        ("schön", "b"),
        ("SCHON linK", "b"),
    ],
)
def test_words_filter_the_cards(qtbot, panel, words, found) -> None:
    """Title, sentence, words, clause and what is not shown are searched, whatever the accents."""
    rows = (replace(ROWS[0], keywords="N-EMOJI"), replace(ROWS[1], keywords="Schön"), ROWS[2])
    panel.set_rows(rows, fixable=("a", "b"))
    open_search(qtbot, panel)
    field(panel).insert(words)  # no key for every letter

    assert [row.key for row in shown(panel)] == [found]
    assert "1 of 3" in _texts(panel)


@pytest.mark.parametrize("width", [360, 500, 720, 1100])
def test_the_magnifier_keeps_its_place(qtbot, panel, width) -> None:
    """What stands beside it gets longer, shorter, or goes."""
    panel.resize(width, 300)
    QApplication.processEvents()
    place, fix_all = search_button(panel).geometry(), push(panel, "Fix 2")
    assert place.right() < width

    for text in ("Must fix", "To check"):
        qtbot.mouseClick(push(panel, text), Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert search_button(panel).geometry() == place
    panel.set_rows((), fixable=())
    QApplication.processEvents()
    assert not fix_all.isVisible()
    assert search_button(panel).geometry() == place


def test_escape_ends_the_search(qtbot, panel) -> None:
    """The field goes, everything is shown again, and the keyboard is in the cards."""
    open_search(qtbot, panel)
    qtbot.keyClicks(field(panel), "emoji")
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)

    assert not field(panel).isVisible()
    assert len(shown(panel)) == 2
    assert view(panel).hasFocus()


def test_return_goes_from_the_search_to_the_first_card(qtbot, panel) -> None:
    """What was found is chosen and mended without the mouse."""
    open_search(qtbot, panel)
    qtbot.keyClicks(field(panel), "https")
    with qtbot.waitSignal(panel.selected) as chosen:
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)

    assert chosen.args == ["b"]
    assert view(panel).hasFocus()


def test_a_search_without_result_offers_everything(qtbot, panel) -> None:
    """It says what was looked for; one click shows all, advice as well."""
    open_search(qtbot, panel)
    qtbot.keyClicks(field(panel), "nowhere")
    assert shown(panel) == []
    assert "“nowhere” is in none of the 3 findings." in _texts(panel)
    with qtbot.assertNotEmitted(panel.selected):
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)

    qtbot.mouseClick(push(panel, "Show all"), Qt.MouseButton.LeftButton)
    assert len(shown(panel)) == 3
    assert not field(panel).isVisible()


def test_the_chosen_card_stays_chosen_while_others_are_filtered_out(qtbot, panel) -> None:
    """Filtering chooses no other finding in place of one that is hidden."""
    panel.select("a")
    open_search(qtbot, panel)
    qtbot.keyClicks(field(panel), "https")

    assert panel.current_key() == ""


def test_another_template_is_not_searched(qtbot, panel) -> None:
    """The words looked for belong to the template that they were typed for."""
    open_search(qtbot, panel)
    qtbot.keyClicks(field(panel), "nowhere")
    panel.wait()
    panel.set_rows(ROWS, fixable=("a", "b"))

    assert len(shown(panel)) == 2
    assert not field(panel).isVisible()


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
    panel.set_rows(many, fixable={row.key for row in many})
    panel.grab()

    assert perf_counter() - started < 0.1


def _texts(panel) -> list[str]:
    return [found.text() for found in panel.findChildren(QLabel) if found.isVisible()]


def test_a_low_panel_has_room_for_what_stands_in_place_of_the_rows(panel) -> None:
    """A sentence of two lines is higher than the one row there always is."""
    panel.set_edition("guidelines " * 20)
    panel.set_rows((), fixable=())
    panel.resize(480, 300)
    panel.resize(480, panel.whole_rows(0))
    QApplication.processEvents()
    words = next(it for it in panel.findChildren(QLabel) if "No findings" in it.text())
    assert words.height() >= words.heightForWidth(words.width())

    panel.open_search()
    panel.resize(480, panel.whole_rows(0))
    QApplication.processEvents()
    assert words.height() >= words.heightForWidth(words.width())

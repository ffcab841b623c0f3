"""Fixing automatically shows each change first, and makes those that are ticked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QListView, QPushButton
from pytestqt.qtbot import QtBot

from composer.document import Block, Document, Text
from composer.document.edits import Remove
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.findings.look_words import piece_runs, piece_words
from composer.gui.theme.theme import Theme
from composer.lint.changes import Change
from composer.lint.finding import Fix
from composer.lint.pieces import Piece, PieceKind
from composer.template import Template

LONG = "word " * 40
TEXTS = ("It is here. 😊 Now.", f"{LONG}😊")
STRUCK = Piece("😊", PieceKind.STRUCK)


def template() -> Template:
    """Two paragraphs with an emoji each."""
    return Template(body=Document(tuple(Block(inlines=(Text(text),)) for text in TEXTS)))


def change(line: int) -> Change:
    """Return the change that removes the emoji of a line."""
    body = template().body
    at = body.text.index("😊", body.starts[line])
    before, after = TEXTS[line].split("😊")
    pieces = (Piece(before), STRUCK, Piece(after))
    return Change(
        0, "emoji", "Emoji", Fix("Remove emoji", (Remove(at, at + 1),), safe=True), line + 1, pieces
    )


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> FixAllDialog:
    """Two changes, and a third that builds on the second."""
    start = template().body.starts[1] - 1  # there once both emojis are gone
    word = Fix("Remove word", (Remove(start, start + 5),), safe=True)
    changes = (change(0), change(1), Change(1, "word", "Word", word, 2, (STRUCK,)))
    dialog = FixAllDialog(theme, template(), changes)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def cards(dialog: FixAllDialog) -> QListView:
    """Return the list of changes."""
    found: QListView = dialog.findChild(QListView)
    return found


def confirm(dialog: FixAllDialog) -> QPushButton:
    """Return the button that makes the changes."""
    buttons: list[QPushButton] = dialog.findChildren(QPushButton)
    return next(each for each in buttons if each.text().startswith("Fix"))


def click_row(qtbot: QtBot, dialog: FixAllDialog, row: int) -> None:
    """Click a change."""
    view = cards(dialog)
    box = view.visualRect(view.model().index(row, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(90, 20))


def test_return_makes_all_changes(qtbot, dialog) -> None:
    """Everything is ticked at first, and the list has the keyboard."""
    assert cards(dialog).hasFocus()
    assert confirm(dialog).text() == "Fix 3"

    with qtbot.waitSignal(dialog.finished) as finished:
        qtbot.keyClick(cards(dialog), Qt.Key.Key_Return)

    assert finished.args == [QDialog.DialogCode.Accepted]
    assert dialog.made.numbers == {0, 1, 2}


def test_escape_makes_none(qtbot, dialog) -> None:
    """Escape refuses."""
    with qtbot.waitSignal(dialog.finished) as finished:
        qtbot.keyClick(cards(dialog), Qt.Key.Key_Escape)

    assert finished.args == [QDialog.DialogCode.Rejected]


def test_space_leaves_a_change_out_and_takes_it_in_again(qtbot, dialog) -> None:
    """The arrow keys go to a change, Space ticks; what builds on it goes and comes with it."""
    qtbot.keyClick(cards(dialog), Qt.Key.Key_Down)
    qtbot.keyClick(cards(dialog), Qt.Key.Key_Space)
    assert dialog.made.numbers == {0}
    assert confirm(dialog).text() == "Fix 1"

    qtbot.keyClick(cards(dialog), Qt.Key.Key_Space)
    assert dialog.made.numbers == {0, 1, 2}


def test_a_click_leaves_a_change_out(qtbot, dialog) -> None:
    """Anywhere on it; without any change there is nothing to do."""
    click_row(qtbot, dialog, 1)
    assert dialog.made.numbers == {0}
    click_row(qtbot, dialog, 2)  # off as long as the second one is left out
    assert dialog.made.numbers == {0}
    click_row(qtbot, dialog, 0)

    assert not confirm(dialog).isEnabled()


def test_a_screen_reader_hears_before_and_after(dialog) -> None:
    """A change is read with its rule, its place and both versions of the words."""
    spoken = cards(dialog).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == (
        "Remove emoji. Emoji, paragraph 1. Before: It is here. 😊 Now.. After: It is here.  Now.."
    )


def test_no_word_is_cut(dialog) -> None:
    """A change of many words takes the lines it needs."""
    view = cards(dialog)
    short, long = (view.visualRect(view.model().index(row, 0)).height() for row in (0, 1))

    assert long >= short + 2 * view.fontMetrics().height()


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (("font-size", "13px"), "13 px"),
        (("text-align", "center"), "centred"),
        (("bold", ""), "bold"),
        (("color", "red"), "colour red"),
        (("max-width", "80%"), "greatest width 80%"),
        (("word-spacing", "2px"), "word spacing 2 px"),
    ],
)
def test_looks_are_told_in_words(look: tuple[str, str], words: str) -> None:
    """Nobody has to know CSS."""
    assert piece_words(Piece("not shown", look=look)) == words


def test_a_long_list_is_laid_out_to_its_end(qtbot: QtBot, theme: Theme) -> None:
    """A part at a time; End goes to the last change, which can be ticked off."""
    body = Document(tuple(Block(inlines=(Text("😊"),)) for _ in range(120)))
    changes = tuple(
        Change(
            0,
            "emoji",
            "Emoji",
            Fix("Remove emoji", (Remove(at, at + 1),), safe=True),
            line,
            (STRUCK,),
        )
        for line, at in enumerate(body.starts, 1)
    )
    dialog = FixAllDialog(theme, Template(body=body), changes)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    view = cards(dialog)
    last = view.model().index(119, 0)
    qtbot.waitUntil(lambda: view.visualRect(last).top() > 120 * 20)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.viewport().rect().contains(view.visualRect(last))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert confirm(dialog).text() == "Fix 119"
    dialog.close()


def test_placeholders_are_called_as_their_chips_are() -> None:
    """Where words stay, go or come; what another tool spells its own way goes as it is spelled."""
    piece = Piece("Order {{order_id}} of {{product_name}}.")
    assert list(piece_runs(piece)) == [
        ("Order ", False),
        ("order id", True),
        (" of ", False),
        ("product name", True),
        (".", False),
    ]
    struck = Piece("{{ order_id }} {{order_id}}", PieceKind.STRUCK)
    assert piece_words(struck) == "{{ order_id }} order id"
    assert piece_words(Piece("{{order_id}}", PieceKind.ADDED)) == "order id"

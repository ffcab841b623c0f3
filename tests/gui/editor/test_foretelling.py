"""What a fix would change, drawn over the words of an editor."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.document import Block, Document, Text
from composer.document.edits import Edit, Remove, ReplaceText, SetMark
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.message_editor import MessageEditor

TEXT = "𝐀 Would you leave a review? Thanks"
COLOURS = EditorColours()
Columns = Callable[[str], list[int]]


@pytest.fixture
def columns(editor: MessageEditor) -> Columns:
    """The columns of the text in which a colour is seen."""
    editor.set_document(Document((Block(inlines=(Text(TEXT),)), Block(inlines=(Text("end"),)))))

    def find(colour: str) -> list[int]:
        QApplication.processEvents()
        image = editor.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        wanted = QColor(colour).rgb()
        return [
            x
            for x in range(image.width())
            if any(image.pixel(x, y) == wanted for y in range(image.height()))
        ]

    return find


def left_of(editor: MessageEditor, words: str) -> int:
    """Where some words begin in the viewport."""
    cursor = editor.textCursor()
    cursor.setPosition(editor.qt_position(TEXT.index(words)))
    return editor.cursorRect(cursor).left()


def fix(words: str, new: str | None = None) -> list[Edit]:
    """Take some words out, or put others there."""
    start = TEXT.index(words)
    end = start + len(words)
    return [Remove(start, end) if new is None else ReplaceText(start, end, new)]


def test_what_would_go_is_struck_through(editor: MessageEditor, columns: Columns) -> None:
    """Over exactly these words, and nothing of the document or its undo changes."""
    before, revision = editor.document_value(), editor.document().revision()
    assert not columns(COLOURS.must_fix)
    editor.foretell(fix("leave a review"))
    found = columns(COLOURS.must_fix)

    assert abs(found[0] - left_of(editor, "leave")) <= 2
    assert abs(found[-1] - left_of(editor, "? Thanks")) <= 3
    assert editor.document_value() == before
    assert editor.document().revision() == revision
    assert not editor.can_undo()

    editor.foretell(())
    assert not columns(COLOURS.must_fix)


def test_new_words_stand_behind_the_old(editor: MessageEditor, columns: Columns) -> None:
    """In a box of their own; a long text is read elsewhere."""
    editor.foretell(fix("leave a review", "write"))
    assert min(columns(COLOURS.chip)) >= left_of(editor, "? Thanks")
    assert editor.foretold.added == ((TEXT.index("? Thanks"), "write"),)

    editor.foretell(fix("leave a review", "write " * 20))
    assert not columns(COLOURS.chip)
    assert columns(COLOURS.must_fix)


def test_a_change_of_looks_strikes_nothing(editor: MessageEditor, columns: Columns) -> None:
    """The words stay."""
    editor.foretell([SetMark(2, 7, "bold", value=True)])

    assert not columns(COLOURS.must_fix)


def test_typing_ends_it(editor: MessageEditor, columns: Columns) -> None:
    """It was of another text."""
    editor.foretell(fix("leave a review"))
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_X)

    assert not columns(COLOURS.must_fix)


def test_it_moves_with_what_was_typed_since_the_check(
    editor: MessageEditor, columns: Columns
) -> None:
    """The edits are of the text that was checked."""
    editor.show_findings(())
    editor.setFocus()
    QTest.keyClicks(editor, "xy")
    editor.foretell(fix("leave a review"))
    (start, end), text = editor.foretold.struck[0], editor.document_value().text

    assert text[start:end] == "leave a review"
    assert columns(COLOURS.must_fix)

"""An empty message says what to do with it."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.gui.editor.message_editor import MessageEditor


def inked(editor: MessageEditor) -> bool:
    """Whether anything is drawn far from the caret, where an empty message has nothing."""
    picture = editor.viewport().grab().toImage()
    paper = picture.pixelColor(1, 1)
    across = range(editor.gutter + 60, editor.gutter + 160)
    return any(picture.pixelColor(x, y) != paper for x in across for y in range(15, 45))


def test_the_hint_goes_with_the_first_letter(editor: MessageEditor) -> None:
    """It stands in an empty message alone, and never under text being composed."""
    assert not inked(editor)
    editor.set_hint("Write your message")
    assert inked(editor)
    assert editor.document_value().text == ""

    QApplication.sendEvent(editor, QInputMethodEvent("に", []))
    assert not inked(editor)
    QApplication.sendEvent(editor, QInputMethodEvent("", []))
    assert inked(editor)

    QTest.keyClicks(editor, "x")
    assert not inked(editor)
    editor.undo_log.undo()
    assert inked(editor)

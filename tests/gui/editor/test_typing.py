from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.document import (
    Block,
    Container,
    Document,
    LineBreak,
    Link,
    Marks,
    Placeholder,
    Text,
)
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.editor.undo import UndoLog

ITEM = (Container("ul"), Container("li"))


def line(*inlines: Text | Placeholder | LineBreak | str, **fields: object) -> Block:
    """A paragraph of words and other inlines."""
    made = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    return Block(**{"inlines": made, **fields})


def shown(editor: MessageEditor, *blocks: Block) -> Document:
    """Put blocks into the editor."""
    document = Document(blocks)
    editor.set_document(document)
    return document


def press(editor: MessageEditor | SubjectEditor, *keys: Qt.Key | str) -> None:
    """Press keys, and type strings letter by letter."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(editor, key)
        else:
            QTest.keyClick(editor, key)


def compose(editor: MessageEditor, preedit: str, commit: str = "") -> None:
    """Do what an input method does."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def test_typed_words_are_in_the_document(editor: MessageEditor) -> None:
    """What is typed is read back, Return starting a paragraph and Shift+Return a line."""
    press(editor, "Hello,", Qt.Key.Key_Return, "you")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(editor, "there")

    assert editor.document_value() == Document((line("Hello,"), line("you", LineBreak(), "there")))


def test_undo_takes_one_word_at_a_time(editor: MessageEditor, log: UndoLog) -> None:
    """Typing is undone and redone by the word, and at the end nothing is left to undo."""
    press(editor, "one two three")
    states = [editor.document_value().text]
    while log.can_undo:
        log.undo()
        states.append(editor.document_value().text)

    assert states == ["one two three", "one two\xa0", "one\xa0", ""]
    assert not editor.can_undo()
    while log.can_redo:
        log.redo()
    assert editor.document_value().text == "one two three"


def test_keys_undo_and_redo(editor: MessageEditor) -> None:
    """Ctrl+Z and its opposite work from inside the editor."""
    press(editor, "one two")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.document_value().text == "one\xa0"

    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor, Qt.Key.Key_Z, shift)
    assert editor.document_value().text == "one two"


def test_moving_the_caret_starts_a_new_step(editor: MessageEditor, log: UndoLog) -> None:
    """Letters typed in two places are two steps."""
    press(editor, "ab", Qt.Key.Key_Left, "c")
    log.undo()

    assert editor.document_value().text == "ab"


def test_undo_goes_back_in_the_order_of_the_steps(
    editor: MessageEditor, subject: SubjectEditor, log: UndoLog
) -> None:
    """Subject and body share one order of undo, and of redo."""
    press(subject, "s1")
    press(editor, "b1")
    press(subject, " s2")

    texts = []
    while log.can_undo:
        log.undo()
        texts.append((subject.document_value().text, editor.document_value().text))
    assert texts == [("s1\xa0", "b1"), ("s1", "b1"), ("s1", ""), ("", "")]
    while log.can_redo:
        log.redo()
    assert (subject.document_value().text, editor.document_value().text) == ("s1 s2", "b1")


def test_chip_is_one_character(editor: MessageEditor) -> None:
    """An arrow steps over a chip, Backspace removes it whole, and undo brings it back."""
    document = shown(editor, line("a", Placeholder("order_id"), "b"))
    press(editor, Qt.Key.Key_Right)
    assert editor.selection() == (1, 1)
    press(editor, Qt.Key.Key_Right)
    assert editor.selection() == (2, 2)
    press(editor, Qt.Key.Key_Backspace)
    assert editor.document_value() == Document((line("ab"),))
    editor.undo_log.undo()
    assert editor.document_value() == document


@pytest.mark.parametrize("marks", [Marks(), Marks(bold=True)])
def test_text_typed_beside_a_chip_is_text(editor: MessageEditor, marks: Marks) -> None:
    """Words after a chip, and before one that starts a line, are words, with the chip's marks."""
    chip = Placeholder("order_id", marks=marks)
    shown(editor, line(chip))
    press(editor, "a", Qt.Key.Key_End, "b")

    assert editor.document_value().blocks[0].inlines == (Text("a", marks), chip, Text("b", marks))


def test_text_typed_at_the_edges_of_a_link_is_not_linked(editor: MessageEditor) -> None:
    """A link grows from its inside alone."""
    link = Marks(link=Link("https://amazon.com"))
    shown(editor, line(Text("here", link)))
    press(editor, "a", Qt.Key.Key_End, "b", Qt.Key.Key_Left, Qt.Key.Key_Left, "x")

    assert editor.document_value() == Document((line("a", Text("herxe", link), "b"),))


def test_return_after_a_heading_starts_a_paragraph(editor: MessageEditor) -> None:
    """The line after a heading is not a heading."""
    shown(editor, line("Title", tag="h2"))
    press(editor, Qt.Key.Key_End, Qt.Key.Key_Return, "text")

    assert [block.tag for block in editor.document_value().blocks] == ["h2", "p"]


def test_list_by_keys(editor: MessageEditor) -> None:
    """Return makes an item, Tab nests it, Shift+Tab and an empty Return lead out again."""
    shown(editor, line("one", tag="", path=ITEM))
    press(editor, Qt.Key.Key_End, Qt.Key.Key_Return, "two", Qt.Key.Key_Tab)
    second = (Container("ul"), Container("li"), Container("ul"), Container("li"))
    assert editor.document_value() == Document(
        (line("one", tag="", path=ITEM), line("two", tag="", path=second))
    )
    press(editor, Qt.Key.Key_Backtab)
    assert editor.document_value().blocks[1].path == (Container("ul"), Container("li", 1))
    press(editor, Qt.Key.Key_Return, Qt.Key.Key_Return, "after")

    assert editor.document_value().blocks[-1] == line("after")


def test_backspace_leaves_the_list_then_joins(editor: MessageEditor) -> None:
    """At the start of an item Backspace first makes it a paragraph, then joins it."""
    start = shown(editor, line("one"), line("two", tag="", path=ITEM))
    press(editor, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Backspace)
    assert editor.document_value() == Document((line("one"), line("two")))
    press(editor, Qt.Key.Key_Backspace)
    assert editor.document_value() == Document((line("onetwo"),))
    while editor.undo_log.can_undo:
        editor.undo_log.undo()
    assert editor.document_value() == start


def test_rule_gives_way_to_text(editor: MessageEditor) -> None:
    """Typing on a rule writes below it; Backspace below a rule takes it away."""
    shown(editor, line("a"), Block("hr"))
    press(editor, Qt.Key.Key_Down, "b")
    assert editor.document_value() == Document((line("a"), Block("hr"), line("b")))
    press(editor, Qt.Key.Key_Home, Qt.Key.Key_Backspace)

    assert editor.document_value() == Document((line("a"), line("b")))


def test_composed_text_is_not_content(editor: MessageEditor, log: UndoLog) -> None:
    """Text being composed changes nothing until it is committed; then it is one step."""
    shown(editor, line("x"))
    press(editor, Qt.Key.Key_End)
    changes: list[str] = []
    editor.changed.connect(lambda: changes.append(editor.document_value().text))
    compose(editor, "に")
    compose(editor, "にほ")
    assert editor.composing
    assert changes == []
    assert editor.document_value().text == "x"
    compose(editor, "", "日本")
    assert not editor.composing
    assert changes == ["x日本"]
    log.undo()
    assert editor.document_value().text == "x"


def test_composed_text_stays_out_of_chips(editor: MessageEditor) -> None:
    """What is committed after a chip is text."""
    chip = Placeholder("order_id")
    shown(editor, line(chip))
    press(editor, Qt.Key.Key_End)
    compose(editor, "に")
    compose(editor, "", "日")

    assert editor.document_value() == Document((line(chip, "日"),))


def test_emoji_and_right_to_left_text(editor: MessageEditor) -> None:
    """Positions count code points: an emoji is one step, and caret and text agree."""
    shown(editor, line("😀אב", attributes=(("dir", "rtl"),)))
    cursor = editor.textCursor()
    seen = [editor.selection()[0]]
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        editor.setTextCursor(cursor)
        seen.append(editor.selection()[0])

    assert seen == [0, 1, 2, 3]
    assert all(second - first == 1 for first, second in pairwise(seen))


@pytest.mark.parametrize("language", ["ar", "he-IL"])
def test_the_language_says_where_a_line_begins(editor: MessageEditor, language: str) -> None:
    """A line of nothing but a chip, too, and after a template in another language."""
    blocks = (line(Placeholder("seller_name")), line("Hello"))
    shown(editor, *blocks)
    left = editor.cursorRect().left()
    editor.set_language(language)
    shown(editor, *blocks)
    right = editor.cursorRect().left()
    editor.set_language("en")
    shown(editor, *blocks)

    assert left < 80
    assert right > editor.viewport().width() - 80
    assert editor.cursorRect().left() == left


def test_return_in_the_subject_moves_on(editor: MessageEditor, subject: SubjectEditor) -> None:
    """The subject is one line: Return does not split it but says that it is finished."""
    done: list[bool] = []
    subject.finished.connect(lambda: done.append(True))
    press(subject, "ab", Qt.Key.Key_Return)

    assert done == [True]
    assert subject.document_value() == Document((line("ab"),))

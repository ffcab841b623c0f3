"""Keys that change text: plain typing in steps of one word, returns, and the edges of chips."""

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCharFormat, QTextCursor

from composer.document import HEADINGS, LINE_SEPARATOR, Block, Document, Marks
from composer.gui.editor.bridge.reading import frame_of
from composer.gui.editor.bridge.snapshot import Change
from composer.gui.editor.bridge.table import MARKS, Frame
from composer.gui.editor.structure import lifted, list_kind, nested, split_item
from composer.gui.editor.tables.keys import TableKeys

if TYPE_CHECKING:
    from composer.gui.editor.document_edit import DocumentEdit

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Typist:
    """Types into one editor."""

    def __init__(self, editor: "DocumentEdit") -> None:
        self._editor = editor
        self.tables = TableKeys(editor)
        self._step_end: int | None = None
        self._typing = False

    def forget(self) -> None:
        """Let the next character start an undo step."""
        self._step_end = None

    def saw(self, _change: Change) -> None:
        """Take note of an edit: one that was not typed ends the step."""
        if not self._typing:
            self.forget()

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; False leaves it to Qt."""
        if self.tables.press(event):
            return True
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            return self._break_line()
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            return self._return()
        if event.key() == Qt.Key.Key_Backspace and event.modifiers() in (_NONE, _SHIFT):
            return self._backspace()
        text = typed_text(event)
        if not text:
            return False
        self.type(text)
        return True

    def type(self, text: str) -> None:
        """Insert `text` as typed: what follows in the same word joins its undo step."""
        cleared = self.tables.clear_selection()
        cursor = self._editor.textCursor()
        if self._rule_at(cursor):
            self._new_block(cursor)
        starts = cleared or self._starts_step(cursor, text)
        style = self.format_at(cursor)
        self._typing = True
        if cleared:
            cursor.joinPreviousEditBlock()
        elif starts:
            cursor.beginEditBlock()
        cursor.insertText(text, style)
        if starts:
            cursor.endEditBlock()
        self._typing = False
        self._step_end = cursor.position()
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()

    def before_composing(self) -> None:
        """Keep composed text out of chips, links and other cells, as typed text is."""
        self.tables.clear_selection()
        cursor = self._editor.textCursor()
        if not cursor.hasSelection():
            self._editor.setCurrentCharFormat(self.format_at(cursor))

    def format_at(self, cursor: QTextCursor) -> QTextCharFormat:
        """Return the format that text typed at `cursor` takes: no chip, no link's edge."""
        editor = self._editor
        style = editor.currentCharFormat()
        marks = self._marks(style)
        if marks.link is not None and self._at_edge_of_link(cursor, marks):
            marks = replace(marks, link=None)
        return editor.formats.text(self._frame(cursor.block()), marks)

    def _at_edge_of_link(self, cursor: QTextCursor, marks: Marks) -> bool:
        block = self._editor.document().findBlock(cursor.selectionStart())
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == block.position() or end >= block.position() + block.length() - 1:
            return not cursor.hasSelection()
        before, after = QTextCursor(cursor), QTextCursor(cursor)
        before.setPosition(start)
        after.setPosition(end + 1)
        links = {self._marks(side.charFormat()).link for side in (before, after)}
        return links != {marks.link}

    def _starts_step(self, cursor: QTextCursor, text: str) -> bool:
        elsewhere = self._editor.undo_log.latest is not self._editor
        if elsewhere or cursor.hasSelection() or cursor.position() != self._step_end:
            return True
        before = self._editor.document().characterAt(cursor.position() - 1)
        return before.isspace() and not text.isspace()

    def _break_line(self) -> bool:
        self.type(LINE_SEPARATOR)
        return True

    def _return(self) -> bool:
        editor = self._editor
        self.tables.clear_selection()
        cursor = editor.textCursor()
        self.forget()
        if cursor.hasSelection() or not self.in_list():
            self._new_block(cursor)
            return True
        start, _ = editor.selection()
        document = editor.document_value()
        index = document.block_index(start)
        if document.blocks[index].text:
            editor.replace_document(split_item(document, start), (start + 1, start + 1))
        else:
            editor.replace_document(lifted(document, index, index), (start, start))
        return True

    def _new_block(self, cursor: QTextCursor) -> None:
        """Split the paragraph; what stands after a heading is a paragraph again."""
        editor = self._editor
        style = self.format_at(cursor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        frame = self._frame(cursor.block())
        ended = frame.tag in HEADINGS and cursor.atBlockEnd()
        if ended or frame.tag == "hr" or not (frame.tag or frame.path):
            frame = replace(frame, tag="p")
        frame = replace(frame, attributes=tuple(a for a in frame.attributes if a[0] != "id"))
        marks = self._marks(style)
        cursor.insertBlock(editor.formats.block(frame), editor.formats.text(frame, marks))
        cursor.endEditBlock()
        editor.setTextCursor(cursor)
        editor.setCurrentCharFormat(editor.formats.text(frame, marks))
        editor.ensureCursorVisible()

    def _backspace(self) -> bool:
        """At the start of a block: leave the list or quote, or take the rule above away."""
        editor = self._editor
        cursor = editor.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart():
            return False
        document = editor.document_value()
        index = cursor.blockNumber()
        at = document.starts[index]
        changed = lifted(document, index, index)
        if changed != document:
            editor.replace_document(changed, (at, at))
            return True
        if index and document.blocks[index - 1].tag == "hr":
            blocks = (*document.blocks[: index - 1], *document.blocks[index:])
            editor.replace_document(Document(blocks, document.head), (at - 1, at - 1))
            return True
        return False

    def nest(self, *, deeper: bool) -> bool:
        """Move the list items selected one level; False where the caret is in no list."""
        editor = self._editor
        if not self.in_list():
            return False
        start, end = editor.selection()
        document = editor.document_value()
        change = nested if deeper else lifted
        first, last = document.block_index(start), document.block_index(end)
        editor.replace_document(change(document, first, last), (start, end))
        return True

    def in_list(self) -> bool:
        """Whether the caret stands in a list."""
        return bool(list_kind(self._block(self._editor.textCursor())))

    def _rule_at(self, cursor: QTextCursor) -> bool:
        return not cursor.hasSelection() and self._block(cursor).tag == "hr"

    def _block(self, cursor: QTextCursor) -> Block:
        return self._editor.snapshots.blocks[cursor.blockNumber()]

    def _frame(self, block: QTextBlock) -> Frame:
        return frame_of(block, self._editor.formats.table)

    def _marks(self, style: QTextCharFormat) -> Marks:
        return self._editor.formats.table.marks.value(style.intProperty(MARKS))


def typed_text(event: QKeyEvent) -> str:
    """Return what a key types, nothing for commands."""
    text = event.text()
    if not text or event.modifiers() & ~_KEYPAD in (_CONTROL, _CONTROL | _SHIFT):
        return ""
    visible = text[0].isprintable() or unicodedata.category(text[0]) in {"Cf", "Co", "Zs"}
    return text if visible else ""

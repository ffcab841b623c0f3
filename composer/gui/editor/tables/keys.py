"""Keys in tables: Tab goes from cell to cell, and no key joins two cells."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from composer.document import Block, Document
from composer.gui.editor.structure import list_kind
from composer.gui.editor.tables.changes import crosses_cells, emptied, with_row
from composer.gui.editor.tables.grid import Span, cell_of, is_grid, span, table_of

if TYPE_CHECKING:
    from composer.gui.editor.document_edit import DocumentEdit

_Keys = QKeySequence.StandardKey
_BACKWARDS = (_Keys.DeleteStartOfWord, _Keys.Backspace)
_FORWARDS = (_Keys.Delete, _Keys.DeleteEndOfWord, _Keys.DeleteEndOfLine)


class TableKeys:
    """Guards the cells of one editor."""

    def __init__(self, editor: "DocumentEdit") -> None:
        self._editor = editor

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key that would join cells; False leaves it to others."""
        if event.matches(_Keys.Cut):
            return self._cut()
        backwards = any(event.matches(key) for key in _BACKWARDS) or _is_backspace(event)
        if not backwards and not any(event.matches(key) for key in _FORWARDS):
            return False
        if self._editor.textCursor().hasSelection():
            return self.clear_selection()
        return self._at_edge(backwards=backwards)

    def _cut(self) -> bool:
        editor = self._editor
        if not crosses_cells(editor.document_value(), *editor.selection()):
            return False
        editor.copy()
        return self.clear_selection()

    def clear_selection(self) -> bool:
        """Empty the cells that the selection crosses; False where it crosses none."""
        editor = self._editor
        start, end = editor.selection()
        if start == end or not crosses_cells(editor.document_value(), start, end):
            return False
        document, caret = emptied(editor.document_value(), start, end)
        editor.replace_document(document, (caret, caret))
        return True

    def takes_tab(self, *, forwards: bool) -> bool:
        """Whether Tab has a cell to go to, or a row to add."""
        index = self._editor.textCursor().blockNumber()
        blocks = self._editor.snapshots.blocks
        if list_kind(blocks[index]) or not is_grid(blocks, index):
            return False
        return forwards or self._neighbour(index, forwards=False) is not None

    def tab(self, *, forwards: bool) -> bool:
        """Select what stands in the next cell or the one before; after the last comes a new row."""
        if not self.takes_tab(forwards=forwards):
            return False
        editor = self._editor
        index = editor.textCursor().blockNumber()
        cell = self._neighbour(index, forwards=forwards)
        if cell is None:
            document, caret = with_row(editor.document_value(), index, below=True)
            editor.replace_document(document, (caret, caret))
        else:
            starts, blocks = editor.snapshots.starts, editor.snapshots.blocks
            editor.select(starts[cell.first], starts[cell.last] + len(blocks[cell.last].text))
        return True

    def _neighbour(self, index: int, *, forwards: bool) -> Span | None:
        """Return the cell after, or before, that of a block in the same table."""
        blocks = self._editor.snapshots.blocks
        table, here = table_of(blocks[index].path), span(blocks, index, cell_of(blocks[index].path))
        at = here.last + 1 if forwards else here.first - 1
        if at not in span(blocks, index, table):
            return None
        return span(blocks, at, blocks[at].path[: len(table) + 2])

    def _at_edge(self, *, backwards: bool) -> bool:
        """Where the caret stands at the border of a cell, cross it and join nothing."""
        editor = self._editor
        cursor = editor.textCursor()
        index = cursor.blockNumber()
        other = index - 1 if backwards else index + 1
        blocks = editor.snapshots.blocks
        if not (cursor.atBlockStart() if backwards else cursor.atBlockEnd()):
            return False
        inner_list = list_kind(blocks[index]) and backwards
        if inner_list or not 0 <= other < len(blocks) or not _bordered(blocks, index, other):
            return False
        document = editor.document_value()
        if not blocks[index].text and not self._only_one(index):
            kept = (*document.blocks[:index], *document.blocks[index + 1 :])
            document = Document(kept, document.head)
            other = min(other, index)  # what followed has moved up
        starts = document.starts
        caret = starts[other] + (len(document.blocks[other].text) if backwards else 0)
        editor.replace_document(document, (caret, caret))
        return True

    def _only_one(self, index: int) -> bool:
        """Whether a block is all that its cell holds."""
        blocks = self._editor.snapshots.blocks
        cell = cell_of(blocks[index].path)
        around = span(blocks, index, cell)
        return bool(cell) and around.first == around.last


def _bordered(blocks: list[Block], one: int, other: int) -> bool:
    return cell_of(blocks[one].path) != cell_of(blocks[other].path)


def _is_backspace(event: QKeyEvent) -> bool:
    plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return event.key() == Qt.Key.Key_Backspace and event.modifiers() in plain

"""The commands that change the table around the caret."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from composer.gui.editor.message_editor import TableChange
from composer.gui.editor.tables.changes import (
    with_column,
    with_row,
    without_column,
    without_row,
    without_table,
)
from composer.gui.window.actions import Actions
from composer.gui.writing.editors import Editors


class Tabling(QObject):
    """Offers them where they apply: in a table of the message as it is written."""

    def __init__(self, editors: Editors, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._editors = editors
        self._actions = actions
        on: list[tuple[QAction, TableChange]] = [
            (actions.row_above, partial(with_row, below=False)),
            (actions.row_below, partial(with_row, below=True)),
            (actions.column_before, partial(with_column, after=False)),
            (actions.column_after, partial(with_column, after=True)),
            (actions.delete_row, without_row),
            (actions.delete_column, without_column),
            (actions.table_to_text, without_table),
        ]
        for action, change in on:
            action.triggered.connect(partial(self._change, change))
        editors.words.format_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Enable the commands where the caret stands in a table."""
        editors = self._editors
        inside = not editors.as_source and editors.words.format_state().table
        for action in self._actions.of_tables:
            action.setEnabled(inside)

    def _change(self, change: TableChange, _checked: bool = False) -> None:
        self._editors.words.change_table(change)
        self._editors.words.setFocus()

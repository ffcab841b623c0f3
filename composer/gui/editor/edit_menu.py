"""The commands of writing as entries of a menu, for whichever editor it is opened on."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTextEdit

from composer.gui.editor.undo import UndoLog
from composer.gui.theme.theme import Theme
from composer.gui.window.actions import Actions


class EditEntries:
    """Fills menus with undo, redo and what the clipboard is for.

    The window's commands lend their words, keys and icons; the work is done on the editor itself,
    which need not be one of the window's.
    """

    def __init__(self, actions: Actions, theme: Theme) -> None:
        self._actions = actions
        self._theme = theme

    def fill(self, menu: QMenu, editor: QTextEdit | QPlainTextEdit, log: UndoLog) -> None:
        """Add the commands that `editor` has, off where there is nothing for them."""
        a = self._actions
        selected, can_paste = editor.textCursor().hasSelection(), editor.canPaste()
        self.add(menu, a.undo, log.undo, possible=log.can_undo)
        self.add(menu, a.redo, log.redo, possible=log.can_redo)
        menu.addSeparator()
        self.add(menu, a.cut, editor.cut, possible=selected)
        self.add(menu, a.copy, editor.copy, possible=selected)
        self.add(menu, a.paste, editor.paste, possible=can_paste)
        self.add(menu, a.paste_plain, lambda: _paste_plain(editor), possible=can_paste)
        self.add(menu, a.select_all, editor.selectAll)

    def add(
        self, menu: QMenu, command: QAction, work: Callable[[], object], *, possible: bool = True
    ) -> None:
        """Add an entry that looks like `command`, whose own icon is for the toolbar alone."""
        # Shown, not set: two actions with the same key would both go without it.
        keys = command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = f"{command.text()}\t{keys}" if keys else command.text()
        entry = menu.addAction(self._theme.icon(command.objectName()), text)
        entry.setEnabled(possible)
        entry.triggered.connect(lambda _checked=False: work())


def _paste_plain(editor: QTextEdit | QPlainTextEdit) -> None:
    data = QMimeData()
    data.setText(QApplication.clipboard().text())
    if data.text():
        editor.insertFromMimeData(data)

"""The menus at the words: what the finding there offers, then the commands of writing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from composer.gui.checking.judging import Judging
from composer.gui.checking.suggesting import Suggesting
from composer.gui.editor.edit_menu import EditEntries
from composer.gui.editor.exchange_edit import ExchangeEdit
from composer.gui.editor.image_places import image_under, selected_image
from composer.gui.findings.finding_entries import FindingEntries, choose_first
from composer.gui.source.source_edit import SourceEdit
from composer.gui.theme.theme import Theme
from composer.gui.window.actions import Actions
from composer.gui.window.main_window import MainWindow
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors

Editor = ExchangeEdit | SourceEdit
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ContextMenus(QObject):
    """Opens the menu of an editor: by the right button, the Menu key or Shift+F10.

    The right button first puts the caret to the word under it, unless that is selected. What comes
    to be known of the words meanwhile, as what the dictionary suggests, comes into the open menu.
    """

    def __init__(
        self,
        editors: Editors,
        judging: Judging,
        entries: FindingEntries,
        suggesting: Suggesting,
        actions: Actions,
        theme: Theme,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._judging = judging
        self._entries = entries
        self._actions = actions
        self._theme = theme
        self._commands = EditEntries(actions, theme)
        self._window = window
        self._menu: QMenu | None = None
        self._editor: Editor | None = None
        self._by_key = False
        self._more: list[Callable[[QMenu, object], object]] = []
        self._owners: dict[QObject, Editor] = {}
        suggesting.answered.connect(self._refill)
        judging.judged.connect(self._refill)
        self._words = editors.words
        self._own: tuple[Editor, ...] = editors.all
        for editor in self._own:
            self.attach(editor)

    def attach(self, editor: Editor) -> None:
        """Open menus on an editor, the window's own or another one."""
        for part in (editor, editor.viewport()):
            self._owners[part] = editor
            part.installEventFilter(self)

    def extend(self, add: Callable[[QMenu, object], object]) -> None:
        """Let `add` put entries before the commands; it gets the menu and its editor."""
        self._more.append(add)

    def open_fixes(self) -> None:
        """Offer what can be done about the finding at the caret, and nothing else."""
        self._judging.open_fixes(self._entries.fill)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = self._owners.get(watched)
        if editor is None:
            return False
        if isinstance(event, QContextMenuEvent):
            if event.reason() == QContextMenuEvent.Reason.Mouse:
                self._open_under(editor, event.globalPos())
            else:
                self._open_at_caret(editor)
            return True
        if event.type() == QEvent.Type.KeyPress and _asks_for_menu(event):
            self._open_at_caret(editor)
            return True
        return False

    def _open_under(self, editor: Editor, point: QPoint) -> None:
        if editor is self._words:
            place = image_under(self._words, editor.viewport().mapFromGlobal(point))
            if place is not None:
                self._words.select(place.position, place.position + 1)
        cursor = editor.cursorForPosition(editor.viewport().mapFromGlobal(point))
        chosen = editor.textCursor()
        inside = chosen.selectionStart() <= cursor.position() <= chosen.selectionEnd()
        if not (chosen.hasSelection() and inside):
            editor.setTextCursor(cursor)
        self._open(editor, point)

    def _open_at_caret(self, editor: Editor) -> None:
        if self._menu is None or not self._menu.isVisible():  # a key may be told of twice
            below = editor.cursorRect().bottomLeft()
            menu = self._open(editor, editor.viewport().mapToGlobal(below))
            self._by_key = True
            choose_first(menu)

    def _open(self, editor: Editor, point: QPoint) -> QMenu:
        if self._menu is not None:
            self._menu.deleteLater()
        editor.setFocus()
        menu = self._menu = QMenu(self._window)
        self._editor = editor
        self._by_key = False
        self._judging.hide_card()
        self._fill(menu, editor)
        menu.popup(point)
        return menu

    def _fill(self, menu: QMenu, editor: Editor) -> None:
        self._add_findings(menu, editor)
        if editor is self._words and selected_image(self._words) is not None:
            entry = menu.addAction(self._theme.icon("image"), tr_("image.open"))
            entry.setEnabled(self._actions.image.isEnabled())
            entry.triggered.connect(self._actions.image.trigger)
            menu.addSeparator()
        for add in self._more:
            add(menu, editor)
        self._add_commands(menu, editor)

    def _refill(self) -> None:
        """Show what is known now, with the same entry chosen as before."""
        menu, editor = self._menu, self._editor
        if menu is None or editor is None or not menu.isVisible():
            return
        fresh = QMenu(self._window)
        self._fill(fresh, editor)
        if _titles(fresh) != _titles(menu):
            chosen = [it.text() for it in menu.actions() if it is menu.activeAction()]
            menu.clear()
            self._fill(menu, editor)
            again = [it for it in menu.actions() if it.text() in chosen]
            if again:
                menu.setActiveAction(again[0])
            elif self._by_key:
                choose_first(menu)
        fresh.deleteLater()

    def _add_findings(self, menu: QMenu, editor: Editor) -> None:
        """The finding at the caret first; others there are named and have menus of their own."""
        found = [self._judging.row(str(key)) for key in editor.findings_at_caret()]
        rows = [row for row in found if row is not None]
        for row in rows[:1]:
            self._entries.fill(menu, row.key)
        for row in rows[1:]:
            self._entries.fill(menu.addMenu(row.heading.replace("&", "&&")), row.key)
        if rows:
            menu.addSeparator()

    def _is_flagged(self, editor: Editor) -> bool:
        """Whether all that is selected, or the word at the caret, is flagged."""
        end = editor.selection()[1]
        found = (self._judging.finding(key) for key in editor.findings_at_caret())
        return any(it and it.set_aside is None and it.location.end >= end for it in found)

    def _add_commands(self, menu: QMenu, editor: Editor) -> None:
        self._commands.fill(menu, editor, editor.undo_log)
        why_not = self._actions.why_not
        if editor in self._own and why_not.isEnabled() and not self._is_flagged(editor):
            menu.addSeparator()
            self._commands.add(menu, why_not, why_not.trigger)


def _titles(menu: QMenu) -> list[str]:
    return [entry.text() for entry in menu.actions()]


def _asks_for_menu(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    shifted = event.key() == Qt.Key.Key_F10 and event.modifiers() == _SHIFT
    return shifted or event.key() == Qt.Key.Key_Menu

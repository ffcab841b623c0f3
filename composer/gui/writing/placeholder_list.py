"""The list of placeholders at the caret: behind a typed ``{{``, by its keys, or by the button."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from composer.document import Placeholder
from composer.document.placeholders import PlaceholderTable, normalise_name
from composer.gui.editor.bridge.positions import utf16_length
from composer.gui.widgets.popup_delegate import PopupItem
from composer.gui.widgets.popup_list import PopupList
from composer.gui.writing.editors import Editors, PartEditor

_OPEN = re.compile(r"\{\{([^{}\n\u2028]*)\Z")
_KEEP, _Event = QTextCursor.MoveMode.KeepAnchor, QEvent.Type


class PlaceholderList(QObject):
    """Offers `items` in `popup` and inserts the one taken; what is typed on narrows them.

    `table` knows other names of them ("Bestellnummer").

    Signals:
        opened: the list was asked for; the template has to be in front.
    """

    opened = Signal()

    def __init__(
        self,
        editors: Editors,
        items: Callable[[], Mapping[str, PopupItem]],
        table: PlaceholderTable,
        popup: PopupList,
    ) -> None:
        super().__init__(popup)
        self._editors = editors
        self._items = items
        self._table = table
        self._list = popup
        self._list.chosen.connect(self._insert)
        self._editor: PartEditor = editors.body
        self._asked: int | None = None  # where the caret stood when the list was asked for
        # Asked within a change, an editor would answer with what was before.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        for editor in editors.all:
            editor.installEventFilter(self)
            editor.changed.connect(lambda at=editor: self._edited(at))
            editor.cursorPositionChanged.connect(self._moved)

    def open(self) -> None:
        """Offer everything at the caret of the editor that had the focus last."""
        self.opened.emit()
        if not self._editor.isVisible():
            self._editor = self._editors.body
        self._editor.setFocus()
        self._asked = self._editor.textCursor().selectionStart()
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == _Event.FocusIn:
            self._editor = next(each for each in self._editors.all if each is watched)
        if watched is not self._editor:
            return False
        if event.type() == _Event.FocusOut:
            self._close()
        return isinstance(event, QKeyEvent) and self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if not self._list.isVisible():
            return False
        if event.type() == _Event.ShortcutOverride:
            event.accept()  # or Escape and Return would be somebody's shortcut
            return False
        taken = event.type() == _Event.KeyPress and self._list.press(event.key())
        if taken and not self._list.isVisible():
            self._close()
        return taken

    def _edited(self, editor: PartEditor) -> None:
        if editor.hasFocus():
            self._soon.start()

    def _moved(self) -> None:
        if self._list.isVisible():
            self._soon.start()

    def _look(self) -> None:
        if self._editor.composing:
            return
        found = self._wanted()
        items = self._matching(found[1]) if found else ()
        if not items:
            self._close()
            return
        caret = self._editor.cursorRect()
        corner = self._editor.viewport().mapToGlobal(caret.topLeft())
        self._list.show_items(items, QRect(corner, caret.size()))

    def _matching(self, words: str) -> tuple[PopupItem, ...]:
        """Those whose title or name holds `words`, or else those with another name like it."""
        wanted = normalise_name(words)
        known = self._items().values()
        titled = tuple(
            item
            for item in known
            if wanted in normalise_name(item.label) or wanted in normalise_name(item.value)
        )
        names = self._table.names.items()
        others = {name for spelling, name in names if spelling.startswith(wanted)}
        return titled or tuple(item for item in known if item.value in others)

    def _wanted(self) -> tuple[int, str] | None:
        """Return where what the placeholder replaces starts, and the words that narrow the list."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            start = cursor.selectionStart()
            return (start, "") if start == self._asked else None
        caret = cursor.position()
        before = QTextCursor(cursor)
        before.setPosition(cursor.block().position())
        before.setPosition(caret, _KEEP)
        if match := _OPEN.search(before.selectedText()):
            return caret - utf16_length(match[0]), match[1]
        if self._asked is None or not cursor.block().contains(self._asked):
            return None
        before.setPosition(self._asked)
        before.setPosition(caret, _KEEP)
        return (self._asked, before.selectedText()) if caret >= self._asked else None

    def _insert(self, name: str) -> None:
        found, self._asked = self._wanted(), None
        if found is None:
            return
        editor, cursor = self._editor, self._editor.textCursor()
        end = cursor.selectionEnd()
        cursor.setPosition(found[0])
        cursor.setPosition(end, _KEEP)
        editor.setTextCursor(cursor)
        editor.insert_placeholder(name, self._spelled(name))
        editor.setFocus()

    def _spelled(self, name: str) -> str | None:
        """How the message spells this placeholder where another program is to fill it in."""
        documents = [editor.document_value() for editor in self._editors.written.values()]
        found = [
            inline.source
            for document in documents
            for _, _, inline in document.runs()
            if isinstance(inline, Placeholder) and inline.name == name
        ]
        return found[0] if found and all(found) else None

    def _close(self) -> None:
        self._asked = None
        self._list.hide()

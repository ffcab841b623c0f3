"""Placeholders as they are typed: ``{{`` opens the list, a closing ``}}`` makes the chip."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from composer.document.edits import ReplaceText
from composer.document.placeholders import PlaceholderTable, normalise_name
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.text import tr_
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.widgets.popup_list import PopupList

_OPEN = re.compile(r"\{\{([^{}\n\u2028]*)\Z")
Editor = MessageEditor | SubjectEditor


class Placeholding(QObject):
    """Watches the editors for typed placeholders."""

    def __init__(
        self,
        editors: Iterable[Editor],
        table: PlaceholderTable,
        items: tuple[ChoiceItem, ...],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._editors = tuple(editors)
        self._table = table
        self._items = items
        self._list = PopupList(tr_("toolbar.placeholder"), window)
        self._list.chosen.connect(self._insert)
        self._editor: Editor | None = None
        # The text must not be changed from within its own change.
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._look_at_caret)
        for editor in self._editors:
            editor.installEventFilter(self)
            editor.edited.connect(lambda _change, at=editor: self._edited(at))
            editor.cursorPositionChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._editor:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        return isinstance(event, QKeyEvent) and self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._list.isVisible():
            event.accept()  # or Escape and Return would be somebody's shortcut
            return False
        return event.type() == QEvent.Type.KeyPress and self._list.press(event.key())

    def _edited(self, editor: Editor) -> None:
        if editor.retracing:
            self._look.stop()  # or undo would be done again at once
        elif editor.hasFocus():
            self._editor = editor
            self._look.start()

    def _moved(self) -> None:
        if self._list.isVisible():
            self._look.start()

    def _look_at_caret(self) -> None:
        editor = self._editor
        if editor is None or editor.composing:
            return
        self._close_spelled(editor)
        found = self._opened(editor)
        if found is None:
            self._list.hide()
            return
        wanted = normalise_name(found[1])
        items = tuple(
            item
            for item in self._items
            if wanted in normalise_name(item.label) or wanted in normalise_name(item.value)
        )
        caret = editor.cursorRect()
        corner = editor.viewport().mapToGlobal(caret.topLeft())
        self._list.show_items(items, QRect(corner, caret.size()))

    def _close_spelled(self, editor: Editor) -> None:
        """Make chips of what is spelled out whole in the caret's paragraph."""
        index = editor.textCursor().blockNumber()
        text, base = editor.snapshots.blocks[index].text, editor.snapshots.starts[index]
        edits = [
            ReplaceText(base + match.start, base + match.end, "{{" + match.name + "}}")
            for match in self._table.find(text)
            if text.startswith("{{", match.start) and match.text is None
        ]
        if edits:
            editor.apply_edits(edits)

    def _opened(self, editor: Editor) -> tuple[int, str] | None:
        """Return where an unclosed ``{{`` before the caret starts, and what follows it."""
        start, end = editor.selection()
        if start != end:
            return None
        index = editor.textCursor().blockNumber()
        base = editor.snapshots.starts[index]
        match = _OPEN.search(editor.snapshots.blocks[index].text[: start - base])
        return (base + match.start(), match[1]) if match else None

    def _insert(self, name: str) -> None:
        editor = self._editor
        found = self._opened(editor) if editor else None
        if editor is not None and found is not None:
            editor.select(found[0], editor.selection()[1])
            editor.insert_placeholder(name)
            editor.setFocus()

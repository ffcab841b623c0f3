"""The commands of writing: formatting, links, placeholders, paste, undo."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from composer.document import OBJECT
from composer.gui.editor.addresses import address_in
from composer.gui.editor.commands import FormatState, Size
from composer.gui.template.workspace import Workspace
from composer.gui.widgets.ask import AskDialog
from composer.gui.widgets.wrapped import shortened
from composer.gui.window.actions import Actions
from composer.gui.window.toolbar import FormatToolBar
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors, PartEditor


class Reader(Protocol):
    """Shows words that cannot be edited there."""

    def copy(self) -> bool:
        """Copy what is selected; False without the keyboard's focus."""

    def select_all(self) -> bool:
        """Select everything; False without the keyboard's focus."""


class Writing(QObject):
    """Connects toolbar and menus with the two editors.

    `reader` is where words are only read: it copies and selects while it has the keyboard.

    Signals:
        failed: a sentence on what could not be done.
        pasted: a paste left something out (`Pasted`); `keep_paste` brings its look back.
        paste_passed: the text was changed since: there is no going back any more.
    """

    failed = Signal(str)
    pasted = Signal(object)
    paste_passed = Signal()

    def __init__(
        self,
        editors: Editors,
        actions: Actions,
        toolbar: FormatToolBar,
        workspace: Workspace,
        reader: Reader,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._editors = editors
        self._body = editors.words
        self._subject = editors.subject
        self._log = editors.subject.undo_log
        self._actions = actions
        self._toolbar = toolbar
        self._workspace = workspace
        self._reader = reader
        self._window = window
        self._tips = {action: action.toolTip() for action in (actions.undo, actions.redo)}
        self._connect_editors()
        self._connect_actions()
        self._show_undo()

    def keep_paste(self) -> None:
        """Give the last paste the look it had."""
        self._body.keep_paste()
        self._body.setFocus()

    def insert_link(self) -> None:
        """Ask for an address and link what is selected to it; an empty one takes it away.

        An address on the clipboard is offered.
        """
        around = self._body.link_at_caret()
        copied = address_in(QApplication.clipboard().mimeData())
        old = around[2].href if around else copied or "https://"
        start, end = around[:2] if around else self._body.selection()
        linked = self._body.document_value().text[start:end].replace(OBJECT, "…")
        words = shortened(" ".join(linked.split()))

        def take(href: str) -> None:
            self._body.set_link(href or None)
            self._body.setFocus()

        question = tr_("link.label_words", words=words) if words else tr_("link.label")
        AskDialog(tr_("link.title"), question, take, self._window, text=old).open()

    def _editor(self) -> PartEditor:
        return self._subject if self._subject.hasFocus() else self._editors.body

    def _connect_editors(self) -> None:
        self._body.format_changed.connect(self._show_format)
        self._body.pasted_cleaned.connect(self.pasted)
        self._body.paste_passed.connect(self.paste_passed)
        self._body.refused.connect(self.failed)
        self._subject.refused.connect(self.failed)
        self._subject.finished.connect(self._body.setFocus)
        self._log.changed.connect(self._show_undo)
        self._toolbar.size_chosen.connect(self._set_size)

    def _connect_actions(self) -> None:
        actions, body = self._actions, self._body
        on: list[tuple[object, Callable[[], object]]] = [
            (actions.undo, self._log.undo),
            (actions.redo, self._log.redo),
            (actions.bold, lambda: body.toggle("bold")),
            (actions.italic, lambda: body.toggle("italic")),
            (actions.underline, lambda: body.toggle("underline")),
            (actions.bullet_list, lambda: body.toggle_list("ul")),
            (actions.numbered_list, lambda: body.toggle_list("ol")),
            (actions.link, self.insert_link),
            (actions.cut, lambda: self._editor().cut()),
            (actions.copy, lambda: self._reader.copy() or self._editor().copy()),
            (actions.paste, lambda: self._editor().paste()),
            (actions.paste_plain, self._paste_plain),
            (actions.select_all, lambda: self._reader.select_all() or self._editor().selectAll()),
        ]
        for action, work in on:
            action.triggered.connect(lambda _checked=False, do=work: do())  # type: ignore[attr-defined]

    def _paste_plain(self) -> None:
        data = QMimeData()
        data.setText(QApplication.clipboard().text())
        if data.text():
            self._editor().insertFromMimeData(data)

    def _set_size(self, size: str) -> None:
        self._body.set_size(Size(size))
        self._body.setFocus()

    def _show_format(self, state: FormatState) -> None:
        actions = self._actions
        for action, on in (
            (actions.bold, state.bold),
            (actions.italic, state.italic),
            (actions.underline, state.underline),
            (actions.bullet_list, state.list == "ul"),
            (actions.numbered_list, state.list == "ol"),
        ):
            action.setChecked(on)
        self._toolbar.set_size(state.size.value)

    def _show_undo(self) -> None:
        for action, able, none in (
            (self._actions.undo, self._log.can_undo, tr_("toolbar.nothing_to_undo")),
            (self._actions.redo, self._log.can_redo, tr_("toolbar.nothing_to_redo")),
        ):
            action.setEnabled(able)
            action.setToolTip(self._tips[action] if able else none)

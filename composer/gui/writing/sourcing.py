"""Changing between the message as it is written and its HTML source."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from composer.gui.window.actions import Actions
from composer.gui.window.toolbar import FormatToolBar
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors

WRITE, HTML = "write", "html"


class Sourcing(QObject):
    """Shows the body's words or its source; leaving the source is one undo step of the words.

    Signals:
        changed: the other one is on screen now.
        failed: a sentence on why the source cannot be left.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, editors: Editors, stack: QStackedWidget, toolbar: FormatToolBar, actions: Actions
    ) -> None:
        super().__init__(stack)
        self._editors = editors
        self._stack = stack
        self._toolbar = toolbar
        self._actions = actions
        self._plain = False
        self._tips = {action: action.toolTip() for action in actions.of_looks}
        toolbar.view_chosen.connect(lambda view: self.show(as_source=view == HTML))
        actions.show_source.toggled.connect(lambda on: self.show(as_source=on))
        editors.words.changed.connect(self._follow)
        editors.source.refused.connect(self.failed)

    @property
    def editors(self) -> Editors:
        """The editors it changes between."""
        return self._editors

    def show(self, *, as_source: bool) -> None:
        """Show the source, or the words; the caret stays where it is in the message."""
        editors = self._editors
        if as_source != editors.as_source:
            if as_source:
                editors.source.show_document(
                    editors.words.document_value(), editors.words.selection()[0]
                )
                editors.as_source = True
            else:
                self._take_source()
            self._stack.setCurrentWidget(editors.body)
            self.changed.emit()
        self._show_choice()
        editors.body.setFocus()

    def set_plain(self, why: str) -> None:
        """Offer only what has an effect where nothing but plain text is sent, and say `why`.

        Everything where that is empty.
        """
        self._plain = bool(why)
        for action, tip in self._tips.items():
            action.setToolTip(f"{tip}\n{why}".strip())
        self._toolbar.set_plain(why)
        self._show_choice()

    def _take_source(self) -> None:
        """Bring the words to what the source says, unless it cannot be read."""
        source, words = self._editors.source, self._editors.words
        if not source.readable:
            self.failed.emit(tr_("source.unreadable"))
            return
        position = source.caret()
        document = source.document_value()
        source.undo_log.forget(source)
        self._editors.as_source = False  # first: the source need not follow this change
        words.replace_document(document)
        words.select(min(position, len(document.text)))

    def _follow(self) -> None:
        """The words were changed while the source is shown, as undoing further back does."""
        if self._editors.as_source:
            words = self._editors.words
            self._editors.source.show_document(words.document_value(), words.selection()[0])

    def _show_choice(self) -> None:
        on = self._editors.as_source
        self._toolbar.set_view(HTML if on else WRITE)
        actions = self._actions
        actions.show_source.setChecked(on)
        for action in actions.of_words:
            action.setEnabled(not on and not (self._plain and action in self._tips))


def pages(editors: Editors) -> QStackedWidget:
    """Return the widget in which one of the body's editors is on screen."""
    stack = QStackedWidget()
    stack.addWidget(editors.words)
    stack.addWidget(editors.source)
    return stack

"""The subject's editor: one line of words and placeholders."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QPaintEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from composer.document import Block, Document, Placeholder
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.gui.editor.clipboard import plain_line
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.exchange_edit import ExchangeEdit
from composer.gui.editor.paint.hint import paint_hint
from composer.gui.editor.undo import UndoLog
from composer.gui.words.text import tr_

ROOM = 10  # px above and below the line together


class SubjectEditor(ExchangeEdit):
    """Edits a subject: a document of one plain block.

    Signals:
        finished: Return was pressed: go on to the body.
    """

    finished = Signal()

    def __init__(
        self,
        undo_log: UndoLog,
        colours: EditorColours | None = None,
        placeholders: PlaceholderTable = CANONICAL,
        parent: QWidget | None = None,
    ) -> None:
        self._hint = ""
        super().__init__(undo_log, colours, placeholders=placeholders, parent=parent, size=14)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr_("paper.subject"))

    def set_hint(self, words: str) -> None:
        """Say in an empty subject what it is for."""
        self._hint = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def set_document(self, document: Document) -> None:
        super().set_document(plain_line(document))

    def replace_document(
        self, document: Document, selection: tuple[int, int] | None = None
    ) -> None:
        super().replace_document(plain_line(document), selection)

    def insert_placeholder(self, name: str, source: str | None = None) -> None:
        """Insert the placeholder `name`, spelled `source`, in place of what is selected."""
        self._insert_piece(Document((Block(inlines=(Placeholder(name, source),)),)))

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() + ROOM)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.document_value().text:
            paint_hint(self, self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.InsertParagraphSeparator) or event.matches(keys.InsertLineSeparator):
            self.finished.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Dictation may commit lines; here there is one.
        words = " ".join(event.commitString().splitlines())
        if words != event.commitString():
            event.setCommitString(words, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)

    def _insert_piece(self, piece: Document) -> None:
        super()._insert_piece(plain_line(piece))

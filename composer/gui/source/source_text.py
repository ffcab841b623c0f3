"""An editor of a message's HTML source, which it reads as it changes."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from composer.document import Document
from composer.document.edits import Edit, apply
from composer.document.errors import DocumentError
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.gui.editor.bridge.positions import to_code_points, to_utf16
from composer.gui.editor.undo import UndoLog
from composer.gui.source.difference import changes
from composer.gui.source.highlighter import HtmlHighlighter, SourceColours
from composer.gui.source.written import Written, written
from composer.gui.text import tr_

SIZE, MARGIN = 13, 18  # px
_LINE_ENDS = str.maketrans("\u2028\u2029", "\n\n")


class SourceText(QPlainTextEdit):
    """Shows and edits a document as HTML; what cannot be read keeps the document before.

    Signals:
        changed: the source differs.
        refused: a sentence on why the source cannot be read.
    """

    changed = Signal()
    refused = Signal(str)

    composing = False

    def __init__(
        self,
        undo_log: UndoLog,
        source_colours: SourceColours,
        placeholders: PlaceholderTable = CANONICAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.undo_log = undo_log
        self._placeholders = placeholders
        self._language = "en"
        self._written = written(Document(), "en", placeholders)
        self._stale = False
        self._readable = True
        self._loading = False
        self.setAccessibleName(tr_("source.title"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(SIZE)
        self.setFont(font)
        self.document().setDocumentMargin(MARGIN)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setProperty("kind", "source")
        self._highlighter = HtmlHighlighter(self.document(), source_colours)
        self.textChanged.connect(self._on_change)
        self.document().undoCommandAdded.connect(self._record_step)

    # The document

    def set_language(self, language: str) -> None:
        """Take the BCP 47 language that a whole file is written with."""
        self._language = language

    def show_document(self, document: Document, position: int) -> None:
        """Show `document` as source, with nothing to undo and the caret at a position of it."""
        self._loading = True
        self._written = written(document, self._language, self._placeholders)
        self.setPlainText(self._written.source)
        self._loading, self._stale, self._readable = False, False, True
        self.undo_log.forget(self)
        self._put_caret(self._written.offset(position))

    def source(self) -> str:
        """Return the source on screen; unlike Qt's plain text it keeps no-break spaces."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def document_value(self) -> Document:
        """Return what the source says now; the same object until it says something else."""
        return self._read().document

    @property
    def readable(self) -> bool:
        """Whether the source as it stands can be read."""
        self._read()
        return self._readable

    def caret(self) -> int:
        """Return the position in the document's text at which the caret stands."""
        return self._read().position(self._offset(self.textCursor().position()))

    def apply_fix(self, edits: Iterable[Edit]) -> bool:
        """Make the `edits` of a fix in one undo step; False where they do not fit any more."""
        try:
            self.replace_document(apply(self.document_value(), edits))
        except ValueError:
            return False
        return True

    def replace_document(self, document: Document) -> None:
        """Change what differs in the source of `document`, in one undo step."""
        if document == self.document_value():
            return
        new = written(document, self._language, self._placeholders).source
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, text in reversed(changes(self.source(), new)):
            cursor.setPosition(self._unit(start))
            cursor.setPosition(self._unit(end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
        cursor.endEditBlock()

    def insert_placeholder(self, name: str) -> None:
        """Insert the placeholder `name` at the caret, in place of what is selected."""
        self.insertPlainText("{{" + name + "}}")

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return self.document().isRedoAvailable()

    def undo_step(self) -> None:
        """Undo one step."""
        self.undo()
        self.ensureCursorVisible()

    def redo_step(self) -> None:
        """Redo one step."""
        self.redo()
        self.ensureCursorVisible()

    # Events

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Qt would type the addresses of files; those are for the window.
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_log.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.undo_log.redo()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_change(self) -> None:
        if not self._loading:
            self._stale = True
            self.changed.emit()

    def _record_step(self) -> None:
        if not self._loading:
            self.undo_log.record(self)

    # Reading

    def _read(self) -> Written:
        if self._stale:
            self._stale = False
            try:
                read = Written(self.source(), self._placeholders)
            except DocumentError as error:
                self._readable = False
                self.refused.emit(str(error))
                return self._written
            self._readable = True
            self._written = read
        return self._written

    def _unit(self, offset: int) -> int:
        return to_utf16(self.source() if self._stale else self._written.source, offset)

    def _offset(self, unit: int) -> int:
        return to_code_points(self.source(), unit)

    def _put_caret(self, offset: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._unit(offset))
        self.setTextCursor(cursor)
        self.centerCursor()

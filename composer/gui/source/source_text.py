"""An editor of a message's HTML source, which it reads as it changes."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontDatabase,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from composer.document import Document, Placeholder
from composer.document.edits import Edit, ReplaceText, apply
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.document.search import Hit, Query, find_in_text
from composer.gui.editor.composition import Composition
from composer.gui.editor.following import place_behind
from composer.gui.editor.undo import UndoLog
from composer.gui.garbage import collecting_later
from composer.gui.source.difference import changes
from composer.gui.source.highlighter import HtmlHighlighter, SourceColours
from composer.gui.source.line_numbers import LineNumbers
from composer.gui.source.source_reader import SourceReader
from composer.gui.source.units import Units
from composer.gui.source.written import source_of, written
from composer.gui.words.text import tr_

SIZE, MARGIN = 13, 18  # px


class SourceText(QPlainTextEdit):
    """Shows and edits a document as HTML; what cannot be read keeps the document before.

    Selections and hits are code points of the source.

    Signals:
        changed: the source differs; not sent for text that is only being composed.
        caught_up: long source is read, a while after it was typed.
        refused: a sentence on why the source cannot be read.
    """

    changed = Signal()
    caught_up = Signal()
    refused = Signal(str)

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
        self._loading = False
        self.composition = Composition(self)
        shown = written(Document(), "en", placeholders)
        self.setPlainText(shown.source)
        self._reader = SourceReader(shown, placeholders, self)
        self._units = Units(shown.source)
        self.setAccessibleName(tr_("source.title"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(SIZE)
        self.setFont(font)
        self.document().setDocumentMargin(MARGIN)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setProperty("kind", "source")
        self._highlighter = HtmlHighlighter(self.document(), source_colours)
        self._numbers = LineNumbers(self, source_colours.number, source_colours.current_number)
        self.blockCountChanged.connect(self._make_room)
        self._make_room()
        self._reader.refused.connect(self.refused)
        self._reader.caught_up.connect(self.caught_up)
        self.textChanged.connect(self._follow)
        self.document().undoCommandAdded.connect(self._record_step)

    # The document

    def set_language(self, language: str) -> None:
        """Take the BCP 47 language that a whole file is written with."""
        self._language = language

    def show_document(self, document: Document, position: int) -> None:
        """Show `document` as source, with nothing to undo and the caret at a position of it."""
        self._loading = True
        with collecting_later():
            shown = written(document, self._language, self._placeholders)
            self.setPlainText(shown.source)
        self._loading = False
        self._reader.show(shown)
        self._units = Units(shown.source)
        self.undo_log.forget(self)
        self.select(shown.offset(position))
        self.centerCursor()

    def source(self) -> str:
        """Return the source on screen, without what is only being composed."""
        return self._reader.source

    def document_value(self) -> Document:
        """Return what the source says now; the same object until it says something else."""
        return self._reader.now().document

    def recent_document(self) -> Document:
        """Return what the source says, or said a moment ago where reading it would take long."""
        return self._reader.recent()

    @property
    def behind(self) -> bool:
        """Whether the source is so long that what was typed last is not read yet."""
        return self._reader.behind

    @property
    def readable(self) -> bool:
        """Whether the source as it stands can be read."""
        return self._reader.readable

    @property
    def composing(self) -> bool:
        """Whether an input method is composing text that is not in the source yet."""
        return self.composition.active

    def set_colours(self, source: SourceColours) -> None:
        """Paint with other colours."""
        self._highlighter.set_colours(source)
        self._numbers.set_colours(source.number, source.current_number)

    # Caret and selection

    def caret(self) -> int:
        """Return the position in the document's text at which the caret stands."""
        return self._reader.now().position(self._units.point(self.textCursor().position()))

    def selection(self) -> tuple[int, int]:
        """Return the range selected, an empty one at the caret where nothing is selected."""
        cursor = self.textCursor()
        return (
            self._units.point(cursor.selectionStart()),
            self._units.point(cursor.selectionEnd()),
        )

    def select(self, start: int, end: int | None = None) -> None:
        """Select a range, or put the caret at `start`, and scroll there."""
        self.setTextCursor(self._range(start, start if end is None else end))
        self.ensureCursorVisible()

    # Finding and replacing

    def find_hits(self, query: Query) -> tuple[Hit, ...]:
        """Return every place of `query` in the source.

        Raises:
            QueryError: where the pattern is not a regular expression, or takes too long.
        """
        return find_in_text(self.source(), query)

    def replace_hits(self, edits: Sequence[ReplaceText]) -> None:
        """Put other words in place of hits, in one undo step."""
        self._replace([(edit.start, edit.end, edit.text) for edit in edits])

    def length(self) -> int:
        """Return how many characters there are to find hits in."""
        return len(self.source())

    # Changes

    def apply_fix(self, edits: Iterable[Edit]) -> bool:
        """Make the `edits` of a fix in one undo step; the caret goes there.

        False where they do not fit any more, or text is being composed.
        """
        if self.composing:
            return False
        before, edits = self.document_value(), tuple(edits)
        try:
            changed = apply(before, edits)
        except ValueError:
            return False
        self.replace_document(changed)
        self.select(self._reader.now().offset(place_behind(edits, before, changed)))
        return True

    def replace_document(self, document: Document) -> None:
        """Change what differs in the source of `document`, in one undo step."""
        if document == self.document_value():
            return
        new = source_of(document, self._language)
        self._replace(changes(self.source(), new))

    def insert_placeholder(self, name: str, source: str | None = None) -> None:
        """Insert the placeholder `name` at the caret, in place of what is selected."""
        self.insertPlainText(Placeholder(name, source).spelling)

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

    def canInsertFromMimeData(self, source: QMimeData | None) -> bool:
        # Qt asks about an empty clipboard, too, and would type the addresses of files.
        if source is None:
            return False
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.composition.finish()
            self.undo_log.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.composition.finish()
            self.undo_log.redo()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composition.take(event)
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composition.finish()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        wide = self._numbers.sizeHint().width()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), wide, inside.height()))

    def _make_room(self) -> None:
        """Keep the text clear of the numbers, which grow by a digit now and then."""
        wide = self._numbers.sizeHint().width()
        self.setViewportMargins(wide, 0, 0, 0)
        self._numbers.resize(wide, self._numbers.height())

    def _follow(self) -> None:
        """Take what is on screen now, if Qt did more than show text being composed."""
        # Unlike Qt's plain text, raw text keeps no-break spaces.
        raw = self.document().toRawText()
        source = raw.replace("\u2029", "\n").replace("\u2028", "\n")
        if not self._loading and source != self._reader.source:
            self._reader.edit(source)
            self._units = Units(source)
            self._on_change()
            self.changed.emit()

    def _on_change(self) -> None:
        """Keep what is derived from the source in step; for subclasses."""

    def _record_step(self) -> None:
        if not self._loading:
            self.undo_log.record(self)

    def _replace(self, pieces: Sequence[tuple[int, int, str]]) -> None:
        """Replace ranges, which are in order, in one undo step."""
        ranges = [(self._range(start, end), text) for start, end, text in pieces]
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for where, text in reversed(ranges):
            where.insertText(text)
        cursor.endEditBlock()

    def _range(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.unit(start))
        cursor.setPosition(self._units.unit(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

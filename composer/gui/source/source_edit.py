"""An editor of HTML source that shows findings where they stand in it."""

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from composer.document import Document
from composer.document.edits import Edit, apply
from composer.document.errors import DocumentError
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.gui.editor.bridge.positions import to_code_points, to_utf16
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.finding_edit import HOVER_PAUSE
from composer.gui.editor.paint.squiggles import Squiggle
from composer.gui.editor.undo import UndoLog
from composer.gui.source.highlighter import HtmlHighlighter, SourceColours
from composer.gui.source.written import Written, written
from composer.gui.text import tr_
from composer.lint.finding import Finding, Severity

SIZE, MARGIN = 13, 18  # px
_NEARLY_ALL = 60_000  # characters above which a change is one piece: comparing would take long


class SourceEdit(QPlainTextEdit):
    """Shows and edits a document as HTML; what cannot be read keeps the document before.

    Signals:
        changed: the source differs.
        finding_hovered, finding_at_caret: as those of `FindingEdit`.
        refused: a sentence on why the source cannot be read.
    """

    changed = Signal()
    finding_hovered = Signal(object, QRect)
    finding_at_caret = Signal(object)
    refused = Signal(str)

    composing = False

    def __init__(
        self,
        undo_log: UndoLog,
        colours: EditorColours,
        source_colours: SourceColours,
        placeholders: PlaceholderTable = CANONICAL,
        locate: Callable[[object], Finding | None] = lambda _: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.undo_log = undo_log
        self.locate = locate
        self._colours = colours
        self._placeholders = placeholders
        self._language = "en"
        self._written = written(Document(), "en", placeholders)
        self._stale = False
        self._readable = True
        self._loading = False
        self._shown: list[tuple[int, int, Squiggle]] = []
        self._active: object | None = None
        self._hovered: object | None = None
        self._mouse = QPoint()
        self.setAccessibleName(tr_("source.title"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(SIZE)
        self.setFont(font)
        self.document().setDocumentMargin(MARGIN)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setProperty("kind", "source")
        self._highlighter = HtmlHighlighter(self.document(), source_colours)
        self._hover = QTimer(self, singleShot=True, interval=HOVER_PAUSE)
        self._hover.timeout.connect(self._tell_hover)
        self.viewport().setMouseTracking(True)
        self.textChanged.connect(self._on_change)
        self.cursorPositionChanged.connect(self._tell_caret)
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
        self._shown, self._active = [], None
        self.setExtraSelections([])
        self.undo_log.forget(self)
        self._put_caret(self._written.offset(position))

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
        for start, end, text in reversed(_changes(self.toPlainText(), new)):
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

    # Findings

    def show_findings(self, squiggles: Iterable[Squiggle]) -> None:
        """Show these instead of those before, each where it stands in the source."""
        reading = self._read()
        self._shown = []
        for item in squiggles:
            finding = self.locate(item.key)
            if finding is not None:
                self._shown.append((*reading.span(finding.location), item))
        if self._active is not None and self._item(self._active) is None:
            self._active = None
        self._paint()
        self._tell_caret()

    def findings_shown(self) -> tuple[tuple[int, int], ...]:
        """Return the source ranges of the findings on screen."""
        return tuple((start, end) for start, end, _ in self._shown)

    def select_finding(self, key: object) -> bool:
        """Select the source of a finding and scroll there; False where it is shown no more."""
        item = self._item(key)
        if item is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(self._unit(item[0]))
        cursor.setPosition(self._unit(item[1]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()
        self._activate(key)
        return True

    def finding_rect(self, key: object) -> QRect:
        """Return the rectangle of a finding's beginning, in global coordinates."""
        item = self._item(key)
        if item is None:
            return QRect()
        cursor = self.textCursor()
        cursor.setPosition(self._unit(item[0]))
        rect = self.cursorRect(cursor)
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def set_colours(self, colours: EditorColours, source: SourceColours) -> None:
        """Paint with other colours."""
        self._colours = colours
        self._highlighter.set_colours(source)
        self._paint()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_log.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.undo_log.redo()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._mouse = event.position().toPoint()
        self._hover.start()

    def _on_change(self) -> None:
        if self._loading:
            return
        self._stale = True
        self._shown = []  # positions of what was: the next check brings them again
        self._paint()
        self.changed.emit()

    def _record_step(self) -> None:
        if not self._loading:
            self.undo_log.record(self)

    # Reading

    def _read(self) -> Written:
        if self._stale:
            self._stale = False
            try:
                read = Written(self.toPlainText(), self._placeholders)
            except DocumentError as error:
                self._readable = False
                self.refused.emit(str(error))
                return self._written
            self._readable = True
            self._written = read
        return self._written

    def _item(self, key: object) -> tuple[int, int, Squiggle] | None:
        return next((item for item in self._shown if item[2].key == key), None)

    def _unit(self, offset: int) -> int:
        return to_utf16(self.toPlainText() if self._stale else self._written.source, offset)

    def _offset(self, unit: int) -> int:
        return to_code_points(self.toPlainText(), unit)

    def _put_caret(self, offset: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._unit(offset))
        self.setTextCursor(cursor)
        self.centerCursor()

    # Painting

    def _paint(self) -> None:
        made = []
        for start, end, item in self._shown:
            extra = QTextEdit.ExtraSelection()
            extra.cursor = QTextCursor(self.document())
            extra.cursor.setPosition(self._unit(start))
            extra.cursor.setPosition(self._unit(end), QTextCursor.MoveMode.KeepAnchor)
            extra.format = self._format(item)
            made.append(extra)
        self.setExtraSelections(made)

    def _format(self, item: Squiggle) -> QTextCharFormat:
        colours = self._colours
        line, soft, style = {
            Severity.MUST_FIX: (
                colours.must_fix,
                colours.must_fix_soft,
                QTextCharFormat.UnderlineStyle.WaveUnderline,
            ),
            Severity.REVIEW: (
                colours.review,
                colours.review_soft,
                QTextCharFormat.UnderlineStyle.DashUnderline,
            ),
            Severity.ADVICE: (
                colours.advice,
                colours.chip,
                QTextCharFormat.UnderlineStyle.DotLine,
            ),
        }[item.severity]
        made = QTextCharFormat()
        made.setUnderlineStyle(style)
        made.setUnderlineColor(QColor(line))
        if item.key == self._active:
            made.setBackground(QColor(soft))
        return made

    # Hover and caret

    def _at(self, unit: int) -> Squiggle | None:
        offset = self._offset(unit)
        hits = [item for item in self._shown if item[0] <= offset <= item[1]]
        if not hits:
            return None
        return min(hits, key=lambda item: (item[2].severity.rank, item[1] - item[0]))[2]

    def _tell_hover(self) -> None:
        found = self._at(self.cursorForPosition(self._mouse).position())
        key = None if found is None else found.key
        if key != self._hovered:
            self._hovered = key
            self.finding_hovered.emit(key, QRect() if key is None else self.finding_rect(key))

    def _tell_caret(self) -> None:
        if not self._loading and self._shown:
            found = self._at(self.textCursor().selectionStart())
            self._activate(None if found is None else found.key)

    def _activate(self, key: object | None) -> None:
        if key != self._active:
            self._active = key
            self._paint()
            self.finding_at_caret.emit(key)


def _changes(old: str, new: str) -> list[tuple[int, int, str]]:
    """Ranges of `old` and what stands in their place in `new`, in order."""
    start = 0
    least = min(len(old), len(new))
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    stop_old, stop_new = len(old) - end, len(new) - end
    if stop_old - start + stop_new - start > _NEARLY_ALL:
        return [(start, stop_old, new[start:stop_new])]
    lines_old = old[start:stop_old].splitlines(keepends=True)
    lines_new = new[start:stop_new].splitlines(keepends=True)
    places = _places(lines_old, start)
    return [
        (places[low], places[high], "".join(lines_new[first:last]))
        for kind, low, high, first, last in SequenceMatcher(
            None, lines_old, lines_new, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]


def _places(lines: list[str], start: int) -> list[int]:
    places = [start]
    for line in lines:
        places.append(places[-1] + len(line))
    return places

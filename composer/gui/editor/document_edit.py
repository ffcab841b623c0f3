"""A QTextEdit that shows a Document, reads it back as it changes, and changes it as a whole."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from composer.document import OBJECT, Document
from composer.document.edits import Edit, apply
from composer.gui.editor.bridge.formats import Formats
from composer.gui.editor.bridge.patching import first_change, patch, unchanged
from composer.gui.editor.bridge.snapshot import Change, Snapshotter
from composer.gui.editor.bridge.table import (
    HEAD,
    OBJECT_TYPE,
    OBJECT_VALUE,
    FormatTable,
    InlineObject,
)
from composer.gui.editor.bridge.writing import write_document
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.composition import Composition
from composer.gui.editor.objects import ImageBytes, InlineObjects
from composer.gui.editor.sheet import Sheet
from composer.gui.editor.typist import Typist
from composer.gui.editor.undo import UndoLog


def no_image(_source: str) -> bytes | None:
    """Show no picture: a box with its alternative text stands in."""
    return None


class DocumentEdit(QTextEdit):
    """Shows and edits one Document; positions in its interface are code points of the text.

    Signals:
        changed: the content differs; not sent for caret moves or text that is only being
            composed.
        edited: what differs, for those who keep positions (`Change`).
        refused: a sentence on why something could not be done.
        laid_out: the text takes another room than before.
    """

    changed = Signal()
    edited = Signal(object)
    refused = Signal(str)
    laid_out = Signal()

    gutter = 0

    def __init__(
        self,
        undo_log: UndoLog,
        colours: EditorColours | None = None,
        image_bytes: ImageBytes = no_image,
        parent: QWidget | None = None,
        *,
        size: int = 15,
    ) -> None:
        super().__init__(parent)
        self.undo_log = undo_log
        self._colours = colours or EditorColours()
        self._table = FormatTable()
        self._formats = Formats(self._table, size)
        font = QFont(self.font())
        font.setPixelSize(size)
        self.setFont(font)
        self.setAcceptRichText(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self._objects = InlineObjects(self._table, self._colours, image_bytes)
        self.composition = Composition(self)
        self._loading = False
        self._retracing = False
        self._typist = Typist(self)
        self._lay(self._new_sheet())

    # The document

    def set_document(self, document: Document) -> None:
        """Show `document` from its start, with nothing to undo."""
        self._forget()
        self._loading = True
        write_document(self.document(), document, self._formats, self.gutter)
        self._loading = False
        self._snapshots.read_all()
        self._steps.forget()
        self.undo_log.forget(self)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def put_away(self) -> Sheet:
        """Return what is shown, with its undo steps, and show an empty document instead."""
        self.composition.finish()
        before = self._sheet
        self._lay(self._new_sheet())
        return before

    def take_up(self, sheet: Sheet) -> None:
        """Show what was put away from its start, with its undo steps."""
        empty = self._sheet
        self._lay(sheet)
        empty.discard()

    def document_value(self) -> Document:
        """Return the document as it is now; unedited blocks are the same objects as before."""
        return self._snapshots.document

    @property
    def snapshots(self) -> Snapshotter:
        """The blocks as they are, read as they change."""
        return self._snapshots

    @property
    def formats(self) -> Formats:
        """Makes the formats of this editor."""
        return self._formats

    @property
    def composing(self) -> bool:
        """Whether an input method is composing text that is not in the document yet."""
        return self.composition.active

    @property
    def retracing(self) -> bool:
        """Whether the change under way undoes or redoes one: nobody may add to it."""
        return self._retracing

    @property
    def colours(self) -> EditorColours:
        """The colours painted with."""
        return self._colours

    def set_colours(self, colours: EditorColours) -> None:
        """Paint with other colours; undo, caret and content stay as they are."""
        self._colours = colours
        self._objects.colours = colours
        self.viewport().update()

    def set_language(self, language: str) -> None:
        """Take the BCP 47 `language` for the direction of text shown from now on."""
        self._formats.language = language

    # Changes, each one undo step

    def apply_edits(self, edits: Iterable[Edit]) -> None:
        """Make `edits` of the document as it is now, in one undo step.

        Raises:
            ValueError: where edits overlap or reach past the text.
        """
        self.replace_document(apply(self.document_value(), edits))

    def replace_document(
        self, document: Document, selection: tuple[int, int] | None = None
    ) -> None:
        """Change what differs from `document` in one undo step; then select a range, if given."""
        cursor = QTextCursor(self.document())
        before = tuple(self._snapshots.blocks)
        head = self.document_value().head
        if before != document.blocks or head != document.head:
            self._typist.forget()
            number, offset = first_change(before, document.blocks)
            # An edit block begins where its cursor is, and undoing it puts the caret there.
            cursor.setPosition(self.document().findBlockByNumber(number).position() + offset)
            untouched = unchanged(before, document.blocks)
            with self._snapshots.leaving(untouched), self._steps.making(untouched):
                cursor.beginEditBlock()
                patch(cursor, before, document.blocks, self._formats)
                if head != document.head:
                    root = self.document().rootFrame().frameFormat()
                    root.setProperty(HEAD, self._table.heads.number(document.head))
                    self.document().rootFrame().setFrameFormat(root)
                cursor.endEditBlock()
        if selection is not None:
            self.select(*selection)

    def can_undo(self) -> bool:
        """Whether this editor has a step to undo."""
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether this editor has a step to redo."""
        return self.document().isRedoAvailable()

    def undo_step(self) -> None:
        """Undo one step and put the caret there."""
        self._retrace(self.undo, self._steps.undone())

    def redo_step(self) -> None:
        """Redo one step and put the caret there."""
        self._retrace(self.redo, self._steps.redone())

    # Caret and selection

    def selection(self) -> tuple[int, int]:
        """Return the selected range, an empty one at the caret where nothing is selected."""
        cursor = self.textCursor()
        return (
            self.model_position(cursor.selectionStart()),
            self.model_position(cursor.selectionEnd()),
        )

    def caret(self) -> int:
        """Return the position of the caret, or where the selection starts."""
        return self.selection()[0]

    def select(self, start: int, end: int | None = None) -> None:
        """Select a range, or put the caret at `start`, and scroll there."""
        cursor = self.textCursor()
        cursor.setPosition(self.qt_position(start))
        if end is not None and end != start:
            cursor.setPosition(self.qt_position(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def qt_position(self, position: int) -> int:
        """Return the position in the QTextDocument of a code point."""
        return self._snapshots.qt_position(position)

    def model_position(self, position: int) -> int:
        """Return the code point at a position in the QTextDocument."""
        return self._snapshots.model_position(position)

    def object_at(self, position: int) -> InlineObject | None:
        """Return the chip or picture right of a position in the QTextDocument, None for text."""
        if self.document().characterAt(position) != OBJECT:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position + 1)
        return self._table.objects.value(cursor.charFormat().intProperty(OBJECT_VALUE))

    def _new_sheet(self) -> Sheet:
        made = QTextDocument(self)  # so that it never goes on another thread
        made.setDefaultFont(self.font())
        layout = made.documentLayout()
        layout.registerHandler(OBJECT_TYPE, self._objects)
        layout.documentSizeChanged.connect(self.laid_out)
        sheet = Sheet(made, self._formats, self.gutter)
        made.contentsChange.connect(self._read_change)
        made.undoCommandAdded.connect(self._record_step)
        return sheet

    def _lay(self, sheet: Sheet) -> None:
        self._forget()
        self._sheet, self._snapshots, self._steps = sheet, sheet.snapshots, sheet.steps
        self._loading = True
        self.setExtraSelections([])  # of the document before
        if sheet.qt_document.defaultFont() != self.font():
            sheet.qt_document.setDefaultFont(self.font())
        self.setDocument(sheet.qt_document)
        # Qt's own would go on with the format of the document before, also for what is typed.
        self.setTextCursor(QTextCursor(sheet.qt_document))
        self._loading = False

    def _forget(self) -> None:
        """Forget what was about the document shown before; for subclasses, too."""
        self._typist.forget()

    def _retrace(self, step: Callable[[], None], untouched: tuple[int, ...]) -> None:
        self._typist.forget()
        self._retracing = True
        with self._snapshots.leaving(untouched):
            step()
        self._retracing = False
        self._show_caret()

    def _show_caret(self) -> None:
        if not self.hasFocus() and self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureCursorVisible()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.composition.finish()
            self.undo_log.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.composition.finish()
            self.undo_log.redo()
        elif not self._typist.press(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composition.take(event)
        self._typist.before_composing()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composition.finish()
        super().focusOutEvent(event)

    def _read_change(self, position: int, _removed: int, added: int) -> None:
        if self._loading:
            return
        change = self._snapshots.update(position, added)
        if change is None:
            return  # only composing, or a format that shows the same
        self._typist.saw(change)
        self._on_change(change)
        self.edited.emit(change)
        self.changed.emit()

    def _on_change(self, change: Change) -> None:
        """Keep what is derived from the text in step; for subclasses."""

    def _record_step(self) -> None:
        self._steps.recorded()
        if not self._loading:
            self.undo_log.record(self)

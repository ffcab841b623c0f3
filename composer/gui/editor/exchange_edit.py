"""A ForetellingEdit that exchanges text with other programs: copy, paste, drop."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from composer.document import Image
from composer.document.edits import Remove, apply
from composer.document.model import Document
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.document.text import read_text
from composer.gui.editor.clipboard import (
    MAX_TEXT,
    TOO_LONG,
    Pasted,
    PasteError,
    StoreImage,
    can_read,
    read_mime,
    write_mime,
)
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.document_edit import no_image
from composer.gui.editor.foretelling_edit import ForetellingEdit
from composer.gui.editor.objects import ImageBytes
from composer.gui.editor.pieces import insert_piece, piece_of
from composer.gui.editor.tables.changes import crosses_cells, emptied
from composer.gui.editor.undo import UndoLog
from composer.gui.garbage import collecting_later
from composer.gui.words.saying import note, problem

_DRAGGED_FROM = "editor"


def no_store(_data: bytes, _name: str) -> str | None:
    """Take no images."""
    return None


class ExchangeEdit(ForetellingEdit):
    """Takes in and gives out pieces of documents, each in one undo step.

    `store_image` takes a picture's bytes and name, keeps them beside the template and returns the
    ``src`` to use, or None where it could not and told so itself.

    Signals:
        images_added: the images of what was pasted or dropped (a tuple of `Image`).
    """

    images_added = Signal(object)

    def __init__(
        self,
        undo_log: UndoLog,
        colours: EditorColours | None = None,
        image_bytes: ImageBytes = no_image,
        store_image: StoreImage = no_store,
        placeholders: PlaceholderTable = CANONICAL,
        parent: QWidget | None = None,
        *,
        size: int = 15,
    ) -> None:
        super().__init__(undo_log, colours, image_bytes, parent, size=size)
        # Qt's own menu would undo past the log, which orders the steps of all editors.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._store_image = store_image
        self._placeholders = placeholders

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_read(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        start, end = self.selection()
        piece = piece_of(self.document_value(), start, end)
        data = write_mime(piece, self.formats.language)
        data.setProperty(_DRAGGED_FROM, str(id(self)))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        with collecting_later():
            try:
                pasted = read_mime(source, self._placeholders, self._store_image)
            except PasteError as error:
                if str(error):
                    self.refused.emit(problem(error))
                return
            self._insert_pasted(pasted)

    def insert_plain(self, text: str) -> None:
        """Insert `text` as words and placeholders alone, in place of what is selected."""
        if len(text) > MAX_TEXT:
            self.refused.emit(note(TOO_LONG))
        elif text:
            self._insert_piece(read_text(text, self._placeholders).document)

    def cut(self) -> None:
        """Copy what is selected and take it out."""
        self.copy()
        if not self._typist.tables.clear_selection():
            self.textCursor().removeSelectedText()

    def move_selection(self, position: int) -> None:
        """Move what is selected to another place, as dragging it there does."""
        start, end = self.selection()
        if start <= position <= end:
            return
        document = self.document_value()
        piece = piece_of(document, start, end)
        moved, begin, stop = insert_piece(document, position, position, piece)
        grown = len(moved.text) - len(document.text) if position < start else 0
        start_now, end_now = start + grown, end + grown
        if crosses_cells(moved, start_now, end_now):
            self.replace_document(emptied(moved, start_now, end_now)[0])
            return
        moved = apply(moved, [Remove(start_now, end_now)])
        shift = end - start if position > end else 0
        self.replace_document(moved, (begin - shift, stop - shift))

    def dropEvent(self, event: QDropEvent) -> None:
        # Qt's own way takes the dragged text out first, within one edit that nobody can read yet.
        point = event.position().toPoint()
        position = self.model_position(self.cursorForPosition(point).position())
        own = event.mimeData().property(_DRAGGED_FROM) == str(id(self))
        if own and event.dropAction() == Qt.DropAction.MoveAction:
            self.move_selection(position)
        else:
            self.select(position)
            event.setDropAction(Qt.DropAction.CopyAction)  # or another program takes its words out
            self.insertFromMimeData(event.mimeData())
        event.accept()
        super().dragLeaveEvent(QDragLeaveEvent())

    def _insert_pasted(self, pasted: Pasted) -> None:
        self._insert_piece(pasted.piece)
        added = tuple(run for _, _, run in pasted.piece.runs() if isinstance(run, Image))
        if added:
            self.images_added.emit(added)

    def _insert_piece(self, piece: Document) -> None:
        start, end = self.selection()
        document = self.document_value()
        if crosses_cells(document, start, end):
            document, start = emptied(document, start, end)
            end = start
        document, _, stop = insert_piece(document, start, end, piece)
        self.replace_document(document, (stop, stop))

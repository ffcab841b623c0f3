"""The body's editor: writing, formatting, lists, links, images, placeholders, paste."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from composer.document import (
    Block,
    Document,
    Image,
    Inline,
    Link,
    Marks,
    Placeholder,
    Text,
)
from composer.document.edits import SetLink, apply
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.gui.editor.addresses import address_in, is_address
from composer.gui.editor.bridge.snapshot import Change
from composer.gui.editor.bridge.table import MARKS
from composer.gui.editor.clipboard import Pasted, StoreImage
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.commands import (
    FormatState,
    Size,
    flagged,
    sized,
    with_flag,
    with_list,
    with_size,
)
from composer.gui.editor.document_edit import no_image
from composer.gui.editor.exchange_edit import ExchangeEdit, no_store
from composer.gui.editor.list_starts import LONGEST_START, typed_list
from composer.gui.editor.objects import ImageBytes
from composer.gui.editor.paint.hint import paint_hint
from composer.gui.editor.pieces import insert_piece
from composer.gui.editor.sheet import Sheet
from composer.gui.editor.undo import UndoLog
from composer.gui.words.text import tr_

# From a document and a block in a table to the changed document and the caret's place.
TableChange = Callable[[Document, int], tuple[Document, int]]
MEASURE = 680  # px: the longest line that is comfortable to read


@dataclass(frozen=True, slots=True)
class _CleanedPaste:
    """What keeping a paste as it was needs: the document before, what goes in, and where."""

    before: Document
    start: int
    end: int
    original: Document | None


class MessageEditor(ExchangeEdit):
    """Edits a message body.

    Signals:
        format_changed: what applies at the caret differs (`FormatState`).
        pasted_cleaned: a paste left something out (`Pasted`); `keep_paste` brings the look back.
        paste_passed: the text was changed since, and `keep_paste` does nothing any more.
    """

    format_changed = Signal(object)
    pasted_cleaned = Signal(object)
    paste_passed = Signal()

    gutter = 44

    def __init__(
        self,
        undo_log: UndoLog,
        colours: EditorColours | None = None,
        image_bytes: ImageBytes = no_image,
        store_image: StoreImage = no_store,
        placeholders: PlaceholderTable = CANONICAL,
        parent: QWidget | None = None,
    ) -> None:
        self._state = FormatState()
        self._hint = ""
        self._paste: _CleanedPaste | None = None
        super().__init__(undo_log, colours, image_bytes, store_image, placeholders, parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr_("paper.message"))
        self.cursorPositionChanged.connect(self._tell_format)
        self.currentCharFormatChanged.connect(self._tell_format)

    def set_hint(self, words: str) -> None:
        """Say in an empty message what to do with it."""
        self._hint = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def set_document(self, document: Document) -> None:
        super().set_document(document)
        self._tell_format()  # the caret may stand where it stood in the one before

    def take_up(self, sheet: Sheet) -> None:
        super().take_up(sheet)
        self._tell_format()

    # Formatting

    def format_state(self) -> FormatState:
        """Return what applies at the caret."""
        block = self.snapshots.blocks[self.textCursor().blockNumber()]
        return FormatState.of(block, self._caret_marks())

    def toggle(self, flag: str) -> None:
        """Turn ``bold``, ``italic`` or ``underline`` on or off, selected or from here on."""
        start, end = self.selection()
        if start != end:
            document = with_flag(self.document_value(), start, end, flag)
            self.replace_document(document, (start, end))
        else:
            marks = self._caret_marks()
            self._type_with(flagged(marks, flag))
        self._tell_format()

    def set_size(self, size: Size) -> None:
        """Give the selection, or the caret's paragraph, one of the three sizes."""
        start, end = self.selection()
        self.replace_document(with_size(self.document_value(), start, end, size), (start, end))
        if not self.snapshots.blocks[self.textCursor().blockNumber()].text:
            self._type_with(sized(self._caret_marks(), size))
        self._tell_format()

    def toggle_list(self, kind: str) -> None:
        """Make a list (``ul`` or ``ol``) of the paragraphs selected, or take them out of it."""
        start, end = self.selection()
        self.replace_document(with_list(self.document_value(), start, end, kind), (start, end))
        self._tell_format()

    def change_table(self, change: TableChange) -> None:
        """Change the table around the caret; outside tables nothing happens."""
        if not self.format_state().table:
            return
        document, caret = change(self.document_value(), self.textCursor().blockNumber())
        self.replace_document(document, (caret, caret))
        self._tell_format()

    # Inserting

    def link_at_caret(self) -> tuple[int, int, Link] | None:
        """Return range and target of the link that holds the caret or starts the selection."""
        start, _ = self.selection()
        found: tuple[int, int, Link] | None = None
        for first, last, inline in self.document_value().runs():
            link = inline.marks.link
            if link is not None and found is not None and found[1:] == (first, link):
                found = (found[0], last, link)
            elif link is not None and first <= start <= last:
                found = (first, last, link)
        return found

    def set_link(self, href: str | None, words: str = "") -> None:
        """Link the selection, or the link around the caret, to `href`; None takes it away.

        Where there is neither, `words` (or the address) are inserted as a link.
        """
        start, end = self.selection()
        around = self.link_at_caret()
        if start == end and around is not None:
            start, end = around[:2]
        if start != end:
            document = apply(self.document_value(), [SetLink(start, end, href)])
            self.replace_document(document, (start, end))
        elif href:
            self.insert(Text(words or href, replace(self._caret_marks(), link=Link(href))))

    def insert_placeholder(self, name: str, source: str | None = None) -> None:
        """Insert the placeholder `name`, spelled `source`, in place of what is selected."""
        self.insert(Placeholder(name, source, marks=replace(self._caret_marks(), link=None)))

    def insert_image(self, image: Image) -> None:
        """Insert `image` at the caret."""
        self.insert(image)

    def insert(self, *inlines: Inline) -> None:
        """Insert inlines in place of what is selected, in one undo step."""
        self._insert_piece(Document((Block(inlines=inlines),)))

    # Clipboard

    def keep_paste(self) -> bool:
        """Give the last paste the look it had, in one undo step; False if text changed since."""
        paste, self._paste = self._paste, None
        if paste is None or paste.original is None:
            return False
        document, _, end = insert_piece(paste.before, paste.start, paste.end, paste.original)
        self.replace_document(document, (end, end))
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        address = address_in(source)
        start, end = self.selection()
        # Over an address that is written out, another one is put in its place.
        if address and start != end and not is_address(self.document_value().text[start:end]):
            self.set_link(address)
        else:
            super().insertFromMimeData(source)

    def _insert_pasted(self, pasted: Pasted) -> None:
        start, end = self.selection()
        before = self.document_value()
        super()._insert_pasted(pasted)
        if pasted.original is not None or pasted.left_out:
            self._paste = _CleanedPaste(before, start, end, pasted.original)
            self.pasted_cleaned.emit(pasted)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.document_value() == Document():
            paint_hint(self, self._hint)

    def _forget(self) -> None:
        super()._forget()
        self._paste = None

    def _on_change(self, change: Change) -> None:
        super()._on_change(change)
        if self._paste is not None:
            self._paste = None
            self.paste_passed.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeper = event.key() == Qt.Key.Key_Tab
        if deeper or event.key() == Qt.Key.Key_Backtab:
            tables = self._typist.tables
            if not tables.tab(forwards=deeper) and not self._typist.nest(deeper=deeper):
                event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() == " ":
            self._begin_list()

    def _begin_list(self) -> None:
        """Make a list of what looks like one, in a step of its own: undo brings what was typed."""
        if self.textCursor().positionInBlock() > LONGEST_START:
            return  # most spaces: a key must not wait for the whole document
        position, _ = self.selection()
        document = typed_list(self.document_value(), position)
        if document is not None:
            start = document.starts[document.block_index(position)]
            self.replace_document(document, (start, start))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        # In a list, Tab nests, in a table it goes to the next cell; elsewhere to the next control.
        if self._typist.in_list() or self._typist.tables.takes_tab(forwards=next):
            return False
        return super().focusNextPrevChild(next)

    def _caret_marks(self) -> Marks:
        number = self.currentCharFormat().intProperty(MARKS)
        return self.formats.table.marks.value(number)

    def _type_with(self, marks: Marks) -> None:
        block = self.snapshots.blocks[self.textCursor().blockNumber()]
        self.setCurrentCharFormat(self.formats.text_of(block, marks))

    def _tell_format(self) -> None:
        if self._loading or self.textCursor().blockNumber() >= len(self.snapshots.blocks):
            return
        state = self.format_state()
        if state != self._state:
            self._state = state
            self.format_changed.emit(state)

"""A DocumentEdit that shows findings: squiggles, margin marks, hover, caret."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from composer.document import Document
from composer.document.edits import Edit, Remove, ReplaceText
from composer.document.search import Hit, Query, find
from composer.gui.editor.bridge.snapshot import Change
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.document_edit import DocumentEdit, no_image
from composer.gui.editor.following import moved_edits, place_behind
from composer.gui.editor.objects import ImageBytes
from composer.gui.editor.paint.cells import paint_cells
from composer.gui.editor.paint.furniture import paint_furniture
from composer.gui.editor.paint.margin import mark_left, marked_at
from composer.gui.editor.paint.squiggles import Squiggle, SquigglePainter, Squiggles
from composer.gui.editor.paint.tinting import NO_HITS, Hits, Tinting
from composer.gui.editor.paint.visible import block_at, visible_blocks
from composer.gui.editor.selected_words import SelectedWords
from composer.gui.editor.sheet import Sheet
from composer.gui.editor.undo import UndoLog
from composer.lint.finding import Location

HOVER_PAUSE = 250  # ms the mouse rests before a card may open


class FindingEdit(DocumentEdit):
    """Shows findings in the text they are about.

    `selected` knows whose the selection is.

    Signals:
        finding_hovered: the mouse rests on a finding (key, its rectangle in global coordinates),
            or has left it (None, an empty rectangle).
        finding_clicked: a click of the left button came onto a finding (key), selecting no words.
        finding_at_caret: the caret came into a finding (key), or left it (None).
    """

    finding_hovered = Signal(object, QRect)
    finding_clicked = Signal(object)
    finding_at_caret = Signal(object)

    def __init__(
        self,
        undo_log: UndoLog,
        colours: EditorColours | None = None,
        image_bytes: ImageBytes = no_image,
        parent: QWidget | None = None,
        *,
        size: int = 15,
    ) -> None:
        self._squiggles = Squiggles()
        self._since: list[Change] = []
        self._hits = NO_HITS
        self._active: object | None = None
        super().__init__(undo_log, colours, image_bytes, parent, size=size)
        self.selected = SelectedWords(self)
        self._tinting = Tinting(self)
        self._painter = SquigglePainter(self._colours)
        self._hovered: object | None = None
        self._mouse = QPoint()
        self._on_mark = False
        self._shown = (0, 0)
        self._hover = QTimer(self)
        self._hover.setSingleShot(True)
        self._hover.setInterval(HOVER_PAUSE)
        self._hover.timeout.connect(self._tell_hover)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._tint)
        self.cursorPositionChanged.connect(self._tell_caret)

    # Findings

    def show_findings(self, squiggles: Iterable[Squiggle]) -> None:
        """Show these instead of those before; their ranges are of the document as it is now."""
        before = tuple(self._squiggles)
        self._squiggles.show(squiggles)
        self._since = []
        if before == tuple(self._squiggles):
            return
        if self._active is not None and self._squiggles.get(self._active) is None:
            self._active = None
        self._tint()
        self.viewport().update()
        self._tell_caret()

    def find_hits(self, query: Query) -> tuple[Hit, ...]:
        """Return every place of `query`, in order.

        Raises:
            QueryError: where the pattern is not a regular expression, or takes too long.
        """
        return find(self.document_value(), query)

    def replace_hits(self, edits: Sequence[ReplaceText]) -> None:
        """Put other words in place of hits, in one undo step."""
        self.apply_edits(edits)

    def length(self) -> int:
        """Return how many characters there are to find hits in."""
        return len(self.document_value().text)

    def show_hits(self, hits: Hits) -> None:
        """Mark what a search found, in ranges of the document as it is now."""
        if hits != self._hits:
            self._hits = hits
            self._tint()

    def findings_shown(self) -> tuple[Squiggle, ...]:
        """Return the findings on screen with their ranges as they are now, in text order."""
        return tuple(self._squiggles.drawn)

    def select_finding(self, key: object) -> bool:
        """Select the text of a finding and scroll there; False where it is shown no more."""
        item = self._squiggles.get(key)
        if item is None:
            return False
        self.select(item.start, item.end)
        self.selected.show()
        self._activate(key)
        return True

    def select_place(self, where: Location) -> bool:
        """Select a place of the text that was checked; False where it was changed since."""
        moved = moved_edits([Remove(where.start, where.end)], self._since)
        if moved is None:
            return False
        self.select(moved[0].start, moved[0].end)
        self.selected.show()
        return True

    def finding_rect(self, key: object, near: QPoint | None = None) -> QRect:
        """Return the rectangle, in global coordinates, of a line of a finding on screen.

        The one at a point of the viewport, at the caret where there is none; else the first.
        """
        item = self._squiggles.get(key)
        rects = list(self._rects(item)) if item is not None else []
        if not rects:
            return QRect()
        at = QPointF(self.cursorRect().center() if near is None else near)
        here = (rect for rect in rects if rect.top() <= at.y() <= rect.bottom())
        shown = next(here, rects[0]).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(shown.topLeft()), shown.size())

    def _rects(self, item: Squiggle) -> Iterator[QRectF]:
        """Yield where what is on screen of a finding stands in the viewport."""
        for visible in visible_blocks(self):
            base = self._snapshots.starts[visible.index]
            text = self._snapshots.blocks[visible.index].text
            for _, rect in visible.pieces(text, item.start - base, item.end - base):
                yield rect

    def apply_fix(self, edits: Iterable[Edit]) -> bool:
        """Make the `edits` of a fix of the findings shown, in one undo step; the caret goes there.

        They were made for the document at the time of `show_findings` and move with what was
        edited since. False, and nothing changed, where an edit touched their text, or text is
        being composed.
        """
        moved = None if self.composing else moved_edits(edits, self._since)
        if moved is None:
            return False
        before = self.document_value()
        self.apply_edits(moved)
        for edit in moved:
            self._squiggles.drop(edit.start, edit.end)
        self.viewport().update()
        self.select(place_behind(moved, before, self.document_value()))
        self._tell_caret()  # also where it stands behind the words already
        return True

    def set_document(self, document: Document) -> None:
        super().set_document(document)
        self._tint()

    def take_up(self, sheet: Sheet) -> None:
        super().take_up(sheet)
        self._tint()

    def set_colours(self, colours: EditorColours) -> None:
        super().set_colours(colours)
        self._painter.colours = colours
        self._tint()

    def _new_sheet(self) -> Sheet:
        made = super()._new_sheet()
        made.qt_document.documentLayout().update.connect(self._repaint_margin)
        return made

    def _forget(self) -> None:
        super()._forget()
        self._squiggles.show(())
        self._since = []
        self._active = None
        self._hits = NO_HITS

    def _on_change(self, change: Change) -> None:
        self._squiggles.follow(change)
        self._since.append(change)
        if self._tinting.outdated_by(change, self._snapshots.starts[change.first]):
            self._tint_blocks(*self._shown)

    def _repaint_margin(self, rect: QRectF) -> None:
        """Repaint the marks beside text that Qt repaints, and what stands left of it."""
        top = rect.top() - self.verticalScrollBar().value()
        height = min(rect.height() + 2, float(self.viewport().height()))
        self.viewport().update(QRectF(0, top - 1, self.viewport().width(), height).toAlignedRect())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._objects.start_painting()
        super().paintEvent(event)
        blocks, starts = self._snapshots.blocks, self._snapshots.starts
        clip = event.rect()
        visible = list(visible_blocks(self, clip.top(), clip.bottom()))
        if not visible:
            return
        first, last = visible[0].index, min(visible[-1].index, len(blocks) - 1)
        if clip.height() >= self.viewport().height():
            self._shown = (first, last)
        top, bottom = starts[first], starts[last] + len(blocks[last].text)
        items = [i for i in self._squiggles.drawn if i.end >= top and i.start <= bottom]
        painter = QPainter(self.viewport())
        painter.setClipRect(clip)
        mark_x = mark_left(self.gutter)
        selected = self.selection()
        composed = self.textCursor().blockNumber() if self.composing else -1
        for shown in visible:
            if shown.index >= len(blocks):
                break
            paint_cells(painter, shown, blocks, self._colours)
            paint_furniture(painter, shown, blocks, self._colours, self.font())
            base, text = starts[shown.index], blocks[shown.index].text
            here = [i for i in items if i.end >= base and i.start <= base + len(text)]
            if here and shown.index != composed:
                self._painter.paint(painter, here, shown, base, text, mark_x, selected)
        cursor = self.textCursor()
        self._objects.draw_selected(painter, cursor.selectionStart(), cursor.selectionEnd())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tint()

    def _tint(self) -> None:
        """Colour the text now on screen."""
        corner = QPoint(self.viewport().width(), self.viewport().height())
        first = block_at(self, QPoint(0, 0)).blockNumber()
        self._tint_blocks(first, block_at(self, corner).blockNumber())

    def _tint_blocks(self, first: int, last: int) -> None:
        if self._loading or self.document().blockCount() != len(self._snapshots.blocks):
            return  # scrolled in the middle of a change; its end brings the colours
        shown = range(first, min(last + 2, len(self._snapshots.blocks)))
        active = None if self._active is None else self._squiggles.get(self._active)
        self._tinting.lay(self._snapshots, shown, active, self._colours, self._hits)

    # Hover and caret

    def mousePressEvent(self, event: QMouseEvent) -> None:
        marked = self._marked(event.position().toPoint())
        if marked and event.button() == Qt.MouseButton.LeftButton:
            # A second click on a mark goes on to the next finding of its line.
            following = marked.index(self._active) + 1 if self._active in marked else 0
            self.select_finding(marked[following % len(marked)])
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.composing or self.selected.by_user:
            return
        key = self._active if self._marked(point) else self.finding_under(point)
        if key is not None:
            self.finding_clicked.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._marked(event.position().toPoint()):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._mouse = event.position().toPoint()
        self._hover.start()
        on_mark = bool(self._marked(self._mouse))
        if on_mark != self._on_mark:
            self._on_mark = on_mark
            shape = Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover.stop()
        self._hovering(None)

    def finding_under(self, point: QPoint) -> object | None:
        """Return the key of the finding at a point of the viewport, or of its mark, or None."""
        if marked := self._marked(point):
            return marked[0]
        found = self._squiggles.at(self.model_position(self.cursorForPosition(point).position()))
        if found is None or not any(rect.contains(QPointF(point)) for rect in self._rects(found)):
            return None
        return found.key

    def findings_at_caret(self) -> tuple[object, ...]:
        """Return the keys of the findings the caret is in, those on the fewest words first."""
        start, _ = self.selection()
        here = [item for item in self._squiggles if item.start <= start <= item.end]
        return tuple(item.key for item in sorted(here, key=lambda it: it.end - it.start))

    def _marked(self, point: QPoint) -> tuple[object, ...]:
        return marked_at(self, self._snapshots, self._squiggles, self.gutter, point)

    def _tell_hover(self) -> None:
        if not self.composing:
            self._hovering(self.finding_under(self._mouse))

    def _hovering(self, key: object | None) -> None:
        if key != self._hovered:
            self._hovered = key
            rect = QRect() if key is None else self.finding_rect(key, self._mouse)
            self.finding_hovered.emit(key, rect)

    def _tell_caret(self) -> None:
        if self._loading or self.composing:
            return
        start, _ = self.selection()
        found = self._squiggles.at(start)
        self._activate(None if found is None else found.key)

    def _activate(self, key: object | None) -> None:
        if key != self._active:
            self._active = key
            self._tint()
            self.finding_at_caret.emit(key)

"""A source editor that shows findings where they stand in the source."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from composer.document import Document
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.finding_edit import HOVER_PAUSE
from composer.gui.editor.paint.squiggles import Squiggle
from composer.gui.editor.paint.tinting import NO_HITS, Hits
from composer.gui.editor.selected_words import SelectedWords
from composer.gui.editor.undo import UndoLog
from composer.gui.source.highlighter import SourceColours
from composer.gui.source.source_text import SourceText
from composer.lint.finding import Finding, Location, Severity

_Underline = QTextCharFormat.UnderlineStyle
_UNDERLINES = {
    Severity.MUST_FIX: _Underline.WaveUnderline,
    Severity.REVIEW: _Underline.DashUnderline,
    Severity.ADVICE: _Underline.DotLine,
}


class SourceEdit(SourceText):
    """Shows findings under the words and the attributes they are about.

    `locate` returns the finding shown under a key; `selected` knows whose the selection is.

    Signals:
        finding_hovered, finding_clicked, finding_at_caret: as those of `FindingEdit`.
    """

    finding_hovered = Signal(object, QRect)
    finding_clicked = Signal(object)
    finding_at_caret = Signal(object)

    def __init__(
        self,
        undo_log: UndoLog,
        colours: EditorColours,
        source_colours: SourceColours,
        placeholders: PlaceholderTable = CANONICAL,
        locate: Callable[[object], Finding | None] = lambda _: None,
        parent: QWidget | None = None,
    ) -> None:
        self._shown: list[tuple[int, int, Squiggle]] = []
        self._hits = NO_HITS
        super().__init__(undo_log, source_colours, placeholders, parent)
        self.locate = locate
        self.selected = SelectedWords(self)
        self._colours = colours
        self._active: object | None = None
        self._hovered: object | None = None
        self._mouse = QPoint()
        self._hover = QTimer(self, singleShot=True, interval=HOVER_PAUSE)
        self._hover.timeout.connect(self._tell_hover)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.verticalScrollBar().valueChanged.connect(self._paint)

    def show_document(self, document: Document, position: int) -> None:
        self._shown, self._active, self._hits = [], None, NO_HITS
        super().show_document(document, position)
        self.setExtraSelections([])

    def show_findings(self, squiggles: Iterable[Squiggle]) -> None:
        """Show these instead of those before, each where it stands in the source."""
        reading = self._reader.now()
        self._shown = []
        for item in squiggles:
            finding = self.locate(item.key)
            if finding is not None:
                self._shown.append((*reading.span(finding.location), item))
        if self._active is not None and self._item(self._active) is None:
            self._active = None
        self._paint()
        self._tell_caret()

    def show_hits(self, hits: Hits) -> None:
        """Mark what a search found."""
        if hits != self._hits:
            self._hits = hits
            self._paint()

    def findings_shown(self) -> tuple[tuple[int, int], ...]:
        """Return the source ranges of the findings on screen."""
        return tuple((start, end) for start, end, item in self._shown if not item.quiet)

    def select_finding(self, key: object) -> bool:
        """Select the source of a finding and scroll there; False where it is shown no more."""
        item = self._item(key)
        if item is None:
            return False
        self.select(item[0], item[1])
        self.selected.show()
        self.centerCursor()
        self._activate(key)
        return True

    def select_place(self, where: Location) -> bool:
        """Select the source of a place of the document and scroll there."""
        self.select(*self._reader.now().span(where))
        self.selected.show()
        self.centerCursor()
        return True

    def line(self, where: Location) -> int:
        """Return the number beside the line in which a place of the document starts."""
        start, _ = self._reader.now().span(where)
        return self._range(start, start).blockNumber() + 1

    def finding_rect(self, key: object, near: QPoint | None = None) -> QRect:
        """Return a place of a finding in global coordinates.

        The one at a point of the viewport, at the caret where there is none; else its beginning.
        """
        item = self._item(key)
        if item is None:
            return QRect()
        cursor = self.textCursor() if near is None else self.cursorForPosition(near)
        if not item[0] <= self._units.point(cursor.position()) <= item[1]:
            cursor = self._range(item[0], item[0])
        rect = self.cursorRect(cursor)
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def recolour(self, colours: EditorColours, source: SourceColours) -> None:
        """Paint with other colours."""
        self._colours = colours
        self.set_colours(source)
        self._paint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._mouse = event.position().toPoint()
        self._hover.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        found = self._under(event.position().toPoint())
        clicked = event.button() == Qt.MouseButton.LeftButton and not self.selected.by_user
        if found is not None and clicked:
            self.finding_clicked.emit(found.key)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover.stop()
        self._hovering(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint()

    def _on_change(self) -> None:
        self._shown, self._hits = [], NO_HITS  # positions of what was: who knows brings them again
        self._paint()

    def _item(self, key: object) -> tuple[int, int, Squiggle] | None:
        return next((item for item in self._shown if item[2].key == key), None)

    # Painting

    def _paint(self) -> None:
        """Mark what is on screen: more may be found than can be marked between two keys."""
        low, high = self._visible()
        made = [
            self._extra(start, end, self._format(item))
            for start, end, item in self._shown
            if end >= low and start <= high and (not item.quiet or item.key == self._active)
        ]
        made += [
            self._extra(start, end, self._hit_format(number))
            for number, (start, end) in enumerate(self._hits.ranges)
            if end >= low and start <= high
        ]
        self.setExtraSelections(made)

    def _visible(self) -> tuple[int, int]:
        """The range of the source that is on screen."""
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        start, end = block.position(), block.position()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= bottom:
            end = block.position() + block.length() - 1
            top += self.blockBoundingRect(block).height()
            block = block.next()
        return self._units.point(start), self._units.point(end)

    def _extra(self, start: int, end: int, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        extra = QTextEdit.ExtraSelection()
        extra.cursor = self._range(start, end)
        extra.format = style
        return extra

    def _hit_format(self, number: int) -> QTextCharFormat:
        made = QTextCharFormat()
        current = number == self._hits.current
        made.setBackground(QColor(self._colours.hit_current if current else self._colours.hit))
        return made

    def _format(self, item: Squiggle) -> QTextCharFormat:
        made = QTextCharFormat()
        if not item.quiet:
            made.setUnderlineStyle(_UNDERLINES[item.severity])
            made.setUnderlineColor(QColor(self._colours.mark(item.severity)))
        if item.key == self._active:
            made.setBackground(QColor(self._colours.soft(item.severity)))
        return made

    # Hover and caret

    def findings_at_caret(self) -> tuple[object, ...]:
        """Return the keys of the findings the caret is in, those on the least source first."""
        offset = self._units.point(self.textCursor().selectionStart())
        here = [item for item in self._shown if item[0] <= offset <= item[1]]
        return tuple(item[2].key for item in sorted(here, key=lambda it: it[1] - it[0]))

    def _at(self, unit: int) -> Squiggle | None:
        offset = self._units.point(unit)
        hits = [it for it in self._shown if it[0] <= offset <= it[1] and not it[2].quiet]
        if not hits:
            return None
        return min(hits, key=lambda item: (item[2].severity.rank, item[1] - item[0]))[2]

    def _under(self, point: QPoint) -> Squiggle | None:
        """The finding at a point of the viewport."""
        cursor = self.cursorForPosition(point)
        # Qt returns the nearest place, however far it is.
        reach = 2 * self.fontMetrics().averageCharWidth()
        near = self.cursorRect(cursor).adjusted(-reach, 0, reach, 0).contains(point)
        return self._at(cursor.position()) if near else None

    def _tell_hover(self) -> None:
        if not self.composing:
            found = self._under(self._mouse)
            self._hovering(None if found is None else found.key)

    def _hovering(self, key: object | None) -> None:
        if key != self._hovered:
            self._hovered = key
            rect = QRect() if key is None else self.finding_rect(key, self._mouse)
            self.finding_hovered.emit(key, rect)

    def _tell_caret(self) -> None:
        if not self._loading and not self.composing and self._shown:
            found = self._at(self.textCursor().selectionStart())
            self._activate(None if found is None else found.key)

    def _activate(self, key: object | None) -> None:
        if key != self._active:
            self._active = key
            self._paint()
            self.finding_at_caret.emit(key)

"""The two messages on screen, and the difference one is at."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QTextFrame, QTextTable
from PySide6.QtWidgets import QTextBrowser

from composer.gui.side_by_side.page import page_html, spoken
from composer.gui.side_by_side.shown import Shown
from composer.gui.theme.theme import Theme
from composer.gui.words.text import tr_

_ABOVE, _BELOW = 5, 6  # px of a cell above and below its words, as the page has them
_PEN, _RADIUS = 2, 4


class SideBySideView(QTextBrowser):
    """Shows two messages in one table; one of its differences is the current one.

    Signals:
        reached: the current difference, in words.
        parted: where the right side begins, in px.
    """

    reached = Signal(str)
    parted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Shown | None = None
        self._current = -1
        self.setProperty("kind", "page")
        self.setAccessibleName(tr_("side_by_side.table"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        theme.changed.connect(self._draw)

    @property
    def current(self) -> int:
        """Which difference is the current one, from 0; -1 where none is."""
        return self._current

    @property
    def count(self) -> int:
        """How many differences there are."""
        return len(self._shown.difference.differing) if self._shown else 0

    def show_messages(self, shown: Shown) -> None:
        """Show two messages, from their beginning."""
        self._shown, self._current = shown, -1
        self._draw()

    def step(self, direction: int) -> None:
        """Go to the next difference, or the one before; after the last comes the first."""
        count = self.count
        if not count or self._shown is None:
            return
        first = 0 if direction > 0 else count - 1
        at = first if self._current < 0 else (self._current + direction) % count
        self._point(at)
        row = self._shown.difference.all[self._shown.difference.differing[at]]
        self.reached.emit(spoken(row, at + 1, count))

    def _draw(self) -> None:
        if self._shown is None:
            return
        at = self._current
        self.setHtml(page_html(self._shown, self._theme.colours))
        self._current = -1
        if at >= 0:
            self._point(at)
        self._tell_parting()

    def _tell_parting(self) -> None:
        if table := self._table():
            block = table.cellAt(0, 2).firstCursorPosition().block()
            left = self.document().documentLayout().blockBoundingRect(block).left()
            self.parted.emit(int(left))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_parting()

    def _point(self, at: int) -> None:
        """Make a difference the current one, and show it with what is around it."""
        table = self._table()
        if table is None or self._shown is None:
            return
        self._current = at
        self.setTextCursor(
            table.cellAt(self._shown.difference.differing[at], 1).firstCursorPosition()
        )
        self.verticalScrollBar().setValue(int(self._row().top() - self.viewport().height() / 3))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self._row().translated(0, -self.verticalScrollBar().value())
        if row.isEmpty():
            return
        # Painted over it: a change of the table would lay all of it out again.
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.accent), _PEN))
        painter.drawRoundedRect(row.adjusted(_PEN, 0, -_PEN, -1), _RADIUS, _RADIUS)

    def _row(self) -> QRectF:
        """Return where the row of the current difference is, an empty place where none is."""
        table = self._table()
        if self._current < 0 or table is None or self._shown is None:
            return QRectF()
        number = self._shown.difference.differing[self._current]
        layout = self.document().documentLayout()
        cells = [table.cellAt(number, column) for column in range(1, table.columns())]  # no sign
        rects = [
            layout.blockBoundingRect(cursor.block())
            for cell in cells
            for cursor in (cell.firstCursorPosition(), cell.lastCursorPosition())
        ]
        top = min(rect.top() for rect in rects) - _ABOVE
        bottom = max(rect.bottom() for rect in rects) + _BELOW
        return QRectF(0, top, self.viewport().width(), bottom - top)

    def _table(self) -> QTextTable | None:
        frames: list[QTextFrame] = self.document().rootFrame().childFrames()
        return next((each for each in frames if isinstance(each, QTextTable)), None)

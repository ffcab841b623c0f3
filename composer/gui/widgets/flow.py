"""A row that goes on in the next line where there is no room: words differ in length."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays its widgets out from left to right in as many lines as they need.

    A widget added with `at_end` stands at the right end of its line. Where that keeps the rest in
    one line, those that yield are left out, and those that shrink get narrower, the widest first;
    a lower rank goes before a higher one, and with rank 0 a widget stays as it is. One that is
    wider than its `enough` goes down to that before any other shrinks. In languages that run from
    right to left the sides are swapped.
    """

    def __init__(
        self,
        spacing: int,
        parent: QWidget | None = None,
        *,
        line_spacing: int | None = None,
        least: int = 0,
    ) -> None:
        """Put `spacing` between two widgets, and `line_spacing`, or the same, between two lines.

        No line is lower than `least`, so that it stays as high when its highest widget goes.
        """
        super().__init__(parent)
        self.setSpacing(spacing)
        self._line_spacing = spacing if line_spacing is None else line_spacing
        self._least_height = least
        self._items: list[QLayoutItem] = []
        self._at_end: set[QWidget] = set()
        self._shrinking: dict[QWidget, int] = {}
        self._yielding: dict[QWidget, int] = {}
        self._enough: dict[QWidget, int] = {}

    def add(
        self,
        widget: QWidget,
        *,
        at_end: bool = False,
        shrinks: int = 0,
        yields: int = 0,
        enough: int = 0,
    ) -> None:
        """Put `widget` behind the others; one that `shrinks` goes down to its least size."""
        self.addWidget(widget)
        if at_end:
            self._at_end.add(widget)
        if shrinks:
            self._shrinking[widget] = shrinks
        if yields:
            self._yielding[widget] = yields
        if enough:
            self._enough[widget] = enough

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        wide = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(wide) - 1)
        height = max((size.height() for size in wide), default=0)
        height = max(height, self._least_height)
        return self._with_margins(QSize(sum(size.width() for size in wide) + gaps, height))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height needed at the width of `rect`, laying out there if asked to."""
        margins, gap = self.contentsMargins(), self._line_spacing
        room = rect.marginsRemoved(margins)
        y = room.y()
        lines = self._lines(room.width())
        if move:
            for item in self._shown():
                if not any(item in line for line in lines):
                    item.setGeometry(QRect(room.topLeft(), QSize(0, 0)))
        for line in lines:
            height = max(self._least_height, *(item.sizeHint().height() for item in line))
            if move:
                self._place(line, QRect(room.x(), y, room.width(), height))
            y += height + gap
        return max(y - gap, room.y()) + margins.bottom() - rect.y()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        shown = self._shown()
        kept = self._kept(shown, width)
        if self._with_gaps([self._least(item) for item in kept]) <= width:
            return [kept] if kept else []
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in shown:
            needed = item.sizeHint().width()
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= needed + self.spacing()
        return lines

    def _kept(self, shown: list[QLayoutItem], width: int) -> list[QLayoutItem]:
        """Return those that are not left out so that the rest is whole, or can at least shrink."""
        for rank in (0, *sorted(set(self._yielding.values()))):
            kept = [it for it in shown if not 0 < _rank(self._yielding, it) <= rank]
            if self._with_gaps([item.sizeHint().width() for item in kept]) <= width:
                return kept
        return kept

    def _least(self, item: QLayoutItem) -> int:
        shrinks = _rank(self._shrinking, item) > 0
        return (item.minimumSize() if shrinks else item.sizeHint()).width()

    def _with_gaps(self, widths: list[int]) -> int:
        return sum(widths) + self.spacing() * (len(widths) - 1)

    def _widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        """How wide each is: as it likes to be, or the widest cut to one width that fits."""
        widths = [item.sizeHint().width() for item in line]
        least = [self._least(item) for item in line]
        for at, item in enumerate(line):
            over = max(0, self._with_gaps(widths) - room)
            if enough := _rank(self._enough, item):
                widths[at] = max(min(widths[at], enough), widths[at] - over)
        for rank in sorted(set(self._shrinking.values())):
            own = [at for at, item in enumerate(line) if _rank(self._shrinking, item) == rank]
            wanted = list(widths)
            for most in range(max((wanted[at] for at in own), default=0), -1, -1):
                if self._with_gaps(widths) <= room:
                    return widths
                for at in own:
                    widths[at] = min(wanted[at], max(most, least[at]))
        return [min(width, room) for width in widths]

    def _place(self, line: list[QLayoutItem], box: QRect) -> None:
        gap, x = self.spacing(), box.x()
        widths = self._widths(line, box.width())
        spare = max(0, box.width() - self._with_gaps(widths))
        for item, width in zip(line, widths, strict=True):
            if item.widget() in self._at_end:
                x, spare = x + spare, 0
            size = QSize(width, min(item.sizeHint().height(), box.height()))
            place = QRect(QPoint(x, box.y() + (box.height() - size.height()) // 2), size)
            if parent := self.parentWidget():
                place = self._mirrored(place, box, parent)
            item.setGeometry(place)
            x += size.width() + gap

    def _mirrored(self, place: QRect, box: QRect, parent: QWidget) -> QRect:
        if parent.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        return place.translated(box.left() + box.right() - place.left() - place.right(), 0)


def _rank(ranks: dict[QWidget, int], item: QLayoutItem) -> int:
    widget = item.widget()
    return ranks.get(widget, 0) if widget else 0

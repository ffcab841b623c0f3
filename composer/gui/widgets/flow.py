"""A row that goes on in the next line where there is no room: words differ in length."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays its widgets out from left to right in as many lines as they need.

    A widget added with `at_end` stands at the right end of its line. Where that keeps the rest in
    one line, those that yield are left out, and those that shrink get narrower, the widest first.
    In languages that run from right to left the sides are swapped.
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
        self._shrinking: set[QWidget] = set()
        self._yielding: set[QWidget] = set()

    def add(
        self,
        widget: QWidget,
        *,
        at_end: bool = False,
        shrinks: bool = False,
        yields: bool = False,
    ) -> None:
        """Put `widget` behind the others; one that `shrinks` goes down to its least size."""
        self.addWidget(widget)
        for wanted, those in (
            (at_end, self._at_end),
            (shrinks, self._shrinking),
            (yields, self._yielding),
        ):
            if wanted:
                those.add(widget)

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
        if self._with_gaps([item.sizeHint().width() for item in shown]) <= width:
            return [shown] if shown else []
        kept = [item for item in shown if item.widget() not in self._yielding]
        if self._with_gaps([self._least(item) for item in kept]) <= width:
            return [kept]
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

    def _least(self, item: QLayoutItem) -> int:
        shrinks = item.widget() in self._shrinking
        return (item.minimumSize() if shrinks else item.sizeHint()).width()

    def _with_gaps(self, widths: list[int]) -> int:
        return sum(widths) + self.spacing() * (len(widths) - 1)

    def _widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        """How wide each is: as it likes to be, or the widest cut to one width that fits."""
        wanted = [item.sizeHint().width() for item in line]
        least = [self._least(item) for item in line]
        for most in range(max(wanted), 0, -1):
            widths = [min(a, max(most, b)) for a, b in zip(wanted, least, strict=True)]
            if self._with_gaps(widths) <= room:
                return widths
        return [min(width, room) for width in wanted]

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

"""A row that goes on in the next line where there is no room: words differ in length."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays its widgets out from left to right in as many lines as they need.

    A widget added with `at_end` stands at the right end of its line. In languages that run from
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
        self._least = least
        self._items: list[QLayoutItem] = []
        self._at_end: set[QWidget] = set()

    def add(self, widget: QWidget, *, at_end: bool = False) -> None:
        """Put `widget` behind the others."""
        self.addWidget(widget)
        if at_end:
            self._at_end.add(widget)

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
        height = max(height, self._least)
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
        for line in self._lines(room.width()):
            height = max(self._least, *(item.sizeHint().height() for item in line))
            if move:
                self._place(line, QRect(room.x(), y, room.width(), height))
            y += height + gap
        return max(y - gap, room.y()) + margins.bottom() - rect.y()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= needed + self.spacing()
        return lines

    def _place(self, line: list[QLayoutItem], box: QRect) -> None:
        gap, x = self.spacing(), box.x()
        used = sum(item.sizeHint().width() + gap for item in line) - gap
        spare = max(0, box.width() - used)
        for item in line:
            if item.widget() in self._at_end:
                x, spare = x + spare, 0
            size = item.sizeHint().boundedTo(QSize(box.width(), box.height()))
            place = QRect(QPoint(x, box.y() + (box.height() - size.height()) // 2), size)
            if parent := self.parentWidget():
                place = self._mirrored(place, box, parent)
            item.setGeometry(place)
            x += size.width() + gap

    def _mirrored(self, place: QRect, box: QRect, parent: QWidget) -> QRect:
        if parent.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        return place.translated(box.left() + box.right() - place.left() - place.right(), 0)

"""Findings in the text: ranges that follow edits, and the lines drawn under them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from composer.gui.editor.bridge.snapshot import Change
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.following import moved_range
from composer.gui.editor.paint.visible import VisibleBlock, VisibleLine
from composer.gui.theme.marks import Mark, mark_path
from composer.lint.finding import Finding, Severity

PERIOD = 4  # px of one wave, or from dot to dot
HEIGHT = 4  # px of the drawn line
MARK_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Squiggle:
    """One finding's range in code points of the text; `key` is the caller's name for it.

    A `quiet` one, set aside, is not drawn: it is only found by its key.
    """

    key: object
    start: int
    end: int
    severity: Severity
    quiet: bool = False


def squiggles_of(findings: Iterable[Finding], part: str) -> tuple[Squiggle, ...]:
    """Return the squiggles of the findings in `part`, keyed by their place in `findings`.

    Findings on the whole message have none, nor have those that are set aside.
    """
    return tuple(
        Squiggle(index, finding.location.start, finding.location.end, finding.severity)
        for index, finding in enumerate(findings)
        if finding.location.part == part
        and finding.location.end > finding.location.start
        and finding.set_aside is None
    )


class Squiggles:
    """The ranges shown: moved by edits, dropped where an edit touches or abuts them."""

    def __init__(self) -> None:
        self._items: list[Squiggle] = []

    def __iter__(self) -> Iterator[Squiggle]:
        return iter(self._items)

    @property
    def drawn(self) -> Iterator[Squiggle]:
        """Those that are drawn, in the order of the text."""
        return (item for item in self._items if not item.quiet)

    def show(self, squiggles: Iterable[Squiggle]) -> None:
        """Take over the findings of a check."""
        self._items = sorted(squiggles, key=lambda item: (item.start, item.end))

    def follow(self, change: Change) -> None:
        """Move with an edit."""
        kept = []
        for item in self._items:
            where = moved_range(item.start, item.end, change)
            if where == (item.start, item.end):
                kept.append(item)
            elif where is not None:
                kept.append(Squiggle(item.key, *where, item.severity, item.quiet))
        self._items = kept

    def drop(self, start: int, end: int) -> None:
        """Drop what overlaps a range that a fix changed without moving text."""
        self._items = [item for item in self._items if item.end <= start or item.start >= end]

    def get(self, key: object) -> Squiggle | None:
        """Return the finding `key` with its range as it is now, or None where it is gone."""
        return next((item for item in self._items if item.key == key), None)

    def at(self, position: int) -> Squiggle | None:
        """Return the worst finding at a code point, the shortest of equals; ends count as in."""
        hits = (item for item in self.drawn if item.start <= position <= item.end)
        return min(hits, key=lambda i: (i.severity.rank, i.end - i.start), default=None)


class SquigglePainter:
    """Draws lines under findings, and the worst mark of those that begin in a line left of it."""

    def __init__(self, colours: EditorColours) -> None:
        self.colours = colours
        self._tiles: dict[tuple[Severity, str, float], QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        items: Sequence[Squiggle],
        visible: VisibleBlock,
        start: int,
        text: str,
        mark_x: float | None,
        selected: tuple[int, int] = (0, 0),
    ) -> None:
        """Draw what of `items` lies in one block, whose `text` starts at `start`.

        Under the code points `selected`, lines are in the colour that shows on a selection.
        """
        worst: dict[int, tuple[float, Severity]] = {}
        ratio = painter.device().devicePixelRatioF()
        for item in items:
            low, high = max(item.start - start, 0), min(item.end - start, len(text))
            if low > high or (low == high and text):
                continue
            begun = item.start < start - 1  # a finding has one mark, where its words begin
            if not text and not begun:
                _keep_worst(worst, visible.lines[0], item.severity)
            for first, last, over in _parted(low, high, selected[0] - start, selected[1] - start):
                for line, rect in visible.pieces(text, first, last):
                    area = QRectF(
                        rect.left(), rect.top() + line.ascent + 2, max(rect.width(), PERIOD), HEIGHT
                    )
                    self._underline(painter, item.severity, area, ratio, selected=over)
                    if not begun:
                        _keep_worst(worst, line, item.severity)
                    begun = True
        if mark_x is not None:
            for centre, severity in worst.values():
                self._mark(painter, mark_x, centre, severity)

    def _underline(
        self, painter: QPainter, severity: Severity, area: QRectF, ratio: float, *, selected: bool
    ) -> None:
        colour = self.colours.on_selected if selected else self.colours.mark(severity)
        if selected:  # the line reaches out of the selection that Qt paints
            painter.fillRect(area, QColor(self.colours.selected))
        painter.drawTiledPixmap(area, self._tile(severity, colour, ratio), QPointF(area.left(), 0))

    def _tile(self, severity: Severity, colour: str, ratio: float) -> QPixmap:
        key = (severity, colour, ratio)
        if key not in self._tiles:
            self._tiles[key] = _drawn_tile(severity, colour, ratio)
        return self._tiles[key]

    def _mark(self, painter: QPainter, x: float, centre: float, severity: Severity) -> None:
        box = QRectF(x, centre - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.mark(severity)))
        painter.drawPath(mark_path(Mark(severity.value), box))
        painter.restore()


def _parted(low: int, high: int, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the range before, in and after another, the last value telling which."""
    start, end = max(low, start), min(high, end)
    if start >= end:
        yield low, high, False
        return
    for first, last, within in ((low, start, False), (start, end, True), (end, high, False)):
        if first < last:
            yield first, last, within


def _keep_worst(
    worst: dict[int, tuple[float, Severity]], line: VisibleLine, severity: Severity
) -> None:
    """Note the worst severity of a line, and the middle of its small letters."""
    if line.start not in worst or severity.rank < worst[line.start][1].rank:
        worst[line.start] = (line.middle, severity)


def _drawn_tile(severity: Severity, colour: str, ratio: float) -> QPixmap:
    """One period: a solid wave, round dots, or small dots."""
    # Whole device pixels, so that tiles join without a seam at 125% and 150% as well.
    pixmap = QPixmap(max(1, round(PERIOD * 2 * ratio)), round(HEIGHT * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = pixmap.width() / ratio
    if severity is Severity.MUST_FIX:
        pen = QPen(QColor(colour), 1.3)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        path = QPainterPath(QPointF(-width / 4, 2.0))
        for step in range(-1, 3):
            middle = (step + 0.5) * width / 2
            path.quadTo(middle - width / 8, 0.0, middle, 2.0)
            path.quadTo(middle + width / 8, 4.0, middle + width / 4, 2.0)
        painter.drawPath(path)
    else:
        # A small dot stands in the middle of a pixel, or it would be spread thinly over four.
        size, shift = (1.4, 0.5) if severity is Severity.ADVICE else (2.2, 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for step in range(2):
            centre = QPointF((step + 0.5) * width / 2 + shift, 2.0 + shift)
            painter.drawEllipse(centre, size / 2, size / 2)
    painter.end()
    return pixmap

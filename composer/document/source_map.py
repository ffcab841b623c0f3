"""Where each character of a document stands in the file it was read from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

Span = tuple[int, int]


class SourceMap(Protocol):
    """What every reader of a file returns beside its document.

    Source offsets are code points of the decoded source as it is: CRLF counts two, a byte-order
    mark none.
    """

    def span(self, start: int, end: int) -> Span:
        """Return the source range of a range of the document's text."""
        ...

    def attribute(self, position: int, field: str, name: str = "") -> Span | None:
        """Return the source range of an attribute's value at `position`, or None.

        `field` is ``href``, ``src``, ``alt`` or ``style``; for a style, `name` is the CSS property.
        """
        ...

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of a source offset."""
        ...


class Segment(NamedTuple):
    """A piece of the document's text and of the source; equal lengths mean one to one."""

    start: int
    end: int
    source_start: int
    source_end: int

    def at(self, position: int, *, end: bool) -> int:
        """Return the source offset at `position`; inside an object, its start or its `end`."""
        if self.end - self.start == self.source_end - self.source_start:
            return self.source_start + min(position, self.end) - self.start
        if position <= self.start:
            return self.source_start
        return self.source_end if end or position >= self.end else self.source_start


class Segments:
    """Segments in the order of the document, for looking up ranges."""

    def __init__(self, segments: Iterable[Segment], length: int) -> None:
        """Take segments sorted by `start`, and the length of the source."""
        self._segments = tuple(segments)
        self._starts = [segment.start for segment in self._segments]
        self._ends = [segment.end for segment in self._segments]
        self._length = length

    def span(self, start: int, end: int) -> Span:
        """Return the source range of a range of the document's text."""
        if not self._segments:
            return (0, 0)
        if start >= end:
            point = self._point(start)
            return (point, point)
        first = self._after(start)
        last = self._before(end)
        if first.start >= last.end or first.source_start > last.source_end:
            low_index, high_index = bisect_right(self._ends, start), bisect_left(self._starts, end)
            inside = self._segments[low_index:high_index]
            if not inside:  # a range of line ends alone: what stands between its neighbours
                low, high = self._before(start).source_end, self._after(end).source_start
                return (low, high) if low <= high else (high, high)
            return (min(s.source_start for s in inside), max(s.source_end for s in inside))
        return (
            first.at(max(start, first.start), end=False),
            last.at(min(end, last.end), end=True),
        )

    def _point(self, position: int) -> int:
        after = self._after(position)
        if after.start <= position:
            return after.at(position, end=False)
        before = self._before(position)
        return before.source_end if before.end <= position else after.source_start

    def _after(self, position: int) -> Segment:
        """The segment that holds `position`, or else the next one, or else the last."""
        index = bisect_right(self._ends, position)
        return self._segments[min(index, len(self._segments) - 1)]

    def _before(self, position: int) -> Segment:
        """The segment that holds the character before `position`, or else the one before it."""
        index = bisect_left(self._starts, position) - 1
        return self._segments[max(index, 0)]


@dataclass(frozen=True, slots=True)
class Lines:
    """Line starts of a source, where CRLF, CR and LF each end one line."""

    source: str
    starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [0]
        position = 0
        for line in self.source.replace("\r\n", " \n").replace("\r", "\n").split("\n"):
            position += len(line) + 1
            starts.append(position)
        starts.pop()
        object.__setattr__(self, "starts", tuple(starts))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1 and in code points."""
        line = max(0, bisect_right(self.starts, offset) - 1)
        return line + 1, offset - self.starts[line] + 1

"""Where the text and the attributes of a document stand in its HTML source."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from composer.document.css import LONGHANDS
from composer.document.html.blocks import Built
from composer.document.html.cascade import Cascade
from composer.document.html.tree import Element
from composer.document.source_map import Lines, Segment, Segments, Span


class HtmlSourceMap:
    """Ranges of a document in its source; the work is done when first asked for."""

    def __init__(
        self, source: str, built: Sequence[Built], starts: Sequence[int], cascade: Cascade
    ) -> None:
        """Take the blocks as read and where each starts in the document's text."""
        self._source = source
        self._built = built
        self._starts = starts
        self._cascade = cascade

    def span(self, start: int, end: int) -> Span:
        """Return the source range of a range of the document's text."""
        return self._segments.span(start, end)

    def point(self, position: int) -> int:
        """Return the source offset of a place in the document's text: that in an empty block, too.

        Other than `span`, which is about characters, it tells blocks without any apart.
        """
        index = max(0, bisect_right(self._starts, position) - 1)
        if index >= len(self._built) or self._built[index].places:
            return self.span(position, position)[0]
        element = self._built[index].element
        inside = element.start if element.name == "hr" else element.inner
        before = next((each.places[-1][3] for each in self._built[index::-1] if each.places), 0)
        return max(before, inside)  # what stands loose has the element around it, text and all

    def attribute(self, position: int, field: str, name: str = "") -> Span | None:
        """Return the source range of an attribute's value at `position`, or None.

        For ``style`` it is the attribute that set the CSS property `name` on the innermost
        element that has it: the style attribute, a presentational one (``align``), the tag where
        the element itself means it (``<center>``), or the declaration in a style sheet.
        """
        for element in self._chain(position):
            if field == "style":
                span = self._style(element, name)
            elif field in {"src", "alt"} and element.name != "img":
                return None
            else:
                attribute = element.attribute(field)
                span = None if attribute is None else attribute.span
            if span is not None:
                return span
        return None

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1 and in code points, of a source offset."""
        return self._lines.line_column(offset)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._source)

    @cached_property
    def _segments(self) -> Segments:
        return Segments(
            (
                Segment(low + start, high + start, source_start, source_end)
                for built, start in zip(self._built, self._starts, strict=True)
                for low, high, source_start, source_end, _ in built.places
            ),
            len(self._source),
        )

    def _chain(self, position: int) -> Iterator[Element]:
        """The elements around `position`, innermost first."""
        if not self._built:
            return
        index = max(0, bisect_right(self._starts, position) - 1)
        built = self._built[index]
        element: Element | None = built.element
        if built.places:
            inside = position - self._starts[index]
            run = bisect_right(built.places, inside, key=itemgetter(0)) - 1
            element = built.places[max(0, run)][-1]
        while element is not None:
            yield element
            element = element.parent

    def _style(self, element: Element, name: str) -> Span | None:
        if not name:
            attribute = element.attribute("style")
            return None if attribute is None else attribute.span
        for longhand in (name, *LONGHANDS.get(name, ())):
            winner = self._cascade.winner(element, longhand)
            if winner is not None:
                return winner.span
        return None

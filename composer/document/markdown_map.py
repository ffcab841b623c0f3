"""Where a document read from Markdown stands in its source.

Two readers agree on where blocks are: the one that made the document and markdown-it, which knows
the lines of each. Inside a block every character has to be met in the source with nothing but
markup between; a block that fails this is known as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt

from composer.document.block import Block
from composer.document.markdown_match import Attribute, match_block
from composer.document.model import Document
from composer.document.source_map import Lines, Segment, Segments, Span

_NOT_WORDS = re.compile(r"[\W_]+")
_HOLD_TEXT = frozenset({"inline", "fence", "code_block", "html_block", "tr_open"})
_AHEAD = 40  # leaves looked through for a block's words


class MarkdownSourceMap:
    """Ranges of a document in the Markdown it was read from."""

    def __init__(
        self, source: str, segments: Sequence[Segment], attributes: Sequence[Attribute]
    ) -> None:
        """Take segments and attributes in the order of the document."""
        self._lines = Lines(source)
        self._segments = Segments(segments, len(source))
        self._attributes = tuple(attributes)

    def span(self, start: int, end: int) -> Span:
        """Return the source range of a range of the document's text."""
        return self._segments.span(start, end)

    def attribute(self, position: int, field: str, name: str = "") -> Span | None:  # noqa: ARG002
        """Return the source range of a link's target, an image's address or its words, or None."""
        for found in self._attributes:
            if found.field == field and found.start <= position < found.end:
                return found.span
        return None

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of a source offset."""
        return self._lines.line_column(offset)


class _Leaf(NamedTuple):
    """A block of the source that holds text, and the words in it."""

    start: int
    end: int
    words: str


def map_markdown(source: str, document: Document) -> MarkdownSourceMap:
    """Return the map of `document`, which was read from `source`."""
    leaves = list(_leaves(source))
    segments: list[Segment] = []
    attributes: list[Attribute] = []
    used = 0
    floor = 0  # several blocks may stand in one leaf: cells of a table row
    for start, block in zip(document.starts, document.blocks, strict=True):
        if not block.text:
            continue
        for index in range(used, min(used + _AHEAD, len(leaves))):
            leaf = leaves[index]
            found = match_block(block, source, max(leaf.start, floor), leaf.end)
            if found is not None:
                used, floor = index, found.end
                segments += (
                    Segment(piece.start + start, piece.end + start, *piece[2:])
                    for piece in found.segments
                )
                attributes += (attribute.moved(start) for attribute in found.attributes)
                break
        else:
            low, high = _guess(leaves, used, block) or (floor, len(source))
            segments.append(Segment(start, start + len(block.text), low, high))
    return MarkdownSourceMap(source, segments, attributes)


def _guess(leaves: Sequence[_Leaf], first: int, block: Block) -> Span | None:
    """The lines in which the first words of `block` stand, as near as they are found."""
    near = leaves[first : first + _AHEAD]
    start = next(filter(None, _NOT_WORDS.split(block.text)), "")
    holding = [leaf for leaf in near if start in leaf.words]
    leaf = next(iter(holding or near[1:] or near), None)
    return None if leaf is None else (leaf.start, leaf.end)


def _leaves(source: str) -> Iterator[_Leaf]:
    starts = (*Lines(source).starts, len(source))
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.map is None or token.type not in _HOLD_TEXT:
            continue
        low, high = (starts[min(line, len(starts) - 1)] for line in token.map)
        yield _Leaf(low, high, source[low:high])

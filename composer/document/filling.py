"""Documents with words in place of their placeholders, and the way back to the original."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from composer.document.block import Block
from composer.document.inline import Inline, Placeholder, Text, inline_text
from composer.document.model import Document

ValueOf = Callable[[str], str | None]
"""Gives the words for a placeholder's name; None leaves it as it is."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A document with its placeholders filled in, and the one it was made of.

    Both have the same blocks; only the text of blocks with placeholders differs.
    """

    original: Document
    document: Document
    value_of: ValueOf

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the original's range behind a range of the filled text, in code points.

        What lies within the words of a placeholder becomes the whole placeholder.
        """
        first, _ = self._place(start)
        if end <= start:
            return first, first
        _, last = self._place(end - 1)
        return first, max(first, last)

    def original_place(self, index: int, offset: int) -> tuple[int, int]:
        """Return the range of the original block that the character at `offset` comes from.

        `index` is the number of the block; offsets are code points of that block's text.
        """
        shift = 0
        for start, end, inline in self.original.blocks[index].runs():
            length = len(self._written(inline))
            if offset < start + shift + length:
                if isinstance(inline, Placeholder):
                    return start, end
                break
            shift += length - (end - start)
        limit = len(self.original.blocks[index].text)
        return min(offset - shift, limit), min(offset - shift + 1, limit)

    def chips_in(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Yield the place in the original, and the name, of each placeholder filled in.

        Only those are given whose words a range of the filled text touches.
        """
        first = self.document.block_index(start)
        for index in range(first, self.document.block_index(end) + 1):
            at = self.document.starts[index]
            for position, _, inline in self.original.blocks[index].runs():
                length = len(self._written(inline))
                touched = length and at < end and start < at + length
                if touched and isinstance(inline, Placeholder) and self._knows(inline):
                    yield self.original.starts[index] + position, inline.name
                at += length

    def filled_place(self, index: int, offset: int) -> int:
        """Return where the character at `offset` of the original block is in the filled one."""
        shift = 0
        for start, end, inline in self.original.blocks[index].runs():
            if offset < end:
                break
            if isinstance(inline, Placeholder):
                shift += len(self._written(inline)) - (end - start)
        return offset + shift

    def _place(self, position: int) -> tuple[int, int]:
        index = self.document.block_index(position)
        offset = position - self.document.starts[index]
        start, end = self.original_place(index, offset)
        if offset == len(self.document.blocks[index].text):
            end += 1  # what joins two blocks is one character too
        return self.original.starts[index] + start, self.original.starts[index] + end

    def _knows(self, placeholder: Placeholder) -> bool:
        return self.value_of(placeholder.name) is not None

    def _written(self, inline: Inline) -> str:
        return inline_text(_filled_in(inline, self.value_of))


def fill(document: Document, value_of: ValueOf) -> Filled:
    """Return `document` with each placeholder as the words that `value_of` gives for its name."""
    return Filled(document, replace(document, blocks=tuple(_filled(document, value_of))), value_of)


def _filled(document: Document, value_of: ValueOf) -> list[Block]:
    return [
        replace(block, inlines=tuple(_filled_in(inline, value_of) for inline in block.inlines))
        if any(isinstance(inline, Placeholder) for inline in block.inlines)
        else block
        for block in document.blocks
    ]


def _filled_in(inline: Inline, value_of: ValueOf) -> Inline:
    """Return `inline`, or the words in its place."""
    words = value_of(inline.name) if isinstance(inline, Placeholder) else None
    return inline if words is None else Text(words, inline.marks)

"""Documents with words in place of their placeholders, and the way back to the original."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from composer.document.block import Block
from composer.document.inline import Inline, Placeholder, Text
from composer.document.model import Document

ValueOf = Callable[[str], str]
"""Gives the words for a placeholder's name."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A document with every placeholder filled in, and the one it was made of.

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
            length = len(self._written(inline)) if isinstance(inline, Placeholder) else end - start
            if offset < start + shift + length:
                if isinstance(inline, Placeholder):
                    return start, end
                break
            shift += length - (end - start)
        limit = len(self.original.blocks[index].text)
        return min(offset - shift, limit), min(offset - shift + 1, limit)

    def _place(self, position: int) -> tuple[int, int]:
        index = self.document.block_index(position)
        start, end = self.original_place(index, position - self.document.starts[index])
        return self.original.starts[index] + start, self.original.starts[index] + end

    def _written(self, placeholder: Placeholder) -> str:
        return _value(placeholder, self.value_of).text


def fill(document: Document, value_of: ValueOf) -> Filled:
    """Return `document` with each placeholder as the words that `value_of` gives for its name."""
    return Filled(document, replace(document, blocks=tuple(_filled(document, value_of))), value_of)


def _filled(document: Document, value_of: ValueOf) -> list[Block]:
    return [
        replace(block, inlines=tuple(_inline(inline, value_of) for inline in block.inlines))
        if any(isinstance(inline, Placeholder) for inline in block.inlines)
        else block
        for block in document.blocks
    ]


def _inline(inline: Inline, value_of: ValueOf) -> Inline:
    return _value(inline, value_of) if isinstance(inline, Placeholder) else inline


def _value(placeholder: Placeholder, value_of: ValueOf) -> Text:
    return Text(value_of(placeholder.name), placeholder.marks)

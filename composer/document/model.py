"""The document: a message body as an immutable value, a flat list of blocks.

Positions are code points into `Document.text`: blocks are joined by one newline; an image, a
placeholder or raw markup is one U+FFFC; a line break is U+2028.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from composer.document.block import Block
from composer.document.inline import Inline
from composer.document.numbering import normal_blocks


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order, and what of the ``<head>`` a rule may have to flag.

    `head` holds raw markup that acts on the message but has no place in a block: style rules the
    resolver leaves alone (``@media``, ``:hover``), ``<link>``, ``<base>``, ``<meta>`` refresh.
    `memo` is where others remember what they found out about it.
    """

    blocks: tuple[Block, ...] = (Block(),)
    head: tuple[str, ...] = ()
    text: str = field(init=False, repr=False, compare=False)
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    memo: dict[object, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        blocks = normal_blocks(self.blocks)
        starts = []
        position = 0
        for block in blocks:
            starts.append(position)
            position += len(block.text) + 1
        object.__setattr__(self, "blocks", blocks)
        object.__setattr__(self, "starts", tuple(starts))
        object.__setattr__(self, "text", "\n".join(block.text for block in blocks))
        object.__setattr__(self, "memo", {})

    def block_index(self, position: int) -> int:
        """Return the index of the block that holds `position`, a code point of the text."""
        return max(0, bisect_right(self.starts, position) - 1)

    def runs(self) -> Iterator[tuple[int, int, Inline]]:
        """Yield (start, end, inline) through the whole document, in code points of its text."""
        for start, block in zip(self.starts, self.blocks, strict=True):
            for first, last, inline in block.runs():
                yield start + first, start + last, inline

"""The line, or the paragraph, that is left empty where its words are taken out."""

from composer.document.inline import LINE_SEPARATOR
from composer.document.model import Document

_CELLS = frozenset({"td", "th"})
_ENDS = ("", "\n", LINE_SEPARATOR)


def with_line(document: Document, low: int, high: int) -> tuple[int, int]:
    """Return a range with the break of the line, or of the paragraph, that it leaves empty.

    Positions are code points of the document's text. A cell of a table stays, however empty.
    """
    text = document.text
    before, after = text[low - 1 : low], text[high : high + 1]
    if before not in _ENDS or after not in _ENDS:
        return low, high
    if after == LINE_SEPARATOR:
        return low, high + 1
    if before == LINE_SEPARATOR:
        return low - 1, high
    if after:
        return (low, high) if _beside_cell(document, low) else (low, high + 1)
    if before:
        return (low, high) if _beside_cell(document, low - 1) else (low - 1, high)
    return low, high


def _beside_cell(document: Document, position: int) -> bool:
    """Whether the block at `position`, or the one after it, stands in a table."""
    index = document.block_index(position)
    near = document.blocks[index : index + 2]
    return any(container.tag in _CELLS for block in near for container in block.path)

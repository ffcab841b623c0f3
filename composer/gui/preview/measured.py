"""What the engine says it measured, as facts about the blocks of the document."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from composer.document import Block
from composer.document.filling import Filled
from composer.lint.rendered import Rendered, RenderedBlock, RenderedImage, RenderedRun

_Piece = Mapping[str, Any]
_ENDS = {("start", "ltr"): "left", ("end", "ltr"): "right"}
_ENDS |= {("start", "rtl"): "right", ("end", "rtl"): "left"}


def rendered(answer: Mapping[str, Any], source: Filled) -> Rendered:
    """Return the facts in `answer`, what ``permittedMeasure`` gave for the page of `source`.

    Raises:
        ValueError: `answer` is about another document.
    """
    blocks: dict[Block, RenderedBlock] = {}
    for index, pieces in groupby(answer["pieces"], key=lambda piece: int(piece["block"])):
        if index >= len(source.document.blocks):
            raise ValueError("measured on another document")
        found = _block(index, [piece for piece in pieces if piece["seen"]], source)
        blocks[source.original.blocks[index]] = found
    for block in source.original.blocks:
        blocks.setdefault(block, RenderedBlock())
    return Rendered(float(answer["width"]), blocks)


def _block(index: int, pieces: Sequence[_Piece], source: Filled) -> RenderedBlock:
    if not pieces:
        return RenderedBlock()
    first = pieces[0]
    beside = any(piece["beside"] for piece in pieces)
    align = first["align"].removeprefix("-webkit-")
    return RenderedBlock(
        left=None if beside else float(first["left"]),
        right=None if beside else float(first["right"]),
        align=_ENDS.get((align, first["direction"]), align),
        runs=tuple(_run(index, piece, source) for piece in pieces if "image" not in piece),
        images=tuple(
            RenderedImage(_place(index, int(piece["offset"]), source)[0], float(piece["share"]))
            for piece in pieces
            if piece.get("share") is not None
        ),
    )


def _run(index: int, piece: _Piece, source: Filled) -> RenderedRun:
    offset = int(piece["offset"])
    height = piece["lineHeight"]
    return RenderedRun(
        start=_place(index, offset, source)[0],
        end=_place(index, offset + int(piece["length"]) - 1, source)[1],
        size=float(piece["size"]),
        family=piece["family"],
        color=piece["color"],
        background=piece["background"],
        line_height=None if height is None else float(height),
        bold=piece["weight"] >= 600,
    )


def _place(index: int, offset: int, source: Filled) -> tuple[int, int]:
    if source.document.blocks[index] is source.original.blocks[index]:
        return offset, offset + 1
    return source.original_place(index, offset)

"""What the engine says it measured, as facts about the blocks of the document."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from composer.document import Block
from composer.document.filling import Filled
from composer.lint.rendered import Rendered, RenderedBlock, RenderedImage, RenderedRun

_ENDS = {("start", "ltr"): "left", ("end", "ltr"): "right"}
_ENDS |= {("start", "rtl"): "right", ("end", "rtl"): "left"}


class _Piece(NamedTuple):
    """Words or an image; `share` is there for images alone, and None where it is not known."""

    block: int
    offset: int
    length: int
    look: Mapping[str, Any]
    seen: bool
    share: float | None
    is_image: bool


def rendered(answer: Mapping[str, Any], source: Filled) -> Rendered:
    """Return the facts in `answer`, what ``permittedSurvey.measure`` gave for the page of `source`.

    Raises:
        ValueError: `answer` is about another document.
    """
    blocks: dict[Block, RenderedBlock] = {}
    for index, pieces in groupby(_pieces(answer), key=lambda piece: piece.block):
        if index >= len(source.document.blocks):
            raise ValueError("measured on another document")
        found = _block(index, [piece for piece in pieces if piece.seen], source)
        blocks[source.original.blocks[index]] = found
    for block in source.original.blocks:
        blocks.setdefault(block, RenderedBlock())
    return Rendered(float(answer["width"]), blocks)


def _pieces(answer: Mapping[str, Any]) -> Iterator[_Piece]:
    looks = answer["looks"]
    for block, offset, length, look, seen, *share in answer["rows"]:
        known = float(share[0]) if share and share[0] is not None else None
        yield _Piece(block, offset, length, looks[look], seen, known, bool(share))


def _block(index: int, pieces: Sequence[_Piece], source: Filled) -> RenderedBlock:
    if not pieces:
        return RenderedBlock()
    first = pieces[0].look
    beside = any(piece.look["beside"] for piece in pieces)
    align = first["align"].removeprefix("-webkit-")
    return RenderedBlock(
        left=None if beside else float(first["left"]),
        right=None if beside else float(first["right"]),
        align=_ENDS.get((align, first["direction"]), align),
        runs=tuple(_run(index, piece, source) for piece in pieces if not piece.is_image),
        images=tuple(
            RenderedImage(_place(index, piece.offset, source)[0], piece.share)
            for piece in pieces
            if piece.share is not None
        ),
    )


def _run(index: int, piece: _Piece, source: Filled) -> RenderedRun:
    look = piece.look
    height = look["lineHeight"]
    return RenderedRun(
        start=_place(index, piece.offset, source)[0],
        end=_place(index, piece.offset + piece.length - 1, source)[1],
        size=float(look["size"]),
        family=look["family"],
        color=look["color"],
        background=look["background"],
        line_height=None if height is None else float(height),
        bold=look["weight"] >= 600,
    )


def _place(index: int, offset: int, source: Filled) -> tuple[int, int]:
    if source.document.blocks[index] is source.original.blocks[index]:
        return offset, offset + 1
    return source.original_place(index, offset)

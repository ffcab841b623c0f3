"""Cutting a piece out of a document and putting one in: copy, paste, and every insertion."""

from dataclasses import replace

from composer.document import CELLS, LISTS, Block, Document, Inline, Path, Text
from composer.document.container import shared_depth
from composer.document.cutting import NEW, cut
from composer.document.inline import inline_text
from composer.gui.editor.structure import list_depth

_BARE = {"p", "div", ""}
_PARTS = CELLS | {"li", "tr"}


def piece_of(document: Document, start: int, end: int) -> Document:
    """Return what stands between two code points, blocks cut where needed."""
    first, last = document.block_index(start), document.block_index(end)
    left = _containers_left(document, first, last)
    blocks = []
    for index in range(first, last + 1):
        block, base = document.blocks[index], document.starts[index]
        low, high = max(0, start - base), min(len(block.text), end - base)
        if first == last:
            # Part of one line is words, not a heading or a list item.
            return Document((Block("p", cut(block, low, high)),))
        blocks.append(replace(block, inlines=cut(block, low, high), path=block.path[left:]))
    return Document(tuple(blocks))


def _containers_left(document: Document, first: int, last: int) -> int:
    """How many of the containers around all blocks of a range hold others, and stay where they are.

    The list of items, and the table of rows or cells, go along.
    """
    paths = [block.path for block in document.blocks[first : last + 1]]
    beside = [block.path for block in document.blocks[max(0, first - 1) : first]]
    beside += [block.path for block in document.blocks[last + 1 : last + 2]]
    shared = min(shared_depth(paths[0], path) for path in paths)
    left = min(shared, max((shared_depth(paths[0], path) for path in beside), default=0))
    if beside:
        left = max(left, _cell_depth(paths[0][:shared]) + 1)
    if left and paths[0][left - 1].tag == "li" and any(len(path) == left for path in paths):
        left -= 1  # of the item's own words, too, which are an item then
    while left and any(len(path) > left and path[left].tag in _PARTS for path in paths):
        left -= 1
    return left


def insert_piece(
    document: Document, start: int, end: int, piece: Document
) -> tuple[Document, int, int]:
    """Put `piece` in place of a range; return the document and the range it now takes.

    Where the piece starts and ends inside a line, its first and last block flow into that line;
    at an empty line the piece's own kind of block wins.
    """
    first, last = document.block_index(start), document.block_index(end)
    head, tail = document.blocks[first], document.blocks[last]
    before = cut(head, 0, start - document.starts[first])
    if start == document.starts[first] + len(head.text) and piece.text[:1].strip():
        before = _spaced(before)
    after = cut(tail, end - document.starts[last], len(tail.text))
    blocks = [_inside(block, head.path, piece.blocks[0].path) for block in piece.blocks]
    if len(blocks) == 1:
        own = not before and not after and not _bare(piece.blocks[0])
        model = blocks[0] if own else head
        made = [_reframed(model, head, (*before, *blocks[0].inlines, *after))]
        length = len(blocks[0].text)
    else:
        length = len(piece.text)
        opening = replace(head, inlines=(*before, *blocks[0].inlines)) if before else blocks[0]
        made = [opening, *blocks[1:]]
        if after:
            closing = (*blocks[-1].inlines, *after)
            made[-1] = replace(blocks[-1], inlines=closing)
    result = replace(
        document, blocks=(*document.blocks[:first], *made, *document.blocks[last + 1 :])
    )
    begin = document.starts[first] + sum(len(inline_text(inline)) for inline in before)
    return result, begin, begin + length


def _spaced(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return `inlines` with the space at their end one that breaks: text follows it now.

    At the end of a block HTML keeps a space only as U+00A0.
    """
    last = inlines[-1] if inlines else None
    if isinstance(last, Text) and last.text.endswith("\xa0") and last.text[-2:-1].strip():
        return (*inlines[:-1], replace(last, text=last.text[:-1] + " "))
    return inlines


def _bare(block: Block) -> bool:
    return block.tag in _BARE and not (block.style or block.attributes or block.path)


def _reframed(model: Block, head: Block, inlines: tuple[Inline, ...]) -> Block:
    tag = "p" if model.tag == "hr" else model.tag
    path = model.path if model is not head else head.path
    return replace(model, tag=tag, inlines=inlines, path=path)


def _inside(block: Block, around: Path, first: Path) -> Block:
    """Put a block into the containers of the place it goes to.

    Items of a list join a list there; `first`, the path of the first block, is the item there.
    """
    path = block.path
    if around and path and path[0].tag == "body":
        path, first = path[1:], first[1:]
    depth = list_depth(around)
    if path and path[0].tag in LISTS and depth is not None and _cell_depth(around) < depth:
        item = around[depth + 1]
        if path[:2] != first[:2]:
            item = replace(path[1], index=NEW + path[0].index * NEW + path[1].index)
        return replace(block, path=(*around[: depth + 1], item, *path[2:]))
    if block.tag == "hr":  # a rule stands in no list
        around = around[: _cell_depth(around) + 1]
    return replace(block, path=(*around, *path))


def _cell_depth(path: Path) -> int:
    """Where in `path` the innermost cell of a table stands, -1 without one."""
    return max((at for at, container in enumerate(path) if container.tag in CELLS), default=-1)

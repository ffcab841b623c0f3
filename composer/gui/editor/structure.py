"""Lists and quotes: which containers stand around the blocks of a range."""

from collections.abc import Callable
from dataclasses import replace

from composer.document import CELLS, LISTS, Block, Container, Document, Path
from composer.document.cutting import NEW, cut


def list_kind(block: Block) -> str:
    """Return ``ul`` or ``ol`` where the block stands in a list, else nothing."""
    depth = list_depth(block.path)
    return "" if depth is None else block.path[depth].tag


def list_depth(path: Path) -> int | None:
    """Return where in `path` the innermost list stands, or None; a cell's end at its borders."""
    for at in range(len(path) - 1, -1, -1):
        if path[at].tag in LISTS:
            return at
        if path[at].tag in CELLS:
            return None
    return None


def listed(document: Document, first: int, last: int, kind: str) -> Document:
    """Make list items of the blocks `first` to `last`; of a list, change the kind as a whole."""
    blocks = list(document.blocks)
    for index in range(first, last + 1):
        block = blocks[index]
        depth = list_depth(block.path)
        if depth is None:
            blocks[index] = _item(block, _list_beside(blocks, index, kind), index)
        elif block.path[depth].tag != kind:
            old = block.path[: depth + 1]
            new = (*old[:-1], replace(old[-1], tag=kind))
            blocks = [_moved(other, old, new) for other in blocks]
    return replace(document, blocks=tuple(blocks))


def unlisted(document: Document, first: int, last: int) -> Document:
    """Take the blocks `first` to `last` out of their innermost list."""
    return _each(document, first, last, _unlisted)


def nested(document: Document, first: int, last: int) -> Document:
    """Push list items one level in, under the item before them; a first item stays."""
    blocks = list(document.blocks)
    for index in range(max(1, first), last + 1):
        path = blocks[index].path
        depth = list_depth(path)
        above = blocks[index - 1].path
        if depth is None or above[: depth + 1] != path[: depth + 1]:
            continue
        if len(above) <= depth + 1 or above[: depth + 2] == path[: depth + 2]:
            continue
        inner = above[depth + 2] if len(above) > depth + 3 else None
        if inner is None or inner.tag != path[depth].tag:
            inner = Container(path[depth].tag, NEW + index)
        new = (*above[: depth + 2], inner, replace(path[depth + 1], index=NEW + index))
        blocks = [_moved(block, path[: depth + 2], new) for block in blocks]
    return replace(document, blocks=tuple(blocks))


def lifted(document: Document, first: int, last: int) -> Document:
    """Pull list items one level out; those of an outermost list become paragraphs."""
    for index in range(first, last + 1):
        path = document.blocks[index].path
        depth = list_depth(path)
        if depth is None:
            document = _each(document, index, index, _unquoted)
        elif depth >= 2 and path[depth - 2].tag in LISTS:
            document = _lifted_item(document, index, depth)
        else:
            document = unlisted(document, index, index)
    return document


def split_item(document: Document, position: int) -> Document:
    """Start a new list item at `position`, a code point in a list item; what follows goes along."""
    index = document.block_index(position)
    block, at = document.blocks[index], position - document.starts[index]
    depth = list_depth(block.path)
    if depth is None:
        raise ValueError("not in a list")
    old = block.path[: depth + 2]
    new = (*old[:-1], replace(old[-1], index=NEW + index, attributes=()))
    head = replace(block, inlines=cut(block, 0, at))
    tail = _moved(replace(block, inlines=cut(block, at, len(block.text))), old, new)
    rest = tuple(_moved(other, old, new) for other in document.blocks[index + 1 :])
    return replace(document, blocks=(*document.blocks[:index], head, tail, *rest))


def _each(document: Document, first: int, last: int, change: Callable[[Block], Block]) -> Document:
    blocks = document.blocks
    made = tuple(change(block) for block in blocks[first : last + 1])
    return replace(document, blocks=(*blocks[:first], *made, *blocks[last + 1 :]))


def _item(block: Block, around: Container, index: int) -> Block:
    plain = block.tag in {"p", "div"} and not block.style and not block.attributes
    path = (*block.path, around, Container("li", NEW + index))
    return replace(block, tag="" if plain else block.tag, path=path)


def _list_beside(blocks: list[Block], index: int, kind: str) -> Container:
    """The list of `kind` that the block at `index` continues or precedes, else a new one."""
    depth = len(blocks[index].path)
    for near in (index - 1, index + 1):
        if not 0 <= near < len(blocks):
            continue
        path = blocks[near].path
        if path[:depth] == blocks[index].path and len(path) > depth and path[depth].tag == kind:
            return path[depth]
    return Container(kind, NEW + index)


def _unlisted(block: Block) -> Block:
    depth = list_depth(block.path)
    if depth is None:
        return block
    return replace(
        block, tag=block.tag or "p", path=(*block.path[:depth], *block.path[depth + 2 :])
    )


def _unquoted(block: Block) -> Block:
    path = block.path
    for at in range(len(path) - 1, -1, -1):
        if path[at].tag in CELLS:
            break
        if path[at].tag == "blockquote":
            return replace(block, tag=block.tag or "p", path=(*path[:at], *path[at + 1 :]))
    return block


def _lifted_item(document: Document, index: int, depth: int) -> Document:
    """Pull one item of a nested list out; the items after it become its children."""
    path = document.blocks[index].path
    item = (*path[: depth - 1], Container("li", NEW + index))
    blocks = list(document.blocks)
    for at in range(index, len(blocks)):
        if blocks[at].path[: depth + 2] == path[: depth + 2]:
            blocks[at] = _moved(blocks[at], path[: depth + 2], item)
        else:
            blocks[at] = _moved(blocks[at], path[: depth + 1], (*item, path[depth]))
    return replace(document, blocks=tuple(blocks))


def _moved(block: Block, old: Path, new: Path) -> Block:
    """Return `block` with the containers `old` at the head of its path replaced by `new`."""
    if block.path[: len(old)] != old:
        return block
    return replace(block, path=(*new, *block.path[len(old) :]))

"""Where tables, rows and cells begin and end in a flat list of blocks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from composer.document import CELLS, Block, Path


@dataclass(frozen=True, slots=True)
class Span:
    """The blocks from `first` to `last`, both included."""

    first: int
    last: int

    def __contains__(self, index: int) -> bool:
        return self.first <= index <= self.last


def cell_of(path: Path) -> Path:
    """Return `path` up to its innermost cell; nothing outside tables."""
    for at in range(len(path) - 1, -1, -1):
        if path[at].tag in CELLS:
            return path[: at + 1]
    return ()


def row_of(path: Path) -> Path:
    """Return `path` up to its innermost row; nothing outside tables."""
    return cell_of(path)[:-1]


def table_of(path: Path) -> Path:
    """Return `path` up to its innermost table; nothing outside tables."""
    return cell_of(path)[:-2]


def span(blocks: Sequence[Block], index: int, around: Path) -> Span:
    """Return the blocks beside `index` that stand in the containers `around`, as it does."""

    def inside(at: int) -> bool:
        return 0 <= at < len(blocks) and blocks[at].path[: len(around)] == around

    return Span(index - _reach(index, -1, inside), index + _reach(index, 1, inside))


def is_grid(blocks: Sequence[Block], index: int) -> bool:
    """Whether the row around a block, or one beside it, has several cells.

    A table with one cell in each row is only a frame around what it holds.
    """
    row = row_of(blocks[index].path)
    if not row:
        return False
    here = span(blocks, index, row)
    beside = (at for at in (here.first - 1, here.last + 1) if 0 <= at < len(blocks))
    table = row[:-1]
    rows = (
        span(blocks, at, row_of(blocks[at].path))
        for at in beside
        if table_of(blocks[at].path) == table
    )
    return any(blocks[each.last].path[len(row)].index > 0 for each in (here, *rows))


def _reach(start: int, step: int, inside: Callable[[int], bool]) -> int:
    """Return how far `inside` holds from `start` on; what it holds for has no gaps."""
    near, far = 0, 1
    while inside(start + step * far):
        near, far = far, far * 2
    while far - near > 1:
        middle = (near + far) // 2
        if inside(start + step * middle):
            near = middle
        else:
            far = middle
    return near

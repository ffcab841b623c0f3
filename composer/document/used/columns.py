"""Tables of one column: what stands in them is as wide as they are."""

from composer.document.container import CELLS, Path
from composer.document.model import Document

Columns = frozenset[Path]
"""Tables whose rows hold one cell each, with the containers around them."""


def single_columns(document: Document) -> Columns:
    """Return the tables of `document` that have one column."""
    single: dict[Path, bool] = {}
    for block in document.blocks:
        for depth, container in enumerate(block.path):
            if container.tag == "table":
                table, cell = block.path[: depth + 1], block.path[depth + 2]
                single[table] = single.get(table, True) and cell.index == 0
    return frozenset(table for table, holds in single.items() if holds)


def is_alone(path: Path, depth: int, columns: Columns | None) -> bool | None:
    """Whether the cell at `depth` of `path` has its rows to itself; None where nobody knows."""
    if columns is None or path[depth].tag not in CELLS:
        return None
    return path[: depth - 1] in columns

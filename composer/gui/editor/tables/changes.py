"""Changes of tables, from one document to another: rows, columns, emptied cells, no table."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from composer.document import CELLS, Block, Container, Document, Inline, Path
from composer.document.cutting import NEW, cut
from composer.gui.editor.tables.grid import Span, cell_of, row_of, span, table_of

_OF_ONE_CELL = frozenset({"colspan", "rowspan", "id", "width"})


def crosses_cells(document: Document, start: int, end: int) -> bool:
    """Whether taking a range out would join what stands in different cells."""
    first, last = document.block_index(start), document.block_index(end)
    return cell_of(document.blocks[first].path) != cell_of(document.blocks[last].path)


def emptied(document: Document, start: int, end: int) -> tuple[Document, int]:
    """Take a range out and leave the cells it crosses; a table inside it goes as a whole.

    Returns the document and where the caret belongs.
    """
    first, last = document.block_index(start), document.block_index(end)
    blocks = document.blocks
    if start == 0 and end == len(document.text):
        return replace(document, blocks=(Block(),)), 0
    kept: list[Block] = []
    rest = [it for it in _rest(document, start, end) if not _swallowed(document, it[0], start, end)]
    for _, group in groupby(rest, lambda it: cell_of(blocks[it[0]].path)):
        parts = list(group)
        head = blocks[parts[0][0]]
        kept.append(replace(head, inlines=tuple(each for _, part in parts for each in part)))
    made = replace(document, blocks=(*blocks[:first], *kept, *blocks[last + 1 :]))
    return made, min(start, len(made.text))


def with_row(document: Document, index: int, *, below: bool) -> tuple[Document, int]:
    """Add an empty row beside that of the block `index`; return where the caret belongs."""
    blocks = document.blocks
    row = row_of(blocks[index].path)
    around = span(blocks, index, row)
    new_row = replace(row[-1], index=NEW)
    cells = [
        _empty_cell((*row[:-1], new_row), replace(cell, tag="td" if below else cell.tag))
        for cell in _cells(blocks[around.first : around.last + 1], len(row))
    ]
    at = around.last + 1 if below else around.first
    made = replace(document, blocks=(*blocks[:at], *cells, *blocks[at:]))
    return made, made.starts[at]


def with_column(document: Document, index: int, *, after: bool) -> tuple[Document, int]:
    """Add an empty column beside that of the block `index`; return where the caret belongs."""
    blocks = document.blocks
    table = table_of(blocks[index].path)
    depth = len(table) + 1
    column = blocks[index].path[depth].index
    made: list[Block] = []
    caret = 0
    for at, group in _rows(document, index):
        cells = [list(it) for _, it in groupby(group, lambda block: block.path[: depth + 1])]
        beside = min(column, len(cells) - 1)
        model = cells[beside][0].path
        cells.insert(beside + after, [_empty_cell(model[:depth], replace(model[depth], index=NEW))])
        if at <= index < at + len(group):
            caret = len(made) + sum(map(len, cells[: beside + after]))
        made += [block for cell in cells for block in cell]
    around = span(blocks, index, table)
    result = replace(document, blocks=(*blocks[: around.first], *made, *blocks[around.last + 1 :]))
    return result, result.starts[around.first + caret]


def without_row(document: Document, index: int) -> tuple[Document, int]:
    """Take the row of the block `index` out; the last row takes its table along."""
    return _without(document, [span(document.blocks, index, row_of(document.blocks[index].path))])


def without_column(document: Document, index: int) -> tuple[Document, int]:
    """Take the column of the block `index` out; the last column takes its table along."""
    table = table_of(document.blocks[index].path)
    depth = len(table) + 1
    column = document.blocks[index].path[depth].index
    gone = [
        Span(at + place, at + place)
        for at, group in _rows(document, index)
        for place, block in enumerate(group)
        if block.path[depth].index == column
    ]
    return _without(document, gone)


def without_table(document: Document, index: int) -> tuple[Document, int]:
    """Make paragraphs of the table around the block `index`; cells without content go."""
    blocks = document.blocks
    table = table_of(blocks[index].path)
    around, depth = span(blocks, index, table), len(table)
    inside = blocks[around.first : around.last + 1]
    made = [
        replace(block, tag=block.tag or "p", path=(*table[:-1], *block.path[depth + 2 :]))
        for block in inside
        if block.text.strip() or block.tag == "hr"
    ]
    made = made or [replace(inside[0], tag="p", path=table[:-1])]
    result = replace(document, blocks=(*blocks[: around.first], *made, *blocks[around.last + 1 :]))
    before = sum(bool(b.text.strip()) for b in blocks[around.first : index])
    return result, result.starts[around.first + min(before, len(made) - 1)]


def _rest(document: Document, start: int, end: int) -> Iterator[tuple[int, tuple[Inline, ...]]]:
    """Yield the blocks of a range with what stands before it and after it in them."""
    first, last = document.block_index(start), document.block_index(end)
    for index in range(first, last + 1):
        block, base = document.blocks[index], document.starts[index]
        head = cut(block, 0, start - base) if index == first else ()
        tail = cut(block, end - base, len(block.text)) if index == last else ()
        yield index, (*head, *tail)


def _swallowed(document: Document, index: int, start: int, end: int) -> bool:
    """Whether a range holds all of a table around a block, and more."""
    blocks, path = document.blocks, document.blocks[index].path
    for depth, container in enumerate(path):
        if container.tag != "table":
            continue
        around = span(blocks, index, path[: depth + 1])
        top = document.starts[around.first]
        bottom = document.starts[around.last] + len(blocks[around.last].text)
        if start <= top and bottom <= end and (start < top or bottom < end):
            return True
    return False


def _rows(document: Document, index: int) -> Iterator[tuple[int, list[Block]]]:
    """Yield the rows of the table around a block: the index of the first block, and the blocks."""
    table = table_of(document.blocks[index].path)
    around = span(document.blocks, index, table)
    at = around.first
    inside = document.blocks[around.first : around.last + 1]
    for _, group in groupby(inside, lambda block: block.path[: len(table) + 1]):
        row = list(group)
        yield at, row
        at += len(row)


def _cells(row: tuple[Block, ...], depth: int) -> Iterator[Container]:
    for _, group in groupby(row, lambda block: block.path[depth]):
        yield next(group).path[depth]


def _empty_cell(around: Path, model: Container) -> Block:
    """Return an empty block in a cell that looks like `model`."""
    attributes = tuple(each for each in model.attributes if each[0] not in _OF_ONE_CELL)
    tag = model.tag if model.tag in CELLS else "td"
    return Block("", path=(*around, replace(model, tag=tag, attributes=attributes)))


def _without(document: Document, gone: list[Span]) -> tuple[Document, int]:
    blocks = tuple(
        block
        for index, block in enumerate(document.blocks)
        if not any(index in each for each in gone)
    )
    made = replace(document, blocks=blocks or (Block(),))
    return made, made.starts[min(gone[0].first, len(made.blocks) - 1)]

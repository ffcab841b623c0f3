"""Lines of pasted text made into paragraphs, without the empty ones that only keep distance.

Mail programs write a paragraph as lines that stand close together, and the distance to the next
as an empty line. A message has paragraphs with line breaks for that.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from composer.document.block import Block
from composer.document.container import CELLS, Path
from composer.document.css_values import parse_length
from composer.document.cutting import cut
from composer.document.inline import LINE_SEPARATOR, LineBreak
from composer.document.style import Style

_BLANK = " \u00a0\u200b\u3000\ufeff"
_GAP = re.compile(rf"{LINE_SEPARATOR}(?:[{_BLANK}]*{LINE_SEPARATOR})+[{_BLANK}]*")
_LINES = frozenset({"", "p", "div"})
_VERTICAL = ("margin-top", "margin-bottom", "padding-top", "padding-bottom")
_TIGHT_PARTS = CELLS | {"li"}


@dataclass(frozen=True, slots=True)
class Line:
    """A block; `tight` says that it stands close to those beside it."""

    block: Block
    tight: bool = False


def is_tight(tag: str, style: Style) -> bool:
    """Whether a block of this kind leaves no room above and below."""
    if tag == "p":
        return all(_is_zero(style.get(name)) for name in _VERTICAL[:2])
    return tag in _LINES and all(_is_zero(style.get(name) or "0") for name in _VERTICAL)


def _is_zero(value: str | None) -> bool:
    length = parse_length(value) if value else None
    return length is not None and length.value == 0


def paragraphs(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks that `lines` are meant as."""
    alone = sum(not is_blank(line.block) for line in lines) < 2
    parts = [part for line in lines for part in _parts(line, LINE_SEPARATOR if alone else "")]
    runs = list(_runs(parts))
    parted = any(map(_has_gap, runs))
    blocks = [block for run in runs for block in (_joined(run) if parted else _blocks(run))]
    filled = tuple(_filled(blocks))
    return _bare(filled or tuple(blocks[:1]))


def is_blank(block: Block) -> bool:
    """Whether a block shows nothing but room."""
    return block.tag != "hr" and not block.text.strip(_BLANK + LINE_SEPARATOR)


def _parts(line: Line, edge: str) -> Iterator[Line]:
    """Yield the paragraphs of a block, with a blank line where it breaks twice or more."""
    block = line.block
    if block.tag in {"pre", "hr"} or is_blank(block):
        yield line
        return
    trimmed = edge or _BLANK + LINE_SEPARATOR
    text = block.text
    low, high = len(text) - len(text.lstrip(trimmed)), len(text.rstrip(trimmed))
    if LINE_SEPARATOR not in text:
        yield _part(line, low, high)
        return
    blank = Line(replace(block, inlines=()), tight=line.tight)
    if LINE_SEPARATOR in text[:low]:
        yield blank
    for gap in _GAP.finditer(text, low, high) if block.tag in _LINES else ():
        yield _part(line, low, len(text[low : gap.start()].rstrip(_BLANK)) + low)
        yield blank
        low = gap.end()
    yield _part(line, low, high)
    if LINE_SEPARATOR in text[high:]:
        yield blank


def _part(line: Line, start: int, end: int) -> Line:
    block = line.block
    if start == 0 and end == len(block.text):
        return line
    return Line(replace(block, inlines=cut(block, start, end)), line.tight)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield neighbours that are lines of the same text, and each other block for itself."""
    for key, group in groupby(lines, _run_key):
        if key is None:
            yield from ([line] for line in group)
        else:
            yield list(group)


def _run_key(line: Line) -> Path | None:
    block = line.block
    joins = block.tag in _LINES and not block.attributes and not block.style
    return block.path if joins and (line.tight or is_blank(block)) else None


def _has_gap(run: list[Line]) -> bool:
    """Whether blank lines stand between others, as those do who write no paragraphs."""
    filled = [index for index, line in enumerate(run) if not is_blank(line.block)]
    return bool(filled) and filled[-1] - filled[0] >= len(filled)


def _blocks(run: list[Line]) -> Iterator[Block]:
    return (line.block for line in run)


def _joined(run: list[Line]) -> Iterator[Block]:
    """Yield one paragraph for all lines between two blank ones, and the blank ones."""
    for blank, group in groupby(_blocks(run), is_blank):
        first, *more = group
        if not blank:
            inlines = [*first.inlines]
            for block in more:
                inlines += (LineBreak(), *block.inlines)
            first = replace(first, inlines=tuple(inlines))
        yield first


def _filled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks that show something, and those that a cell of a table needs."""
    cells = Counter(_cell(block.path) for block in blocks)
    for block in blocks:
        if not is_blank(block):
            yield block
        elif (cell := _cell(block.path)) and cells[cell] == 1:
            yield replace(block, inlines=())
        else:
            cells[cell] -= 1


def _cell(path: Path) -> Path:
    for depth in range(len(path), 0, -1):
        if path[depth - 1].tag in CELLS:
            return path[:depth]
    return ()


def _bare(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make the only paragraph of a list item or a cell its text, which needs no room around."""
    shared = Counter(block.path for block in blocks)
    return tuple(
        replace(block, tag="")
        if block.tag == "p"
        and block.path
        and block.path[-1].tag in _TIGHT_PARTS
        and shared[block.path] == 1
        and not block.attributes
        and not block.style
        else block
        for block in blocks
    )

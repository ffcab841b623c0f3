"""What pasting leaves out: styling that would only break rules; structure and words stay."""

from collections.abc import Sequence

from composer.document.block import Block
from composer.document.container import CELLS, Container, Path
from composer.document.foreign.lines import Line, is_tight, paragraphs
from composer.document.foreign.look import (
    is_hidden,
    loses,
    plain_attributes,
    plain_inlines,
    plain_style,
)
from composer.document.inline import Image, Raw
from composer.document.model import Document
from composer.document.used.hiding import hides_in_word

_WRAPPERS = frozenset({"body", "div", "form"})
_TABLE_PARTS = CELLS | {"table", "tr"}


def cleaned(document: Document) -> Document:
    """Return what shows of `document`, without its look and the boxes made for that.

    Colours, fonts, sizes, alignment, spacing, empty lines, tables of one column, unknown markup
    and unsafe links go; emphasis, headings, lists, links, tables and pictures stay.
    """
    blocks = document.blocks
    paths = _Paths(blocks)
    lines = [
        Line(_block(block, paths.plain(block.path)), is_tight(block.tag, block.style))
        for block in blocks
        if not hides_in_word(block.style) and not any(map(is_hidden, block.path))
    ]
    return Document(paragraphs(lines))


def _block(block: Block, path: Path) -> Block:
    tag = "p" if block.tag == "div" or (not block.tag and not path) else block.tag
    style = plain_style(block.style, block.tag)
    return Block(tag, plain_inlines(block), style, plain_attributes(block.attributes), path)


class _Paths:
    """Containers without look; those of different elements stay different."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._layouts = _layout_tables(blocks)
        self._made: dict[Path, Path] = {(): ()}
        self._count = 0

    def plain(self, path: Path) -> Path:
        """Return `path` without boxes that stand there for the look alone."""
        made = self._made.get(path)
        if made is None:
            outer, container = self.plain(path[:-1]), path[-1]
            made = outer if self._is_box(path) else (*outer, self._plain(container))
            self._made[path] = made
        return made

    def _is_box(self, path: Path) -> bool:
        tag = path[-1].tag
        if tag in _TABLE_PARTS:
            depth = max(at for at, each in enumerate(path) if each.tag == "table")
            return path[: depth + 1] in self._layouts
        return tag in _WRAPPERS

    def _plain(self, container: Container) -> Container:
        self._count += 1  # no two alike: boxes that kept them apart may be gone
        return Container(
            container.tag,
            self._count,
            plain_style(container.style, container.tag),
            plain_attributes(container.attributes),
        )


def _layout_tables(blocks: Sequence[Block]) -> frozenset[Path]:
    """The tables with no row of two cells: they hold text in place, and relate nothing."""
    rows: dict[Path, set[Path]] = {}
    tables: set[Path] = set()
    for path in {block.path for block in blocks}:
        for depth, container in enumerate(path):
            if container.tag == "table":
                tables.add(path[: depth + 1])
            elif container.tag in CELLS:
                rows.setdefault(path[:depth], set()).add(path[: depth + 1])
    related = {row[:-1] for row, cells in rows.items() if len(cells) > 1}
    return frozenset(tables - related)


def has_look(document: Document) -> bool:
    """Whether `cleaned` would leave out something that a reader could see."""
    return any(
        loses(block.style)
        or any(loses(container.style) for container in block.path)
        or any(
            isinstance(inline, Raw)
            or loses(inline.marks.style)
            or (isinstance(inline, Image) and loses(inline.style))
            for inline in block.inlines
        )
        for block in document.blocks
    )

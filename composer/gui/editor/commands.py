"""What the toolbar does, as functions from one document to another."""

from dataclasses import dataclass, replace
from enum import StrEnum

from composer.document import HEADINGS, Block, Document, Link, Marks
from composer.document.edits import Edit, SetBlockStyle, SetMark, SetTag, apply
from composer.gui.editor.structure import list_kind, listed, unlisted
from composer.gui.editor.tables.grid import table_of

SMALL = "13px"
LARGE = "h2"


class Size(StrEnum):
    """The three sizes offered; large is marked up as a heading."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class FormatState:
    """What applies at the caret, for a toolbar; `list` is ``ul``, ``ol`` or nothing.

    `table` says whether it stands in one.
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: Link | None = None
    size: Size = Size.NORMAL
    list: str = ""
    table: bool = False

    @classmethod
    def of(cls, block: Block, marks: Marks) -> "FormatState":
        """Return the state of text with `marks` in `block`."""
        if block.tag in HEADINGS:
            size = Size.LARGE
        else:
            size = Size.SMALL if marks.style.get("font-size") == SMALL else Size.NORMAL
        return cls(
            marks.bold,
            marks.italic,
            marks.underline,
            marks.link,
            size,
            list_kind(block),
            bool(table_of(block.path)),
        )


def with_size(document: Document, start: int, end: int, size: Size) -> Document:
    """Give a range one of the three sizes; where it is empty, its whole block."""
    first, last = document.block_index(start), document.block_index(end)
    if start == end or size is Size.LARGE:
        start = document.starts[first]
        end = document.starts[last] + len(document.blocks[last].text)
    edits: list[Edit] = [
        SetMark(start, end, "font-size", SMALL if size is Size.SMALL else None),
        SetBlockStyle(start, end, "font-size", None),
    ]
    heading = any(block.tag in HEADINGS for block in document.blocks[first : last + 1])
    if size is Size.LARGE:
        edits.append(SetTag(start, end, LARGE))
    elif heading:
        edits.append(SetTag(start, end, "p"))
    return apply(document, edits)


def sized(marks: Marks, size: Size) -> Marks:
    """Return `marks` for text typed in one of the three sizes."""
    style = marks.style.replaced("font-size", SMALL if size is Size.SMALL else None)
    return replace(marks, style=style)


def with_list(document: Document, start: int, end: int, kind: str) -> Document:
    """Make a list of the blocks touched, or take them out where all are in one of that `kind`."""
    first, last = document.block_index(start), document.block_index(end)
    touched = document.blocks[first : last + 1]
    if all(list_kind(block) == kind for block in touched):
        return unlisted(document, first, last)
    return listed(document, first, last, kind)


def with_flag(document: Document, start: int, end: int, flag: str) -> Document:
    """Set ``bold``, ``italic`` or ``underline``, or take it away where all of the range has it."""
    all_set = all(
        getattr(inline.marks, flag)
        for first, last, inline in document.runs()
        if first < end and last > start
    )
    return apply(document, [SetMark(start, end, flag, not all_set)])


def flagged(marks: Marks, flag: str) -> Marks:
    """Return `marks` with ``bold``, ``italic`` or ``underline`` turned the other way."""
    match flag:
        case "bold":
            return replace(marks, bold=not marks.bold)
        case "italic":
            return replace(marks, italic=not marks.italic)
        case "underline":
            return replace(marks, underline=not marks.underline)
    raise ValueError(f"not a flag of the toolbar: {flag}")

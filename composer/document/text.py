"""Plain text, read as paragraphs and written the way a contact form takes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from composer.document.block import Block
from composer.document.container import LISTS, Container, Path, shared_depth
from composer.document.errors import DocumentError
from composer.document.html.writer import BLOCK_MARK
from composer.document.inline import NO_MARKS, Inline, LineBreak, Link, Marks, Placeholder, Text
from composer.document.line_text import line_text
from composer.document.model import Document
from composer.document.normal import NO_BREAK_SPACE
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.document.source_map import Lines, Segment, Segments, Span
from composer.document.used.facts import fact
from composer.phrase import Phrase

MAX_LENGTH = 2_000_000
_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile("([^\r\n\u2028\u2029]*)(\r\n|[\r\n\u2028\u2029]|\\Z)")
_BREAKS = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)+")
_HARD = re.compile(f"(?<![^\\s]){NO_BREAK_SPACE}|{NO_BREAK_SPACE}(?!\\S)")
# The same where marks may stand between, which takes three times as long.
_SPACES = f"(?:[^\\S\n]|{BLOCK_MARK})*"
_MARKED_BREAKS = re.compile(rf"{_SPACES}\n(?:{_SPACES}\n)+")
_MARKED_HARD = re.compile(
    f"(?<![^\\s{BLOCK_MARK}]){NO_BREAK_SPACE}|{NO_BREAK_SPACE}(?![^\\s{BLOCK_MARK}])"
)
_MARKED_EDGES = re.compile(f"\\A[\n{BLOCK_MARK}]+|[\\s{BLOCK_MARK}]+\\Z")
_TIGHT = frozenset({"", "div"})


class TextSourceMap:
    """Ranges of a document in the plain text it was read from, which has no attributes."""

    def __init__(self, source: str, segments: tuple[Segment, ...]) -> None:
        """Take the segments in the order of the document."""
        self._source = source
        self._segments = Segments(segments, len(source))

    def span(self, start: int, end: int) -> Span:
        """Return the source range of a range of the document's text."""
        return self._segments.span(start, end)

    def attribute(self, position: int, field: str, name: str = "") -> Span | None:  # noqa: ARG002
        """Return None: plain text has no attributes."""
        return None

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of a source offset."""
        return self._lines.line_column(offset)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._source)


@dataclass(frozen=True, slots=True)
class TextReading:
    """What a plain text holds."""

    document: Document
    source_map: TextSourceMap


def read_text(source: str, placeholders: PlaceholderTable = CANONICAL) -> TextReading:
    """Return the document that `source` is: a blank line parts paragraphs, a line end breaks.

    One blank line parts two paragraphs; more are kept as empty paragraphs, so many that the
    document has as many line breaks in a row as the source (S-BRK). Those at the start and the
    end are dropped, as are spaces at line ends.

    Raises:
        DocumentError: for more than 2,000,000 characters.
    """
    source = source.removeprefix(_BYTE_ORDER_MARK)
    if len(source) > MAX_LENGTH:
        raise DocumentError(
            Phrase("The message is longer than {most:,} characters.", most=MAX_LENGTH)
        )
    reader = _Reader(placeholders)
    for match in _LINE.finditer(source):
        line = match[1].rstrip()
        reader.line(line, match.start(), (match.start() + len(line), match.end()))
    blocks = tuple(Block("p", tuple(inlines)) for inlines in reader.blocks)
    return TextReading(Document(blocks), TextSourceMap(source, tuple(reader.segments)))


@dataclass(slots=True)
class _Reader:
    """Takes lines; `blocks` are the inlines of each paragraph."""

    placeholders: PlaceholderTable
    blocks: list[list[Inline]] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    position: int = 0
    blank: int = 0
    end: Span = (0, 0)

    def line(self, text: str, start: int, end: Span) -> None:
        """Take a line without its end, which stands at `end` of the source."""
        if not text:
            self.blank += 1
            return
        if self.blocks and not self.blank:
            self._add(LineBreak(), 1, self.end)
        else:
            fresh = _boundaries(self.blank) if self.blocks else 1
            self.position += fresh if self.blocks else 0
            self.blocks += [[] for _ in range(fresh)]
        self.blank = 0
        self.end = end
        position = 0
        for match in self.placeholders.find(text) if self.placeholders.may_be_in(text) else ():
            self._words(text[position : match.start], start + position)
            span = (start + match.start, start + match.end)
            if match.linked is None:
                self._add(Placeholder(match.name, match.source), 1, span)
            else:
                target, first, last = match.linked
                self._words(text[first:last], start + first, Marks(link=Link(target)))
            position = match.end
        self._words(text[position:], start + position)

    def _words(self, text: str, start: int, marks: Marks | None = None) -> None:
        if text:
            self._add(Text(text, marks or NO_MARKS), len(text), (start, start + len(text)))

    def _add(self, inline: Inline, length: int, span: Span) -> None:
        self.blocks[-1].append(inline)
        self.segments.append(Segment(self.position, self.position + length, *span))
        self.position += length


def _boundaries(blank: int) -> int:
    return blank + 1 if blank > 1 else 1


def write_text(document: Document, *, described: bool = False, marked: bool = False) -> str:
    """Return `document` as plain text, without what is hidden and never two blank lines in a row.

    Links read ``words: https://…``, or ``words (https://…)`` within a sentence. List items begin
    with ``- `` or their number, placeholders are spelled as they were. Images are left out;
    `described` puts their alternative text there, for texts that stand beside the images. With
    `marked`, one `BLOCK_MARK` stands before the words of each block, behind what marks an item.
    """
    return _with_marks(document, described) if marked else _written(document, described)


@fact
def _written(document: Document, described: bool) -> str:  # noqa: FBT001 - facts take no names
    text = "".join(_pieces(document, "", described=described))
    return _BREAKS.sub("\n\n", _HARD.sub(" ", text)).strip("\n").rstrip()


def _with_marks(document: Document, described: bool) -> str:  # noqa: FBT001
    text = "".join(_pieces(document, BLOCK_MARK, described=described))
    return _MARKED_EDGES.sub(_marks, _MARKED_BREAKS.sub(_blank_line, _MARKED_HARD.sub(" ", text)))


def _pieces(document: Document, mark: str, *, described: bool) -> Iterator[str]:
    before: Block | None = None
    loose = False
    items: set[Path] = set()
    for block in document.blocks:
        text = line_text(block, described)
        if not text.strip():
            loose = True
            yield mark
            continue
        if before is not None:
            yield "\n" if _tight(before, block) and not loose else "\n\n"
        yield _marker(block.path, items) + mark + text
        before, loose = block, False


def _blank_line(place: re.Match[str]) -> str:
    return f"\n\n{_marks(place)}"


def _marks(place: re.Match[str]) -> str:
    return BLOCK_MARK * place[0].count(BLOCK_MARK)


def _tight(before: Block, after: Block) -> bool:
    """Whether no blank line parts two blocks: items of one list, and lines without margins."""
    shared = shared_depth(before.path, after.path)
    lists = [any(c.tag in LISTS for c in block.path[shared:]) for block in (before, after)]
    if any(container.tag in LISTS for container in before.path[:shared]):
        return True
    return before.tag in _TIGHT and after.tag in _TIGHT and not any(lists)


def _marker(path: Path, items: set[Path]) -> str:
    """The indent of nested lists and, for the first block of an item, its mark."""
    depths = [depth for depth, container in enumerate(path) if container.tag == "li"]
    if not depths:
        return ""
    indent = "  " * (len(depths) - 1)
    last = depths[-1]
    if path[: last + 1] in items:
        return indent
    items.add(path[: last + 1])
    return indent + _number(path[last - 1], path[last])


def _number(parent: Container, item: Container) -> str:
    if parent.tag == "ul":
        return "- "
    start = parent.attribute("start") or "1"
    first = int(start) if start.strip().lstrip("-").isdecimal() else 1
    return f"{first + item.index}. "

"""A block met in its Markdown source, character by character with only markup between."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from composer.document.block import Block
from composer.document.inline import Image, Inline, LineBreak, Placeholder, Text
from composer.document.source_map import Segment, Span

_TAIL = re.compile(r"\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_REFERENCE = re.compile(r"\]\s?\[[^\]\n]*\]")
_IMAGE = re.compile(r"!\[([^\]]*)" + _TAIL.pattern)
_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?=[\s/>])[^<>]*>|<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\w*);")
_FENCE = re.compile(r"[ >]*(?:```|~~~)[^\n]*\n")
_BREAK = re.compile(r"(?:[ \t]*\\|[ \t]*)(?:\r\n|\r|\n)[ \t>]*|[ \t]*<br\s*/?>\s*")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_SOFT = re.compile(r"\s+(?:>\s?)*")
_MARKER = re.compile(r"(?:[-+*]|\d+[.)])[ \t]+")
_MARKUP = frozenset("*_`~#>|[]<\\=-: \t\r\n")


class Attribute(NamedTuple):
    """An attribute of the text from `start` to `end`; `span` is its value in the source."""

    start: int
    end: int
    field: str
    span: Span

    def moved(self, by: int) -> "Attribute":
        """Return this attribute at another place of the text."""
        return self._replace(start=self.start + by, end=self.end + by)


class Match(NamedTuple):
    """Segments and attributes relative to the block, and where its source ends."""

    segments: tuple[Segment, ...]
    attributes: tuple[Attribute, ...]
    end: int


def match_block(block: Block, source: str, start: int, end: int) -> Match | None:
    """Return where `block` stands between two offsets of `source`, or None if it is not proven."""
    matcher = _Matcher(source, start, end)
    if block.tag == "pre" and (fence := _FENCE.match(source, start, end)):
        matcher.place = fence.end()
    matcher.exact = block.tag == "pre"
    for position, _, inline in block.runs():
        if not matcher.take(inline, position):
            return None
    matcher.close(len(block.text))
    return Match(tuple(matcher.segments), tuple(matcher.attributes), matcher.place)


@dataclass(slots=True)
class _Matcher:
    source: str
    place: int
    end: int
    segments: list[Segment] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    exact: bool = False

    def take(self, inline: Inline, position: int) -> bool:
        """Meet `inline`, which stands at `position` of the block."""
        match inline:
            case Text(text):
                return all(self._char(char, position + at) for at, char in enumerate(text))
            case LineBreak():
                return self._object(_NEWLINE if self.exact else _BREAK, position)
            case Placeholder():
                return self._object(re.compile(re.escape(inline.spelling)), position)
            case Image():
                return self._image(position)
            case _:
                return self._object(_TAG, position)

    def close(self, position: int) -> None:
        """Take the target of a link that the block ends with."""
        while self.place < self.end and self.source[self.place] in "*_`~]":
            if not self._skip(position):
                return

    def _char(self, char: str, position: int) -> bool:
        while self.place < self.end:
            here = self.source[self.place]
            entity = _ENTITY.match(self.source, self.place, self.end)
            if entity and unescape(entity[0]) == char:
                return self._add(position, entity.end())
            if here == char and not self._is_markup(here):
                return self._add(position, self.place + 1)
            if char in " \xa0" and here.isspace():
                soft = None if self.exact else _SOFT.match(self.source, self.place, self.end)
                return self._add(position, soft.end() if soft else self.place + 1)
            if not self._skip(position):
                return False
        return False

    def _is_markup(self, here: str) -> bool:
        """Whether a character equal to the one looked for is markup all the same."""
        if here == "\\":
            following = self.source[self.place + 1 : self.place + 2]
            return bool(following) and following in "\\`*_{}[]()#+-.!>"
        if here == "]":
            return bool(self.brackets) and _TAIL.match(self.source, self.place) is not None
        return here == "[" and self._opens_link()

    def _opens_link(self) -> bool:
        closing = self.source.find("]", self.place, self.end)
        return closing >= 0 and self.source[closing + 1 : closing + 2] in {"(", "["}

    def _skip(self, position: int) -> bool:
        """Pass one piece of markup."""
        tail = _TAIL.match(self.source, self.place, self.end)
        if tail:
            opened = self.brackets.pop() if self.brackets else position
            self.attributes.append(Attribute(opened, position, "href", tail.span(1)))
        piece = (
            tail
            or _REFERENCE.match(self.source, self.place, self.end)
            or _TAG.match(self.source, self.place, self.end)
            or self._marker()
        )
        if piece:
            self.place = piece.end()
            return True
        here = self.source[self.place]
        if here == "[":
            self.brackets.append(position)
        self.place += 1
        return here in _MARKUP

    def _marker(self) -> re.Match[str] | None:
        """The mark of a list item, at the start of a line only."""
        line = self.source[self.source.rfind("\n", 0, self.place) + 1 : self.place]
        return _MARKER.match(self.source, self.place, self.end) if not line.strip(" >") else None

    def _image(self, position: int) -> bool:
        if not self._object(_IMAGE, position, peek=True):
            return self._object(_TAG, position)
        match = _IMAGE.match(self.source, self.place, self.end)
        if match is None:
            return False
        self.attributes.append(Attribute(position, position + 1, "src", match.span(2)))
        self.attributes.append(Attribute(position, position + 1, "alt", match.span(1)))
        return self._add(position, match.end())

    def _object(self, pattern: re.Pattern[str], position: int, *, peek: bool = False) -> bool:
        place = self.place
        while self.place < self.end:
            match = pattern.match(self.source, self.place, self.end)
            if match:
                return peek or self._add(position, match.end())
            if not self._skip(position):
                break
        self.place = place
        return False

    def _add(self, position: int, end: int) -> bool:
        last = self.segments[-1] if self.segments else None
        piece = Segment(position, position + 1, self.place, end)
        if last is not None and _continues(last, piece):
            self.segments[-1] = Segment(last.start, piece.end, last.source_start, end)
        else:
            self.segments.append(piece)
        self.place = end
        return True


def _continues(last: Segment, piece: Segment) -> bool:
    """Whether two pieces, one to one with their source, make one."""
    single = piece.source_end - piece.source_start == 1
    even = last.end - last.start == last.source_end - last.source_start
    return single and even and (last.end, last.source_end) == (piece.start, piece.source_start)

"""What Word writes as HTML: its lists, which are paragraphs with a typed mark, become lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from composer.document.block import Block
from composer.document.container import Container, Path
from composer.document.inline import Attributes, Image, Inline, Text
from composer.document.model import Document
from composer.document.style import PLAIN, Style

_LEVEL = re.compile(r"\bl(\d+)\s+level(\d+)")
_HIDING = "mso-hide"
_ORDERED = re.compile(r"[(\[（]?[\w.]*?(\w+)[.)\]:、）]?\Z")
_ROMAN = re.compile(r"[ivxlcdm]+\Z", re.IGNORECASE)
_NEW = 1_000_000  # an index no container has yet; the document numbers it


def from_word(document: Document) -> Document:
    """Return `document` with real lists, and without the properties that only Word knows."""
    if not any(map(_is_from_word, document.blocks)):
        return document
    lists = _Lists()
    blocks = tuple(_without_word(lists.take(block)) for block in document.blocks)
    return Document(blocks, document.head)


def _is_from_word(block: Block) -> bool:
    styles = [block.style, *(inline.marks.style for inline in block.inlines)]
    styles += [container.style for container in block.path]
    return any(name.startswith("mso-") for style in styles for name, _ in style)


@dataclass(slots=True)
class _Open:
    """A list under way: Word's level of it, the list, and the item that is open in it."""

    level: int
    around: Container
    item: Container


class _Lists:
    """Takes blocks in order and says in which list each stands."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._outside: Path = ()
        self._count = _NEW

    def take(self, block: Block) -> Block:
        """Return `block` as the list item that it looks like, or as it is."""
        found = _LEVEL.search(block.style.get("mso-list") or "")
        if found is None or block.heading:
            self._open = []
            return block
        if block.path != self._outside:
            self._open = []
        self._outside = block.path
        mark = "".join(i.text for i in block.inlines if isinstance(i, Text) and _is_mark(i))
        self._go_to(int(found[2]), _list_of(mark.strip()))
        path = [*block.path]
        for each in self._open:
            path += (each.around, each.item)
        words = tuple(inline for inline in block.inlines if not _is_mark(inline))
        return replace(block, tag="", inlines=words, path=tuple(path))

    def _go_to(self, level: int, around: Container) -> None:
        """Open an item at Word's `level`, in the list open there or in a new one."""
        while self._open and self._open[-1].level > level:
            self._open.pop()
        top = self._open[-1] if self._open else None
        if top is not None and top.level == level:
            if top.around.tag == around.tag:
                top.item = self._new("li")
                return
            self._open.pop()
        made = self._new(around.tag, around.style, around.attributes)
        self._open.append(_Open(level, made, self._new("li")))

    def _new(self, tag: str, style: Style = PLAIN, attributes: Attributes = ()) -> Container:
        self._count += 1
        return Container(tag, self._count, style, attributes)


def _is_mark(inline: Inline) -> bool:
    """Whether this is the bullet or number that Word typed, or the space behind it."""
    return inline.marks.style.get("mso-list") == "ignore"


def _list_of(mark: str) -> Container:
    """The list that an item with this mark begins."""
    number = _ORDERED.match(mark)
    if number is None or mark == "o":  # Word's hollow bullet is a letter
        return Container("ul")
    name = number[1]
    style, start = "decimal", int(name) if name.isdecimal() else 1
    if name.isascii() and name.isalpha():
        roman = name.lower() == "i" or (len(name) > 1 and _ROMAN.match(name) is not None)
        style = ("lower-" if name.islower() else "upper-") + ("roman" if roman else "alpha")
        start = 1 if roman or len(name) > 1 else ord(name.lower()) - ord("a") + 1
    look = PLAIN if style == "decimal" else Style.of({"list-style-type": style})
    return Container("ol", 0, look, (("start", str(start)),) if start > 1 else ())


def _without_word(block: Block) -> Block:
    inlines = tuple(map(_plain, block.inlines))
    return Block(block.tag, inlines, _style(block.style), block.attributes, _path(block.path))


def _plain(inline: Inline) -> Inline:
    style = inline.marks.style
    if isinstance(inline, Text) and ("mso-spacerun" in style or "mso-tab-count" in style):
        inline = replace(inline, text=" ")
    if isinstance(inline, Image):
        shapes = ("v:shapes", "v:src")
        kept = tuple(pair for pair in inline.attributes if pair[0] not in shapes)
        inline = replace(inline, attributes=kept, style=_style(inline.style))
    own = _style(style)
    return inline if own is style else replace(inline, marks=replace(inline.marks, style=own))


def _path(path: Path) -> Path:
    return tuple(_container(each) for each in path)


def _container(container: Container) -> Container:
    style = _style(container.style)
    return container if style is container.style else replace(container, style=style)


def _style(style: Style) -> Style:
    if not any(_is_words_own(name) for name, _ in style):
        return style
    return Style.of(_kept(style))


def _kept(style: Style) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in style if not _is_words_own(name))


def _is_words_own(name: str) -> bool:
    return name.startswith("mso-") and name != _HIDING

"""Tokens to a tree of elements, forgiving as browsers are, and the same for both parsers.

A small part of the HTML Standard's tree construction: implied end tags and table parts, void
elements, misnested formatting. Fostering of stray table content is left to the reader.
"""

from collections.abc import Iterable

from composer.document.errors import DocumentError
from composer.document.html.elements import (
    BLOCK_LEVEL,
    ENDS_PARAGRAPH,
    FORMATTING,
    HEADINGS,
    METADATA,
    RAW,
    SECTIONS,
    VOID,
)
from composer.document.html.parsers import TEXT_ELEMENTS
from composer.document.html.tokens import Attribute, Characters, EndTag, StartTag, Token
from composer.document.html.tree import Element, Tree
from composer.phrase import Phrase

MAX_DEPTH = 200
MAX_ELEMENTS = 100_000
_MAX_REOPENED = 8

_CELLS = frozenset({"td", "th", "caption"})
_FENCES = frozenset({"html", "body", "table", "td", "th", "caption", "object", "marquee", "button"})
_LIST_FENCES = (BLOCK_LEVEL | _FENCES) - {"address", "div", "p", "li", "dd", "dt"}
_RAW_FENCES = frozenset({"td", "th", "tr", "table", "body", "html"})
_TABLE_SCOPE = frozenset({"table", "html", "body"})
_ROW_SCOPE = _TABLE_SCOPE | {"tr"}
_SECTION_SCOPE = _TABLE_SCOPE | SECTIONS
_PARAGRAPHS, _ITEMS, _TERMS = frozenset({"p"}), frozenset({"li"}), frozenset({"dd", "dt"})
_ROWS = frozenset({"tr", "caption"})
_TABLE_PARTS = SECTIONS | {"caption", "colgroup"}
_SECTION_PARENTS = frozenset({"table"})
_ROW_PARENTS = SECTIONS | _SECTION_PARENTS
_IN_TABLE = SECTIONS | {"tr", "td", "th", "caption"}
_MAKES_ROOM = ENDS_PARAGRAPH | _TERMS | _CELLS | _ROWS | _TABLE_PARTS | {"li", "a", "nobr"}


def build_tree(tokens: Iterable[Token]) -> Tree:
    """Return the tree that `tokens` make.

    Raises:
        DocumentError: for more than 100,000 elements or nesting deeper than 200.
    """
    builder = _Builder()
    for token in tokens:
        if isinstance(token, Characters):
            builder.characters(token)
        elif isinstance(token, StartTag):
            builder.start(token)
        elif isinstance(token, EndTag):
            builder.end(token)
    return builder.finish()


class _Builder:
    def __init__(self) -> None:
        self._html = Element("html")
        self._body = Element("body", parent=self._html)
        self._html.children.append(self._body)
        self._stack = [self._html, self._body]
        self._count = 0
        self._lost: list[Element] = []  # formatting cut off by the end of a block
        self._in_head = True
        self._head: list[Element] = []
        self._handlers: dict[str, None] = {}
        self._position = 0
        self._raw: Element | None = None
        self._tables = 0  # open inside raw markup

    def characters(self, token: Characters) -> None:
        self._position = token.end
        if self._raw is not None:
            return
        if self._lost or self._in_head:
            if token.text.isspace() and self._in_head:
                return
            if self._stack[-1].name not in METADATA and self._stack[-1].name != "script":
                self._in_head = False
            if self._lost and not token.text.isspace():
                self._reopen()
        self._stack[-1].children.append(token)

    def start(self, tag: StartTag) -> None:
        self._position = tag.start
        name = tag.name
        if self._raw is not None:
            if name not in VOID and (name == self._raw.name or name in TEXT_ELEMENTS):
                self._raw.open_tags += (name,)
            self._tables += name == "table"
            self._position = tag.end
            return
        if name in {"html", "body", "head"}:
            self._merge(tag)
        elif name == "image":
            self._open(StartTag("img", tag.attributes, tag.start, tag.end))
        elif name == "plaintext":  # looks like pre, and nothing could be written behind it
            self._make_room("pre")
            self._open(StartTag("pre", tag.attributes, tag.start, tag.end))
        else:
            if name in _MAKES_ROOM:
                self._make_room(name)
            self._open(tag)
        self._position = tag.end

    def end(self, tag: EndTag) -> None:
        self._position = tag.start
        name = tag.name
        if self._raw is not None and not self._end_raw(tag):
            self._position = tag.end
            return
        if name in {"head", "body", "html"}:
            self._in_head = self._in_head and name != "head"
            return
        if name == "br":
            self._open(StartTag("br", (), tag.start, tag.end))
            return
        if self._lost:
            self._lost = [lost for lost in self._lost if lost.name != name]
        index = self._find(name)
        if index is None:
            return
        if name in FORMATTING and self._adopt(index):
            return
        self._stack[index].end = tag.end
        self._close(index, ended=True)
        self._position = tag.end

    def _end_raw(self, tag: EndTag) -> bool:
        """Whether `tag` ends something around the raw markup, and the raw markup with it."""
        raw = self._raw
        if raw is None:
            return True
        if tag.name == raw.open_tags[-1]:
            raw.open_tags = raw.open_tags[:-1]
            if not raw.open_tags:
                raw.end = tag.end
                self._close(len(self._stack) - 1, ended=True)
                self._raw = None
            return False
        if tag.name == "table" and self._tables:
            self._tables -= 1
            return False
        if tag.name not in _RAW_FENCES or self._tables:
            return False
        self._close(len(self._stack) - 1, ended=True)
        self._raw = None
        return True

    def finish(self) -> Tree:
        self._close(0)
        return Tree(self._html, self._body, tuple(self._head), tuple(self._handlers))

    def _merge(self, tag: StartTag) -> None:
        """A second ``<html>`` or ``<body>`` only adds attributes the first lacks."""
        if tag.name == "head":
            return
        self._in_head = self._in_head and tag.name != "body"
        element = self._html if tag.name == "html" else self._body
        self._note_handlers(tag.attributes)
        names = {attribute.name for attribute in element.attributes}
        element.attributes += tuple(a for a in tag.attributes if a.name not in names)
        if not element.end:
            element.start, element.end = tag.start, tag.end

    def _note_handlers(self, attributes: tuple[Attribute, ...]) -> None:
        for attribute in attributes:
            if attribute.name.startswith("on"):
                self._handlers[attribute.name] = None

    def _make_room(self, name: str) -> None:
        """Close what the start of `name` implies is over, and open what it needs around it."""
        if name in ENDS_PARAGRAPH:
            self._close_nearest(_PARAGRAPHS, _FENCES)
        if name in HEADINGS and self._stack[-1].name in HEADINGS:
            self._close(len(self._stack) - 1)
        if name == "li":
            self._close_nearest(_ITEMS, _LIST_FENCES)
        elif name in _TERMS:
            self._close_nearest(_TERMS, _LIST_FENCES)
        elif name in {"td", "th"}:
            self._close_nearest(_CELLS, _ROW_SCOPE)
            self._imply("tr", _ROW_PARENTS)
        elif name == "tr":
            self._close_nearest(_ROWS, _SECTION_SCOPE)
            self._imply("tbody", _SECTION_PARENTS)
        elif name in _TABLE_PARTS:
            self._close_nearest(_TABLE_PARTS, _TABLE_SCOPE)
        elif name in {"a", "nobr"}:
            index = self._find(name)
            if index is not None:
                self._close(index, ended=True)
            self._lost = [lost for lost in self._lost if lost.name != name]

    def _imply(self, name: str, parents: frozenset[str]) -> None:
        """Open the table part `name` where it is left out, and what it needs in turn."""
        if self._stack[-1].name not in parents:
            return
        if name == "tr":
            self._imply("tbody", _SECTION_PARENTS)
        self._push(Element(name, start=self._position, inner=self._position))

    def _open(self, tag: StartTag) -> None:
        if self._in_head and tag.name not in METADATA and tag.name != "script":
            self._in_head = False
        if self._lost:
            if tag.name in _CELLS or tag.name == "table":
                self._lost = []
            elif tag.name not in BLOCK_LEVEL:
                self._reopen()
        name, attributes, start, end = tag
        element = Element(name, attributes, None, [], start, end, 0, end)
        in_head = tag.name in METADATA or (self._in_head and tag.name == "script")
        if in_head:
            self._head.append(element)
        if tag.name in VOID:
            self._add(element)
            return
        self._push(element)
        if tag.name in RAW:
            self._raw, self._tables = element, 0
            element.open_tags = (tag.name,)

    def _add(self, element: Element) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise DocumentError(
                Phrase("The message holds more than {most:,} HTML elements.", most=MAX_ELEMENTS)
            )
        if element.attributes:
            self._note_handlers(element.attributes)
        element.parent = parent = self._stack[-1]
        parent.children.append(element)
        if element.name in BLOCK_LEVEL:
            for ancestor in reversed(self._stack):
                if ancestor.holds_blocks:
                    break
                ancestor.holds_blocks = True

    def _push(self, element: Element) -> None:
        self._add(element)
        if len(self._stack) >= MAX_DEPTH:
            raise DocumentError(
                Phrase("The message nests HTML elements more than {most} deep.", most=MAX_DEPTH)
            )
        element.end = 0
        self._stack.append(element)

    def _find(self, name: str) -> int | None:
        """The innermost open element `name` that an end tag here may close."""
        last = len(self._stack) - 1
        if last > 1 and self._stack[last].name == name:  # as nearly always
            return last
        fences = _TABLE_SCOPE if name in _IN_TABLE else _FENCES
        for index in range(last, 1, -1):
            if self._stack[index].name == name:
                return index
            if self._stack[index].name in fences and name != "table":
                return None
        return None

    def _close_nearest(self, names: frozenset[str], fences: frozenset[str]) -> None:
        stack = self._stack
        for index in range(len(stack) - 1, 1, -1):
            name = stack[index].name
            if name in names:
                self._close(index)
                return
            if name in fences:
                return

    def _close(self, index: int, *, ended: bool = False) -> None:
        """Close the open elements from `index` on; formatting among them goes on behind."""
        closed = self._stack[index:]
        del self._stack[index:]
        for element in closed:
            element.inner_end = self._position
            element.end = element.end or self._position
        if closed[0].name in _CELLS or closed[0].name == "table":
            self._lost = []
            return
        cut = closed[1:] if ended else closed
        if not cut:
            return
        self._lost += [element for element in cut if element.name in FORMATTING]
        del self._lost[:-_MAX_REOPENED]

    def _reopen(self) -> None:
        for element in self._lost:
            again = Element(element.name, element.attributes, start=element.start)
            again.inner = self._position
            self._push(again)
        self._lost = []

    def _adopt(self, index: int) -> bool:
        """End formatting around a block that is still open: the block moves out of it.

        ``<b>1<p>2</b>3`` becomes ``<b>1</b><p><b>2</b>3`` (the adoption agency, in one step).
        """
        if index == len(self._stack) - 1:
            return False
        inner = next((e for e in self._stack[index + 1 :] if e.name in BLOCK_LEVEL), None)
        if inner is None or inner.parent is None:
            return False
        formatting = self._stack[index]
        parent = self._stack[index - 1]
        inner.parent.children.remove(inner)
        copy = Element(formatting.name, formatting.attributes, inner, inner.children)
        copy.start, copy.inner, copy.inner_end = formatting.start, inner.inner, self._position
        copy.end, copy.holds_blocks = self._position, inner.holds_blocks
        for child in copy.children:
            if isinstance(child, Element):
                child.parent = copy
        inner.children = [copy]
        inner.parent = parent
        parent.children.append(inner)
        formatting.inner_end = formatting.end = inner.start
        del self._stack[index : self._stack.index(inner)]
        return True

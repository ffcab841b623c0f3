"""The tree laid out as the model's flat list of blocks, with the ranges each came from."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from composer.document.block import BLOCKS, Block
from composer.document.container import Container, Path
from composer.document.html.cascade import Cascade
from composer.document.html.elements import BLOCK_LEVEL, LISTS, METADATA, RAW, SECTIONS
from composer.document.html.folding import block_within, fold, kept_attributes, marks_within
from composer.document.html.line import NORMAL, PRE, PRE_LINE, Line
from composer.document.html.tokens import Characters, Piece
from composer.document.html.tree import Element
from composer.document.inline import NO_MARKS, Attributes, Image, Marks, Raw
from composer.document.placeholders import PlaceholderTable
from composer.document.source_map import Segment
from composer.document.style import PLAIN, Style

_SPACES = {"pre": PRE, "pre-wrap": PRE, "break-spaces": PRE, "pre-line": PRE_LINE}
_SPACES |= {"normal": NORMAL, "nowrap": NORMAL}
_ALWAYS_SHOWN = frozenset({"body", "td", "th", "li", "form", "blockquote"})
_SHOWS_EMPTY = ("height", "padding", "border", "margin", "min-height")
_OWN_ALIGN = BLOCKS | LISTS | {"blockquote", "form"}  # of others, kept as a div, it means nothing
_SIZE = re.compile(r"\.?\d*[1-9]|\d+\.\d*[1-9]|calc")
_OWN_LINES = frozenset({"block", "flex", "grid", "table", "list-item", "flow-root"})
Node = Element | Characters


@dataclass(frozen=True, slots=True)
class Built:
    """A block, and for its text the source ranges and the innermost elements."""

    block: Block
    element: Element
    segments: tuple[Segment, ...] = ()
    starts: tuple[int, ...] = ()
    owners: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the next line becomes."""

    tag: str
    style: Style
    attributes: Attributes
    element: Element


class Flow:
    """Walks a tree once; `blocks` is what it found."""

    def __init__(self, source: str, cascade: Cascade, placeholders: PlaceholderTable) -> None:
        """Take the source, for raw markup, and what resolves styles and placeholders."""
        self.blocks: list[Built] = []
        self._source = source
        self._cascade = cascade
        self._placeholders = placeholders
        self._line = Line(placeholders)
        self._path: Path = ()
        self._counts = [0]
        self._shape: _Shape | None = None
        self._filled = False  # a line of this shape stands already
        self._place: Element = Element("")
        self._head: frozenset[int] = frozenset()

    def body(self, html: Element, body: Element, head: tuple[Element, ...]) -> None:
        """Read the body; `head` holds the elements that belong to the head wherever they are."""
        self._head = frozenset(map(id, head))
        style = fold(self._cascade.style(html), self._cascade.style(body))
        attributes = kept_attributes(body)
        space = _space(style, NORMAL)
        self._place = body
        if style or attributes:
            with self._container("body", style, attributes, body):
                self._walk(body.children, body, NO_MARKS, space)
        else:
            self._walk(body.children, body, NO_MARKS, space)
        self._flush()

    def _walk(self, nodes: list[Node], owner: Element, marks: Marks, space: str) -> None:
        loose: list[Node] = []
        for node in nodes:
            if isinstance(node, Element) and node.name == "li":
                loose.append(node)
                continue
            if loose and isinstance(node, Characters) and node.text.isspace():
                continue
            self._loose_items(loose, owner, marks, space)
            if isinstance(node, Characters):
                self._line.characters(node.pieces, marks, owner, space)
            else:
                self._element(node, marks, space)
        self._loose_items(loose, owner, marks, space)

    def _loose_items(self, items: list[Node], owner: Element, marks: Marks, space: str) -> None:
        """List items outside any list become one."""
        if items:
            with self._container("ul", PLAIN, (), owner):
                self._items(items, marks, space)
            items.clear()

    def _element(self, element: Element, marks: Marks, space: str) -> None:
        name = element.name
        span = (element.start, element.end)
        if id(element) in self._head or name in METADATA or name in {"col", "colgroup", "wbr"}:
            return
        if name in RAW:
            self._line.put(Raw(element.markup(self._source), marks), element, span)
        elif name == "br":
            self._line.line_break(marks, element, span)
        elif name == "img":
            self._line.put(self._image(element, marks), element, span)
        elif name == "hr":
            self._flush()
            style = self._cascade.style(element)
            block = Block("hr", (), style, kept_attributes(element), self._path)
            self.blocks.append(Built(block, element))
        elif name == "table":
            self._table(element, marks, space)
        elif name in BLOCK_LEVEL:
            self._block(element, marks, space)
        else:
            self._inline(element, marks, space)

    def _image(self, element: Element, marks: Marks) -> Image:
        return Image(
            element.value("src") or "",
            element.value("alt"),
            element.value("width"),
            element.value("height"),
            self._cascade.style(element),
            kept_attributes(element, "src", "alt", "width", "height"),
            marks,
        )

    def _inline(self, element: Element, marks: Marks, space: str) -> None:
        style = self._cascade.style(element)
        own_line = style.get("display") in _OWN_LINES
        if own_line:
            style = style.replaced("display", None)
            self._line.separate()
        inner = marks_within(marks, element, style)
        self._walk(element.children, element, inner, _space(style, space))
        if own_line:
            self._line.separate()

    def _block(self, element: Element, marks: Marks, space: str) -> None:
        name = element.name
        attributes = kept_attributes(element, *(() if name in _OWN_ALIGN else ("align",)))
        marks, style = block_within(marks, self._cascade.style(element))
        space = _space(style, PRE if name == "pre" else space)
        children = _after_newline(element.children) if name == "pre" else element.children
        if name in LISTS:
            tag = "ol" if name == "ol" else "ul"
            with self._container(tag, style, attributes, element):
                self._items(children, marks, space)
        elif name in {"blockquote", "form"}:
            with self._container(name, style, attributes, element):
                self._walk(children, element, marks, space)
        elif name in BLOCKS - {"div"}:
            self._paragraph(_Shape(name, style, attributes, element), children, marks, space)
        elif not element.holds_blocks:
            self._paragraph(_Shape("div", style, attributes, element), children, marks, space)
        elif style or attributes:
            with self._container("div", style, attributes, element):
                self._walk(children, element, marks, space)
        else:
            self._flush()
            self._walk(children, element, marks, space)
            self._flush()

    def _paragraph(self, shape: _Shape, children: list[Node], marks: Marks, space: str) -> None:
        """A block of lines; one inside a heading is part of the heading."""
        self._flush()
        outer = self._shape
        if outer is not None:
            style = fold(outer.style, shape.style)
            attributes = tuple(pair for pair in shape.attributes if pair[0] != "align")
            shape = replace(shape, tag=outer.tag, style=style, attributes=attributes)
        self._shape, self._filled = shape, False
        self._walk(children, shape.element, marks, space)
        self._flush()
        self._shape, self._filled = outer, True

    @contextmanager
    def _container(
        self, tag: str, style: Style, attributes: Attributes, element: Element
    ) -> Iterator[None]:
        """Everything inside stands in a new container; an empty one holds a block if it shows."""
        self._flush()
        outer = self._path, self._shape, self._place
        self._path = (*self._path, Container(tag, self._counts[-1], style, attributes))
        self._counts[-1] += 1
        self._counts.append(0)
        self._shape = None
        self._place = element
        before = len(self.blocks)
        yield
        self._flush()
        path = self._path
        self._counts.pop()
        self._path, self._shape, self._place = outer
        made = self.blocks[before:]
        if len(made) == 1 and tag == "div" and made[0].block.path == path and not made[0].block.tag:
            # A box around one line of text is a line of its own.
            own = made[0].block
            block = Block("div", own.inlines, style, attributes, self._path)
            self.blocks[before] = replace(made[0], block=block)
        elif made:
            return
        elif tag in _ALWAYS_SHOWN:
            self.blocks.append(Built(Block("", path=path), element))
        elif tag == "div" and _shows(style):
            block = Block("div", (), style, attributes, self._path)
            self.blocks.append(Built(block, element))

    def _items(self, nodes: list[Node], marks: Marks, space: str) -> None:
        """The items of a list; what stands between them joins the item before, or makes one."""
        stray: list[Node] = []
        last: tuple[Path, int] | None = None
        for node in nodes:
            if isinstance(node, Characters) and node.text.isspace() and not stray:
                continue
            if not isinstance(node, Element) or node.name != "li":
                stray.append(node)
                continue
            last = self._stray(stray, last, marks, space)
            style, attributes = self._cascade.style(node), kept_attributes(node)
            inner, style = block_within(marks, style)
            with self._container("li", style, attributes, node):
                path = self._path
                self._walk(node.children, node, inner, _space(style, space))
                self._flush()
                last = path, self._counts[-1]
        self._stray(stray, last, marks, space)

    def _stray(
        self, nodes: list[Node], last: tuple[Path, int] | None, marks: Marks, space: str
    ) -> tuple[Path, int] | None:
        shown = [
            node for node in nodes if not isinstance(node, Element) or id(node) not in self._head
        ]
        nodes.clear()
        if not shown:
            return last
        owner = self._place
        if last is None:
            with self._container("li", PLAIN, (), owner):
                self._walk(shown, owner, marks, space)
                self._flush()
                return self._path, self._counts[-1]
        outer = self._path
        path, count = last
        self._path = path
        self._counts.append(count)
        self._walk(shown, owner, marks, space)
        self._flush()
        self._path = outer
        return path, self._counts.pop()

    def _table(self, table: Element, marks: Marks, space: str) -> None:
        """A table's caption and stray content come before it, as browsers place them."""
        self._flush()
        inner, style = block_within(marks, self._cascade.style(table))
        rows: list[tuple[Element, Style]] = []
        self._parts(table, PLAIN, rows, marks, space)
        self._flush()
        with self._container("table", style, kept_attributes(table), table):
            for row, outer in rows:
                self._row(row, outer, inner, _space(style, space))

    def _parts(
        self,
        parent: Element,
        outer: Style,
        rows: list[tuple[Element, Style]],
        marks: Marks,
        space: str,
    ) -> None:
        for node in parent.children:
            if isinstance(node, Characters):
                if not node.text.isspace():
                    self._line.characters(node.pieces, marks, parent, space)
            elif node.name == "tr":
                rows.append((node, outer))
                self._parts(node, PLAIN, [], marks, space)
            elif node.name in SECTIONS or (node.name == "form" and _has_rows(node)):
                self._parts(node, self._cascade.style(node), rows, marks, space)
            elif node.name not in {"td", "th"}:
                self._element(node, marks, space)

    def _row(self, row: Element, outer: Style, marks: Marks, space: str) -> None:
        cells = [c for c in row.children if isinstance(c, Element) and c.name in {"td", "th"}]
        if not cells:
            return
        inner, own = block_within(marks, self._cascade.style(row))
        style = fold(outer, own)
        with self._container("tr", style, kept_attributes(row), row):
            for cell in cells:
                inside, own = block_within(inner, self._cascade.style(cell))
                with self._container(cell.name, own, kept_attributes(cell), cell):
                    self._walk(cell.children, cell, inside, _space(own, _space(style, space)))

    def _flush(self) -> None:
        """End the line: make a block of it, unless it holds nothing that shows."""
        line, shape = self._line, self._shape
        if not line.used:
            if shape is not None and not self._filled and _shows(shape.style):
                self._emit(shape, line)
            return
        self._line = Line(self._placeholders)
        self._emit(shape or _Shape("", PLAIN, (), self._place), line)

    def _emit(self, shape: _Shape, line: Line) -> None:
        inlines = line.finish()
        block = Block(shape.tag, inlines, shape.style, shape.attributes, self._path)
        segments, starts, owners = tuple(line.segments), tuple(line.starts), tuple(line.owners)
        self.blocks.append(Built(block, shape.element, segments, starts, owners))
        self._filled = True


def _space(style: Style, outer: str) -> str:
    declared = style.get("white-space") if style else None
    return outer if declared is None else _SPACES.get(declared, outer)


def _shows(style: Style) -> bool:
    """Whether an empty box with this style takes room or loads a picture."""
    return any(
        "url(" in value or (name.startswith(_SHOWS_EMPTY) and _SIZE.match(value))
        for name, value in style
    )


def _after_newline(nodes: list[Node]) -> list[Node]:
    """A newline directly behind ``<pre>`` is not part of it."""
    if not nodes or not isinstance(nodes[0], Characters):
        return nodes
    first = nodes[0].pieces[0] if nodes[0].pieces else None
    if first is None or not first.text.startswith(("\n", "\r")):
        return nodes
    length = 2 if first.text.startswith("\r\n") else 1
    piece = Piece(first.text[length:], first.start + length, first.end)
    pieces = ((piece,) if piece.text else ()) + nodes[0].pieces[1:]
    rest = nodes[1:]
    return [nodes[0]._replace(pieces=pieces), *rest] if pieces else rest


def _has_rows(element: Element) -> bool:
    names = {child.name for child in element.children if isinstance(child, Element)}
    return bool(names & (SECTIONS | {"tr"}))

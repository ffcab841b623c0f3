"""The tree laid out as the model's flat list of blocks, with the ranges each came from."""

import re

from composer.document.block import BLOCKS, Block
from composer.document.html.blocks import Blocks, Built, Item, Shape
from composer.document.html.cascade import Cascade
from composer.document.html.elements import BLOCK_LEVEL, LISTS, METADATA, RAW, SECTIONS
from composer.document.html.folding import block_within, fold, kept_attributes, marks_within
from composer.document.html.line import NORMAL, PRE, PRE_LINE
from composer.document.html.tokens import Characters, Piece
from composer.document.html.tree import Element
from composer.document.inline import NO_MARKS, Image, Marks, Raw
from composer.document.placeholders import PlaceholderTable
from composer.document.style import PLAIN, Style

_SPACES = {"pre": PRE, "pre-wrap": PRE, "break-spaces": PRE, "pre-line": PRE_LINE}
_SPACES |= {"normal": NORMAL, "nowrap": NORMAL}
_ALWAYS_SHOWN = frozenset({"body", "td", "th", "li", "form", "blockquote"})
_SHOWS_EMPTY = ("height", "padding", "border", "margin", "min-height")
_OWN_ALIGN = BLOCKS | LISTS | {"blockquote", "form"}  # of others, kept as a div, it means nothing
_SIZE = re.compile(r"\.?\d*[1-9]|\d+\.\d*[1-9]|calc")
_OWN_LINES = frozenset({"block", "flex", "grid", "table", "list-item", "flow-root"})
_NEVER_SHOWN = METADATA | {"col", "colgroup", "wbr"}
# What a link or a mark sets itself, however its box lies.
_OF_WORDS = ("color", "font", "line-height", "text-decoration", "text-transform", "letter-spacing")
_TAKEN = frozenset({"inherit", "unset"})
_LINES = BLOCKS - {"div"}
Node = Element | Characters


class Flow:
    """Walks a tree once."""

    def __init__(self, source: str, cascade: Cascade, placeholders: PlaceholderTable) -> None:
        """Take the source, for raw markup, and what resolves styles and placeholders."""
        self._source = source
        self._cascade = cascade
        self._blocks = Blocks(placeholders)
        self._head: frozenset[int] = frozenset()

    @property
    def blocks(self) -> list[Built]:
        """The blocks found so far, in order."""
        return self._blocks.made

    def body(self, html: Element, body: Element, head: tuple[Element, ...]) -> None:
        """Read the body; `head` holds the elements that belong to the head wherever they are."""
        self._head = frozenset(map(id, head))
        style = fold(self._cascade.style(html), self._cascade.style(body))
        attributes = kept_attributes(body)
        space = _space(style, NORMAL)
        self._blocks.place = body
        if style or attributes:
            outer = self._blocks.enter("body", style, attributes, body)
            self._walk(body.children, body, NO_MARKS, space)
            self._blocks.leave(outer)
        else:
            self._walk(body.children, body, NO_MARKS, space)
        self._blocks.flush()

    def _walk(self, nodes: list[Node], owner: Element, marks: Marks, space: str) -> None:
        loose: list[Node] = []
        for node in nodes:
            if isinstance(node, Characters):
                if loose:
                    if node.text.isspace():
                        continue
                    self._loose_items(loose, owner, marks, space)
                self._blocks.line.characters(node, marks, owner, space)
            elif node.name == "li":
                loose.append(node)
            else:
                if loose:
                    self._loose_items(loose, owner, marks, space)
                self._element(node, marks, space)
        if loose:
            self._loose_items(loose, owner, marks, space)

    def _loose_items(self, items: list[Node], owner: Element, marks: Marks, space: str) -> None:
        """List items outside any list become one."""
        outer = self._blocks.enter("ul", PLAIN, (), owner)
        self._items(items, marks, space)
        self._blocks.leave(outer)
        items.clear()

    def _element(self, element: Element, marks: Marks, space: str) -> None:
        name = element.name
        span = (element.start, element.end)
        if name in _NEVER_SHOWN or id(element) in self._head:
            return
        if name in RAW:
            self._blocks.line.put(Raw(element.markup(self._source), marks), element, span)
        elif name == "br":
            self._blocks.line.line_break(marks, element, span)
        elif name == "img":
            self._blocks.line.put(self._image(element, marks), element, span)
        elif name == "hr":
            self._blocks.flush()
            style = self._cascade.style(element)
            block = Block("hr", (), style, kept_attributes(element), self._blocks.path)
            self._blocks.add(block, element)
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
        if element.name == "a" and style and style.get("color") in _TAKEN:
            style = self._with_outer_color(style)
        own_line = style.get("display") in _OWN_LINES
        if own_line and "text-align" in style:
            self._boxed(element, style, marks, space)
            return
        if own_line:
            style = style.replaced("display", None)
            self._blocks.line.separate()
        inner = marks_within(marks, element, style)
        self._walk(element.children, element, inner, _space(style, space))
        if own_line:
            self._blocks.line.separate()

    def _boxed(self, element: Element, style: Style, marks: Marks, space: str) -> None:
        """A line in a box with an alignment of its own, as many buttons are: a block."""
        words = Style.of(pair for pair in style if pair[0].startswith(_OF_WORDS))
        box = Style.of(pair for pair in style if not pair[0].startswith(_OF_WORDS))
        inner = marks_within(marks, element, words)
        shape = Shape("div", box.replaced("display", None), (), element)
        self._paragraph(shape, element.children, inner, _space(style, space))

    def _with_outer_color(self, style: Style) -> Style:
        """Return the style of a link that takes the colour around it, with that colour named.

        The model has links around styles, and what stands in a link would take the link's own.
        """
        around = [self._blocks.shape.style] if self._blocks.shape else []
        around += [container.style for container in reversed(self._blocks.path)]
        colors = (outer.get("color") for outer in around)
        color = next((color for color in colors if color and color not in _TAKEN), None)
        return style if color is None else style.replaced("color", color)

    def _block(self, element: Element, marks: Marks, space: str) -> None:
        name = element.name
        attributes = kept_attributes(element, *(() if name in _OWN_ALIGN else ("align",)))
        marks, style = block_within(marks, self._cascade.style(element))
        space = _space(style, PRE if name == "pre" else space)
        children = _after_newline(element.children) if name == "pre" else element.children
        if name in LISTS:
            tag = "ol" if name == "ol" else "ul"
            outer = self._blocks.enter(tag, style, attributes, element)
            self._items(children, marks, space)
            self._blocks.leave(outer)
        elif name in {"blockquote", "form"}:
            outer = self._blocks.enter(name, style, attributes, element)
            self._walk(children, element, marks, space)
            self._blocks.leave(outer)
        elif name in _LINES:
            self._paragraph(Shape(name, style, attributes, element), children, marks, space)
        elif not element.holds_blocks:
            self._paragraph(Shape("div", style, attributes, element), children, marks, space)
        elif style or attributes:
            outer = self._blocks.enter("div", style, attributes, element)
            self._walk(children, element, marks, space)
            self._blocks.leave(outer)
        else:
            self._blocks.flush()
            self._walk(children, element, marks, space)
            self._blocks.flush()

    def _paragraph(self, shape: Shape, children: list[Node], marks: Marks, space: str) -> None:
        """A block of lines; one inside a heading is part of the heading."""
        self._blocks.flush()
        outer = self._blocks.shape
        if outer is not None:
            style = fold(outer.style, shape.style)
            attributes = tuple(pair for pair in shape.attributes if pair[0] != "align")
            shape = Shape(outer.tag, style, attributes, shape.element)
        self._blocks.begin(shape)
        self._walk(children, shape.element, marks, space)
        self._blocks.end(outer)

    def _items(self, nodes: list[Node], marks: Marks, space: str) -> None:
        """The items of a list; what stands between them joins the item before, or makes one."""
        stray: list[Node] = []
        last: Item | None = None
        for node in nodes:
            if isinstance(node, Characters) and node.text.isspace() and not stray:
                continue
            if not isinstance(node, Element) or node.name != "li":
                stray.append(node)
                continue
            if stray:
                last = self._stray(stray, last, marks, space)
            style, attributes = self._cascade.style(node), kept_attributes(node)
            inner, style = block_within(marks, style)
            outer = self._blocks.enter("li", style, attributes, node)
            self._walk(node.children, node, inner, _space(style, space))
            self._blocks.flush()
            last = self._blocks.item()
            self._blocks.leave(outer)
        self._stray(stray, last, marks, space)

    def _stray(self, nodes: list[Node], last: Item | None, marks: Marks, space: str) -> Item | None:
        shown = [
            node for node in nodes if not isinstance(node, Element) or id(node) not in self._head
        ]
        nodes.clear()
        if not shown:
            return last
        owner = self._blocks.place
        if last is None:
            around = self._blocks.enter("li", PLAIN, (), owner)
            self._walk(shown, owner, marks, space)
            self._blocks.flush()
            last = self._blocks.item()
            self._blocks.leave(around)
            return last
        outer = self._blocks.resume(last)
        self._walk(shown, owner, marks, space)
        self._blocks.flush()
        return self._blocks.suspend(outer)

    def _table(self, table: Element, marks: Marks, space: str) -> None:
        """A table's caption and stray content come before it, as browsers place them."""
        self._blocks.flush()
        inner, style = block_within(marks, self._cascade.style(table))
        rows: list[tuple[Element, Style]] = []
        self._parts(table, PLAIN, rows, marks, space)
        self._blocks.flush()
        around = self._blocks.enter("table", style, kept_attributes(table), table)
        for row, outer in rows:
            self._row(row, outer, inner, _space(style, space))
        self._blocks.leave(around)

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
                    self._blocks.line.characters(node, marks, parent, space)
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
        around = self._blocks.enter("tr", style, kept_attributes(row), row)
        for cell in cells:
            inside, own = block_within(inner, self._cascade.style(cell))
            beside = self._blocks.enter(cell.name, own, kept_attributes(cell), cell)
            self._walk(cell.children, cell, inside, _space(own, _space(style, space)))
            self._blocks.leave(beside)
        self._blocks.leave(around)


def _space(style: Style, outer: str) -> str:
    declared = style.get("white-space") if style else None
    return outer if declared is None else _SPACES.get(declared, outer)


def _after_newline(nodes: list[Node]) -> list[Node]:
    """A newline directly behind ``<pre>`` is not part of it."""
    if not nodes or not isinstance(nodes[0], Characters):
        return nodes
    first, *more = nodes[0].pieces or (Piece("", 0, 0),)
    if not first.text.startswith(("\n", "\r")):
        return nodes
    length = 2 if first.text.startswith("\r\n") else 1
    piece = Piece(first.text[length:], first.start + length, first.end)
    pieces = ((piece,) if piece.text else ()) + tuple(more)
    text = nodes[0].text[length:]
    rest = nodes[1:]
    return [nodes[0]._replace(text=text, decoded=pieces), *rest] if pieces else rest


def _has_rows(element: Element) -> bool:
    names = {child.name for child in element.children if isinstance(child, Element)}
    return bool(names & (SECTIONS | {"tr"}))

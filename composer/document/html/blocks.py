"""Blocks in the making: the line that is written, and the containers it stands in."""

import re
from typing import NamedTuple

from composer.document.block import Block
from composer.document.container import Container, Path
from composer.document.html.line import Line, Place
from composer.document.html.tree import Element
from composer.document.inline import Attributes, Inline
from composer.document.placeholders import PlaceholderTable
from composer.document.style import PLAIN, Style

_ALWAYS_SHOWN = frozenset({"body", "td", "th", "li", "form", "blockquote"})
_SHOWS_EMPTY = ("height", "padding", "border", "margin", "min-height")
_SIZE = re.compile(r"\.?\d*[1-9]|\d+\.\d*[1-9]|calc")
# What stood around a container: path, shape, place, and how many blocks there were.
Outer = tuple[Path, "Shape | None", Element, int]
# A list item that may go on: its path, and how many containers it holds.
Item = tuple[Path, int]


class Built(NamedTuple):
    """A block, its element, and where each of its inlines comes from."""

    block: Block
    element: Element
    places: tuple[Place, ...] = ()


class Shape(NamedTuple):
    """What the next line becomes."""

    tag: str
    style: Style
    attributes: Attributes
    element: Element


class Blocks:
    """Takes lines and containers in turn; `made` is what came of them.

    `line` takes words and pictures. `shape` is what the next line becomes, None for text that
    stands directly in its container; `path` and `place` are that container.
    """

    def __init__(self, placeholders: PlaceholderTable) -> None:
        """Take what resolves placeholders."""
        self.made: list[Built] = []
        self.line = Line(placeholders)
        self.path: Path = ()
        self.shape: Shape | None = None
        self.place: Element = Element("")
        self._placeholders = placeholders
        self._counts = [0]
        self._filled = False  # a line of this shape stands already

    def begin(self, shape: Shape) -> None:
        """Let lines become blocks of `shape`."""
        self.shape, self._filled = shape, False

    def end(self, outer: Shape | None) -> None:
        """End the blocks of a shape; those that follow are of `outer`."""
        self.flush()
        self.shape, self._filled = outer, True

    def add(self, block: Block, element: Element) -> None:
        """Take a block that holds no line."""
        self.made.append(Built(block, element))

    def item(self) -> Item:
        """Return the container just entered, for `resume`."""
        return self.path, self._counts[-1]

    def resume(self, item: Item) -> Path:
        """Go on in a container that was left; give what this returns to `suspend`."""
        outer = self.path
        self.path, count = item
        self._counts.append(count)
        return outer

    def suspend(self, outer: Path) -> Item:
        """Leave a container again."""
        item = self.path, self._counts.pop()
        self.path = outer
        return item

    def enter(self, tag: str, style: Style, attributes: Attributes, element: Element) -> Outer:
        """Put what follows into a new container; give what this returns to `leave`."""
        self.flush()
        outer = self.path, self.shape, self.place, len(self.made)
        self.path = (*self.path, Container(tag, self._counts[-1], style, attributes))
        self._counts[-1] += 1
        self._counts.append(0)
        self.shape = None
        self.place = element
        return outer

    def leave(self, outer: Outer) -> None:
        """End a container; an empty one holds a block if it shows."""
        self.flush()
        path, element = self.path, self.place
        container = path[-1]
        self._counts.pop()
        self.path, self.shape, self.place, before = outer
        made = len(self.made) - before
        if made and (made > 1 or container.tag != "div"):
            return
        if made:
            built = self.made[before]
            if built.block.path == path and not built.block.tag:
                # A box around one line of text is a line of its own.
                block = self._box(container, built.block.inlines)
                self.made[before] = built._replace(block=block)
        elif container.tag in _ALWAYS_SHOWN:
            self.made.append(Built(Block("", path=path), element))
        elif container.tag == "div" and _shows(container.style):
            self.made.append(Built(self._box(container, ()), element))

    def _box(self, box: Container, inlines: tuple[Inline, ...]) -> Block:
        return Block("div", inlines, box.style, box.attributes, self.path)

    def flush(self) -> None:
        """End the line: make a block of it, unless it holds nothing that shows."""
        line, shape = self.line, self.shape
        if not line.used:
            if shape is not None and not self._filled and _shows(shape.style):
                self._emit(shape, line)
            return
        self.line = Line(self._placeholders)
        self._emit(shape or Shape("", PLAIN, (), self.place), line)

    def _emit(self, shape: Shape, line: Line) -> None:
        inlines = line.finish()
        block = Block(shape.tag, inlines, shape.style, shape.attributes, self.path)
        self.made.append(Built(block, shape.element, tuple(line.places)))
        self._filled = True


def _shows(style: Style) -> bool:
    """Whether an empty box with this style takes room or loads a picture."""
    return any(
        "url(" in value or (name.startswith(_SHOWS_EMPTY) and _SIZE.match(value))
        for name, value in style
    )

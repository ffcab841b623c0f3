"""Where the content of nested elements lies within a message 600 px wide.

Follows the box model of CSS 2.2, section 10.3, as far as it can be told without laying text out:
columns beside one another, floats and positioned boxes are reported as not known.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from composer.document.block import Block
from composer.document.container import CELLS, LISTS, Container
from composer.document.inline import Attributes
from composer.document.style import Style
from composer.document.used.alignment import START, box_align, element_align
from composer.document.used.direction import LTR, RTL, element_direction
from composer.document.used.lengths import NONE, Extent, attribute_extent, extent, is_unresolved

REFERENCE_WIDTH = 600.0
"""The message width in px against which fixed lengths are judged (POLICY: S-MARG)."""

_WIDER = 0.5  # px by which what does not fit counts
_INDENT = "40px"  # lists and quotes (HTML Standard, section 15.3)
# Elements with a box of their own, even without any style.
_BOXED = LISTS | CELLS | {"table", "blockquote"}
_FLEXIBLE = frozenset(
    {"flex", "inline-flex", "grid", "inline-grid", "inline-block", "inline-table", "table-cell"}
)
_LINE_WIDTHS = {"thin": "1px", "medium": "3px", "thick": "5px"}
_UNSET = frozenset({"initial", "unset", "revert", "revert-layer"})


@dataclass(frozen=True, slots=True)
class Inset:
    """The space at one side in px: what lengths and what percentages add up to."""

    fixed: float = 0.0
    relative: float = 0.0

    @property
    def px(self) -> float:
        """The whole space; negative margins never make it less than nothing."""
        return max(0.0, self.fixed + self.relative)

    def plus(self, more: Extent) -> "Inset":
        """Return this space with `more` added."""
        if more.relative:
            return Inset(self.fixed, self.relative + more.px)
        return Inset(self.fixed + more.px, self.relative)


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """The content box of an element; told from others by identity, as caches need.

    `width` is in px; `fluid` tells that only percentages decide it. `cell_padding` and `spacing`
    are those of the table around, which is `sized` where it says how wide it is. `direction` and
    `align` are those that apply within; `automatic`
    tells that a direction depends on the text inside.
    """

    width: float = REFERENCE_WIDTH
    fluid: bool = True
    left: Inset = Inset()
    right: Inset = Inset()
    direction: str = LTR
    align: str = START
    indent: str = "0"
    cell_padding: str = "1px"
    spacing: float = 0.0
    sized: bool = False
    automatic: bool = False
    unknown: frozenset[str] = frozenset()

    def missing(self, *names: str) -> "Box":
        """Return this box with more properties that were not resolved."""
        return replace(self, unknown=self.unknown | set(names)) if names else self


MESSAGES = {LTR: Box(), RTL: Box(direction=RTL)}
"""The box of the whole message, by the direction it is read in."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """What one side of an element takes: its margin, and its border and padding."""

    margin: Extent
    inner: Extent
    rest: Extent
    automatic: bool

    @property
    def px(self) -> float:
        return self.margin.px + self.padding

    @property
    def padding(self) -> float:
        return self.inner.px + self.rest.px


def entered(
    box: Box, element: Block | Container, size: float, text: str = "", *, alone: bool | None = None
) -> Box:
    """Return the content box of `element`, which stands in `box` and has the font size `size`.

    A cell is `alone` in the rows of its table, or not, or it is not known.
    """
    style, attributes = element.style, element.attributes
    if not style.declarations and not attributes and element.tag not in _BOXED:
        return box
    if attributes and _direction(element) == "auto":
        return _laid(box, element, size, text, alone=alone)
    return _laid_alike(box, element.tag, style, attributes, size, alone)


@lru_cache(maxsize=8192)
def _laid_alike(
    box: Box,
    tag: str,
    style: Style,
    attributes: Attributes,
    size: float,
    alone: bool | None,  # noqa: FBT001 -- a cache takes positions faster
) -> Box:
    """Lay an element into `box`: those that only stand at different places are laid once."""
    return _laid(box, Container(tag, style=style, attributes=attributes), size, "", alone=alone)


def _laid(
    box: Box, element: Block | Container, size: float, text: str, *, alone: bool | None
) -> Box:
    outer, box = box, _lined(box, element, text)
    indent = element.style.get("text-indent")
    if indent is not None and indent != "inherit":
        box = replace(box, indent="0" if indent in _UNSET else indent)
    if element.tag in {"tr", ""}:
        return box
    box = box.missing(*_unresolved(element))
    if element.tag in CELLS:
        return _cell(box, element, size, alone=alone)
    if element.tag == "table":
        return _table(box, outer, element, size)
    left, right = (_edge(box, element, side, size) for side in ("left", "right"))
    return _placed(box, outer, element, size, (left, right))


def _lined(box: Box, element: Block | Container, text: str) -> Box:
    """Return `box` with the direction and the alignment that hold in `element`."""
    direction = element_direction(element, box.direction, text)
    align = element_align(element, box.align, box.direction)
    automatic = box.automatic or _direction(element) == "auto"
    if (direction, align, automatic) == (box.direction, box.align, box.automatic):
        return box
    return replace(box, direction=direction, align=align, automatic=automatic)


def _direction(element: Block | Container) -> str:
    return (element.attribute("dir") or "").strip().lower()


def indented(box: Box, size: float) -> Box:
    """Return `box` with the first line's indent at the side where lines start."""
    if box.indent == "0":
        return box
    found = extent(box.indent, size=size, whole=box.width)
    if found is None:
        return box.missing("text-indent")
    if found.px <= 0:
        return box
    if box.direction == RTL:
        return replace(box, right=box.right.plus(found))
    return replace(box, left=box.left.plus(found))


def _unresolved(element: Block | Container) -> list[str]:
    style = element.style
    if not style:
        return []
    names = [name for name in _LENGTHS if is_unresolved(style.get(name))]
    if style.get("float") in {"left", "right"}:
        names.append("float")
    if style.get("position") in {"absolute", "fixed"}:
        names.append("position")
    if style.get("display") in _FLEXIBLE:
        names.append("display")
    return names


_LENGTHS = (
    *(f"{name}-{side}" for name in ("margin", "padding") for side in ("left", "right")),
    *("width", "max-width", "min-width"),
)


def _edge(box: Box, element: Block | Container, side: str, size: float) -> _Edge:
    style = element.style
    starts = side == ("right" if box.direction == RTL else "left")
    margin = style.get(f"margin-{side}")
    if margin is None or margin in {"revert", "revert-layer"}:
        margin = _INDENT if element.tag == "blockquote" else "0"
    padding = style.get(f"padding-{side}")
    if padding is None or padding in {"revert", "revert-layer"}:
        padding = _INDENT if element.tag in LISTS and starts else "0"
        padding = box.cell_padding if element.tag in CELLS else padding
    shifted = NONE
    if style.get("position") == "relative":
        shifted = extent(style.get(side) or "0", size=size, whole=box.width) or NONE
    space = extent(margin, size=size, whole=box.width) or NONE
    return _Edge(
        Extent(space.px + shifted.px, space.relative or shifted.relative),
        extent(padding, size=size, whole=box.width) or NONE,
        _border(element, side, size),
        margin == "auto",
    )


def _border(element: Block | Container, side: str, size: float) -> Extent:
    style = element.style
    line = style.get(f"border-{side}-style")
    if line is None or line in {"none", "hidden"} or line in _UNSET:
        return NONE
    width = style.get(f"border-{side}-width") or "medium"
    return extent(_LINE_WIDTHS.get(width, width), size=size, whole=0) or NONE


def _placed(
    box: Box, outer: Box, element: Block | Container, size: float, edges: tuple[_Edge, _Edge]
) -> Box:
    """Lay an element with these edges into `box`; what automatic margins share is set in."""
    left, right = edges
    natural = box.width - left.px - right.px
    width, fluid = natural, box.fluid
    declared = _declared_width(box, element, size)
    if declared is not None:
        whole = element.tag == "table" or element.style.get("box-sizing") == "border-box"
        around = left.padding + right.padding
        width = declared.px - around if whole else declared.px
        fluid = box.fluid and declared.relative
    before = after = NONE
    spare = natural - width
    if spare < -_WIDER:
        box = box.missing("room")  # what is around it may grow, or it stands out
    if declared is not None and spare > 0:
        before, after = _shared_out(spare, left, right, box_align(outer.align), element)
        before = Extent(before.px, declared.relative)
        after = Extent(after.px, declared.relative)
    return replace(
        box,
        width=max(0.0, width),
        fluid=fluid,
        left=_sum(box.left, left, before),
        right=_sum(box.right, right, after),
    )


def _shared_out(
    spare: float, left: _Edge, right: _Edge, align: str | None, element: Block | Container
) -> tuple[Extent, Extent]:
    """Share the space beside a box out to its sides; what is merely left over counts for none."""
    aligned = element.attribute("align") if element.tag == "table" else None
    named = (aligned or "").strip().lower()
    place = named or align
    if named in {"left", "right"}:
        return NONE, NONE  # such a table floats beside others
    if left.automatic and right.automatic:
        place = "center"
    elif left.automatic:
        place = "right"
    elif right.automatic:
        place = "left"
    if place in {"center", "middle"}:
        return Extent(spare / 2), Extent(spare / 2)
    return (Extent(spare), NONE) if place == "right" else (NONE, NONE)


def _sum(inset: Inset, edge: _Edge, spare: Extent) -> Inset:
    for part in (edge.margin, edge.inner, edge.rest, spare):
        inset = inset.plus(part)
    return inset


def _declared_width(box: Box, element: Block | Container, size: float) -> Extent | None:
    """The width of `element` within its limits, or None where it takes what there is."""

    def read(name: str) -> Extent | None:
        return extent(element.style.get(name) or "", size=size, whole=box.width)

    width = read("width")
    if width is None and element.style.get("width") is None and element.tag != "div":
        width = attribute_extent(element.attribute("width") or "", box.width)
    most, least = read("max-width"), read("min-width")
    if most is not None and (width.px if width else box.width) > most.px:
        width = most
    if least is not None and width is not None and width.px < least.px:
        width = least
    return width


def _is_sized(box: Box, element: Block | Container, size: float) -> bool:
    """Whether `element` says how wide it is, which a limit alone does not."""
    value = element.style.get("width")
    if value is None:
        return attribute_extent(element.attribute("width") or "", box.width) is not None
    return extent(value, size=size, whole=box.width) is not None


def _table(box: Box, outer: Box, element: Block | Container, size: float) -> Box:
    border = attribute_extent(element.attribute("border") or "0", 0) or NONE
    collapsed = element.style.get("border-collapse") == "collapse"
    spacing = attribute_extent(element.attribute("cellspacing") or "2", 0) or NONE
    gap = extent(element.style.get("border-spacing") or "", size=size, whole=0) or spacing
    left, right = (_edge(box, element, side, size) for side in ("left", "right"))
    if collapsed:
        left, right = (replace(edge, inner=NONE) for edge in (left, right))
    elif border.px and "border-left-style" not in element.style:
        left, right = (replace(edge, rest=border) for edge in (left, right))
    placed = _placed(box, outer, element, size, (left, right))
    padding = (element.attribute("cellpadding") or "1").strip().removesuffix("px") + "px"
    return replace(
        placed,
        cell_padding=padding,
        spacing=0.0 if collapsed else gap.px,
        sized=_is_sized(box, element, size),
    )


def _cell(box: Box, element: Block | Container, size: float, *, alone: bool | None) -> Box:
    """Lay a cell into its table; a block knows nothing of the cells beside its own."""
    left, right = (_edge(box, element, side, size) for side in ("left", "right"))
    gap = Extent(box.spacing)
    inner = max(0.0, box.width - 2 * box.spacing)
    declared = _declared_width(replace(box, width=inner), element, size)
    if alone and box.sized:
        declared = Extent(inner, relative=True)
    fills = declared is not None and declared.px >= inner - 1 and alone is not False
    width = inner if declared is None else min(declared.px, inner)
    if not fills:
        box = box.missing("columns")
    return replace(
        box,
        width=max(0.0, width - left.padding - right.padding),
        fluid=box.fluid and (declared is None or declared.relative or fills),
        left=_sum(box.left.plus(gap), replace(left, margin=NONE), NONE),
        right=_sum(box.right.plus(gap), replace(right, margin=NONE), NONE),
        cell_padding="1px",
        sized=False,
    )

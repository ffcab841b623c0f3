"""The alignment of a block's lines (CSS Text 3, section 6; HTML Standard, section 15.3.3)."""

from composer.document.block import Block
from composer.document.container import Container
from composer.document.used.direction import RTL, element_direction

START = "start"
_SIDES = frozenset({"left", "right", "center", "justify"})
# What `align` and <center> set aligns boxes too, and does not reach into tables.
_BOX_ALIGNS = {"-webkit-left": "left", "-webkit-right": "right", "-webkit-center": "center"}
_BOX_ALIGNS |= {key.replace("webkit", "moz"): side for key, side in _BOX_ALIGNS.items()}
_PARENT = frozenset({"inherit", "unset", "revert", "revert-layer"})


def element_align(element: Block | Container, parent: str, parent_direction: str) -> str:
    """Return the computed ``text-align`` of `element`, a keyword as CSS has it."""
    value = element.style.get("text-align")
    if element.tag == "table" and (value or parent) in _BOX_ALIGNS:
        return START
    if value == "match-parent":
        return used_align(parent, parent_direction)
    if value in _SIDES or value in _BOX_ALIGNS or value in {START, "end"}:
        return value
    if value == "initial":
        return START
    if element.tag == "th" and value not in {"inherit", "unset"} and parent == START:
        return "center"
    return parent


def used_align(align: str, direction: str) -> str:
    """Return the side that `align` means: ``left``, ``right``, ``center`` or ``justify``."""
    if align in {START, "end"}:
        return "right" if (align == START) == (direction == RTL) else "left"
    return _BOX_ALIGNS.get(align, align)


def box_align(align: str) -> str | None:
    """Return where `align` puts boxes narrower than their container, or None."""
    return _BOX_ALIGNS.get(align)


def lines(block: Block, direction: str) -> tuple[str, str]:
    """Return (alignment, direction) of the lines of `block` in a message read in `direction`."""
    align = START
    elements: tuple[Block | Container, ...] = (*block.path, block)
    for element in elements:
        inner = element_direction(element, direction, block.text)
        align, direction = element_align(element, align, direction), inner
    return used_align(align, direction), direction

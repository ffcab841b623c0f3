"""Used block styles: alignment, direction, and how far the content is set in."""

from dataclasses import dataclass, replace
from functools import lru_cache

from composer.document.block import Block
from composer.document.used.alignment import lines, used_align
from composer.document.used.boxes import MESSAGES, REFERENCE_WIDTH, Box, entered, indented
from composer.document.used.columns import Columns, is_alone
from composer.document.used.direction import language_direction
from composer.document.used.facts import fact
from composer.document.used.text import ROOT, block_state, entered_state


@dataclass(frozen=True, slots=True)
class UsedBlock:
    """How the lines of a block lie.

    `align` is ``left``, ``right``, ``center`` or ``justify``; `direction` is ``ltr`` or ``rtl``.
    The insets and the `width` left to content are fractions of the message width, taken as 600 px.
    `declared` tells that the larger inset comes from percentages more than from lengths. `unknown`
    names what was not resolved: CSS properties, ``columns`` for a cell that may have neighbours, or
    ``room`` for a box wider than its room.
    """

    align: str
    direction: str
    inset_left: float
    inset_right: float
    declared: bool
    width: float
    unknown: tuple[str, ...] = ()


def used_block(block: Block, language: str, columns: Columns | None = None) -> UsedBlock:
    """Return how `block` lies in a message written in `language`, a BCP 47 tag.

    With `single_columns` of the message more of it is known.
    """
    return _used_block(block, language, columns)


@fact
def _used_block(block: Block, language: str, columns: Columns | None) -> UsedBlock:
    message = language_direction(language)
    box = indented(content_box(block, message, columns), block_state(block).size.px)
    used = _used(box)
    if box.automatic:  # a container's direction comes from the text in it
        align, direction = lines(block, message)
        return replace(used, align=align, direction=direction)
    return used


@lru_cache(maxsize=4096)
def _used(box: Box) -> UsedBlock:
    larger = box.left if box.left.px >= box.right.px else box.right
    return UsedBlock(
        align=used_align(box.align, box.direction),
        direction=box.direction,
        inset_left=box.left.px / REFERENCE_WIDTH,
        inset_right=box.right.px / REFERENCE_WIDTH,
        declared=larger.relative > 0 and larger.relative >= larger.fixed,
        width=box.width / REFERENCE_WIDTH,
        unknown=tuple(sorted(box.unknown)),
    )


def content_box(block: Block, direction: str, columns: Columns | None = None) -> Box:
    """Return the content box of `block` in a message read in `direction`."""
    return _content_box(block, direction, columns)


@fact
def _content_box(block: Block, direction: str, columns: Columns | None) -> Box:
    box, state = MESSAGES[direction], ROOT
    for depth, container in enumerate(block.path):
        state = entered_state(state, container.tag, container.style)
        alone = is_alone(block.path, depth, columns)
        box = entered(box, container, state.size.px, alone=alone)
    return entered(box, block, block_state(block).size.px, block.text)

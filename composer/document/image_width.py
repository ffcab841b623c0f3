"""Giving an image a width that is a share of the message, whatever stands around it."""

from math import floor

from composer.document.block import Block
from composer.document.edits import SetImage
from composer.document.used.block import content_box
from composer.document.used.boxes import REFERENCE_WIDTH
from composer.document.used.direction import LTR

_OTHERS = ("height", "max-width", "min-width")


def width_edits(block: Block, position: int, share: float) -> tuple[SetImage, ...]:
    """Return what makes the image at `position` of a document, in `block`, so wide.

    `share` is a fraction of the message's width. The width is written in whole percent of what
    holds the image (a table's cell, a list), rounded down so that a limit is never passed.
    """
    box = content_box(block, LTR).width / REFERENCE_WIDTH
    percent = max(1, min(100, floor(100 * share / box + 1e-6))) if box > 0 else 100
    end = position + 1
    return (
        SetImage(position, end, "width", f"{percent}%"),
        *(SetImage(position, end, name, None) for name in _OTHERS),
    )

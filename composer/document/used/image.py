"""Used image widths, as fractions of the message width."""

from dataclasses import dataclass
from functools import lru_cache

from composer.document.block import Block
from composer.document.css_values import parse_length
from composer.document.inline import Image
from composer.document.used.block import content_box
from composer.document.used.boxes import REFERENCE_WIDTH, Box
from composer.document.used.direction import LTR
from composer.document.used.lengths import Extent, attribute_extent, extent
from composer.document.used.text import used_text

_WINDOW = frozenset({"vw", "svw", "lvw", "dvw", "vi"})

# A link or a mark with these is a box of its own, whose width is not known.
_APART = frozenset({"display", "float", "position"})
_WIDTHS = ("width", "max-width", "min-width")


@dataclass(frozen=True, slots=True)
class UsedImage:
    """How wide an image is, as a fraction of the message width taken as 600 px; None if unknown.

    `certain` tells that percentages alone decide it, at whatever width the message is shown.
    `known` tells that a browser shows it as wide as this; otherwise it may be narrower.
    """

    width: float | None
    certain: bool
    known: bool = False


@lru_cache(maxsize=4096)
def used_image(block: Block, image: Image) -> UsedImage:
    """Return how wide `image` is in `block`.

    An image with no width of its own is known only where ``max-width`` keeps it below the full
    width; how many pixels the file has is not known here.
    """
    box = content_box(block, LTR)
    size = used_text(block, image).size
    width = _length(image.style.get("width"), box, size)
    if width is None and image.style.get("width") is None:
        width = attribute_extent(image.width or "", box.width)
    most = _length(image.style.get("max-width"), box, size)
    least = _length(image.style.get("min-width"), box, size)
    if width is None and most is not None and most.px >= box.width:
        return UsedImage(None, certain=False)
    known = width is not None
    shares = any(part is not None and part.relative for part in (width, most, least))
    if width is None or (most is not None and most.px < width.px):
        width = most
    if width is not None and least is not None and least.px > width.px:
        width = least
    if width is None:
        return UsedImage(None, certain=False)
    certain = width.relative and box.fluid and not box.unknown
    apart = any(name in _APART for name, _ in image.marks.style)
    known = known and not (shares and (box.unknown or apart)) and not _is_of_window(image)
    return UsedImage(width.px / REFERENCE_WIDTH, certain, known)


def _is_of_window(image: Image) -> bool:
    """Whether the width of `image` is a share of the mail program's window."""
    lengths = (parse_length(image.style.get(name) or "") for name in _WIDTHS)
    return any(length is not None and length.unit in _WINDOW for length in lengths)


def _length(value: str | None, box: Box, size: float) -> Extent | None:
    if value is None:
        return None
    length = parse_length(value)
    if length is not None and length.unit in _WINDOW:
        return Extent(REFERENCE_WIDTH * length.value / 100, relative=True)
    return extent(value, size=size, whole=box.width)

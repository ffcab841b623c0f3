"""Where the sheets stand and how large they are drawn, so that they fit the pane's width."""

from dataclasses import dataclass

from composer.gui.preview.message import Mode, Widths

SHEET_PADDING = 12
"""White margin of a sheet left and right of the message, CSS px before scaling."""

_STAGE_MARGIN = 4
_BORDER = 1
_SCROLLBAR = 10  # kept free, so that nothing moves when it appears
_SMALLEST = 0.1
_READABLE = 0.6  # smaller than this, two sheets stand one above the other


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The views to show, each with the width of its message in CSS px, and their common scale.

    `fixed` px of the room for a view keep their size at any scale. `stacked` views stand one above
    the other, else side by side.
    """

    views: tuple[tuple[str, int], ...]
    scale: float
    fixed: int = 0
    stacked: bool = False


def arrange(mode: Mode, pane_width: int, widths: Widths) -> Arrangement:
    """Fit the views of `mode` into `pane_width` px, never larger than life.

    They stand side by side where they can be read so.
    """
    views = _views(mode, widths)
    if not views:
        return Arrangement((), 1.0)
    sheets = [width + 2 * SHEET_PADDING for _, width in views]
    fixed = 2 * (_STAGE_MARGIN + _BORDER) + _SCROLLBAR
    scale = (pane_width - fixed * len(views)) / sum(sheets)
    stacked = len(views) > 1 and scale < _READABLE
    if stacked or len(views) == 1:
        # Such a sheet stands in the middle: room for a scroll bar is at both sides.
        fixed += _SCROLLBAR
        scale = (pane_width - fixed) / max(sheets)
    return Arrangement(views, min(1.0, max(_SMALLEST, scale)), fixed, stacked)


def _views(mode: Mode, widths: Widths) -> tuple[tuple[str, int], ...]:
    desktop, phone = ("desktop", widths.desktop), ("phone", widths.phone)
    return {
        Mode.DESKTOP: (desktop,),
        Mode.PHONE: (phone,),
        Mode.BOTH: (desktop, phone),
        Mode.TEXT: (),
    }[mode]

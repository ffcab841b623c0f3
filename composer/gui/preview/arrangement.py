"""How large the sheets are drawn, so that the chosen views fit the pane's width."""

from dataclasses import dataclass

from composer.gui.preview.message import Mode, Widths

SHEET_PADDING = 12
"""White margin of a sheet left and right of the message, CSS px before scaling."""

_STAGE_MARGIN = 8
_BORDER = 1
_SCROLLBAR = 10  # kept free, so that nothing moves when it appears
_SMALLEST = 0.1


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The views to show, each with the width of its message in CSS px, and their common scale.

    `fixed` px of the room for a view keep their size at any scale.
    """

    views: tuple[tuple[str, int], ...]
    scale: float
    fixed: int = 0


def arrange(mode: Mode, pane_width: int, widths: Widths) -> Arrangement:
    """Fit the views of `mode` side by side into `pane_width` px, never larger than life."""
    views = _views(mode, widths)
    if not views:
        return Arrangement((), 1.0)
    # Alone, a sheet stands in the middle: room for a scroll bar is at both sides.
    scrollbars = _SCROLLBAR * (2 if len(views) == 1 else 1)
    fixed = 2 * (_STAGE_MARGIN + _BORDER) + scrollbars
    wanted = sum(width + 2 * SHEET_PADDING for _, width in views)
    scale = (pane_width - fixed * len(views)) / wanted
    return Arrangement(views, min(1.0, max(_SMALLEST, scale)), fixed)


def _views(mode: Mode, widths: Widths) -> tuple[tuple[str, int], ...]:
    desktop, phone = ("desktop", widths.desktop), ("phone", widths.phone)
    return {
        Mode.DESKTOP: (desktop,),
        Mode.PHONE: (phone,),
        Mode.BOTH: (desktop, phone),
        Mode.TEXT: (),
    }[mode]

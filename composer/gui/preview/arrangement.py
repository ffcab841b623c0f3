"""How large the sheets are drawn, so that the chosen views fit the pane's width."""

from dataclasses import dataclass

from composer.gui.preview.message import Mode

DESKTOP_WIDTH = 600
PHONE_WIDTH = 375
SHEET_PADDING = 12
"""White margin of a sheet left and right of the message, CSS px before scaling."""

_STAGE_MARGIN = 8
_GAP = 16
_BORDER = 1
_SCROLLBAR = 10  # kept free at both sides, so that nothing moves when it appears
_SMALLEST = 0.1

_VIEWS = {
    Mode.DESKTOP: (("desktop", DESKTOP_WIDTH),),
    Mode.PHONE: (("phone", PHONE_WIDTH),),
    Mode.BOTH: (("desktop", DESKTOP_WIDTH), ("phone", PHONE_WIDTH)),
    Mode.TEXT: (),
}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The views to show, each with the width of its message in CSS px, and their common scale."""

    views: tuple[tuple[str, int], ...]
    scale: float


def arrange(mode: Mode, pane_width: int) -> Arrangement:
    """Fit the views of `mode` side by side into `pane_width` px, never larger than life."""
    views = _VIEWS[mode]
    if not views:
        return Arrangement((), 1.0)
    fixed = 2 * (_STAGE_MARGIN + _SCROLLBAR) + _GAP * (len(views) - 1) + 2 * _BORDER * len(views)
    wanted = sum(width + 2 * SHEET_PADDING for _, width in views)
    scale = (pane_width - fixed) / wanted
    return Arrangement(views, min(1.0, max(_SMALLEST, scale)))

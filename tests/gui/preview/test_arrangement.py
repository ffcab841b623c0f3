import pytest

from composer.gui.preview.arrangement import SHEET_PADDING, arrange
from composer.gui.preview.message import Mode, Widths


@pytest.mark.parametrize("mode", [Mode.DESKTOP, Mode.PHONE, Mode.BOTH])
@pytest.mark.parametrize("width", [320, 430, 700, 1000])
def test_the_sheets_fit_the_pane(mode: Mode, width: int) -> None:
    """All sheets of a mode, scaled, are narrower than the pane, each alone where they are stacked."""
    arrangement = arrange(mode, width, Widths())
    sheets = [view + 2 * SHEET_PADDING for _, view in arrangement.views]
    across = max(sheets) if arrangement.stacked else sum(sheets)
    assert across * arrangement.scale < width


def test_nothing_is_drawn_larger_than_life() -> None:
    """A wide pane shows the message at its real size."""
    assert arrange(Mode.BOTH, 3000, Widths()).scale == 1.0


def test_both_views_are_the_desktop_and_the_phone_reference() -> None:
    """Both views are 600 and 375 px wide and share one scale."""
    assert arrange(Mode.BOTH, 430, Widths()).views == (("desktop", 600), ("phone", 375))


def test_text_needs_no_sheet() -> None:
    """The text mode shows no rendered view."""
    assert arrange(Mode.TEXT, 430, Widths()).views == ()


def test_a_collapsed_pane_keeps_a_usable_scale() -> None:
    """A pane squeezed to nothing does not turn the sheets over."""
    assert arrange(Mode.DESKTOP, 0, Widths()).scale > 0


def test_two_sheets_stand_one_above_the_other_before_they_get_too_small() -> None:
    """Side by side only where both can be read; alone there is nothing to stack."""
    narrow, wide = (arrange(Mode.BOTH, width, Widths()) for width in (512, 800))
    assert (narrow.stacked, wide.stacked) == (True, False)
    assert narrow.scale == arrange(Mode.DESKTOP, 512, Widths()).scale
    assert wide.scale >= 0.6
    assert not arrange(Mode.DESKTOP, 320, Widths()).stacked

"""The library's list scrolls only where it has to."""

import pytest

from composer.gui.library.model import TemplateRow
from composer.gui.library.sidebar import Sidebar
from composer.gui.library.view import TemplatesView
from composer.gui.theme.marks import Mark

ROWS = tuple(
    TemplateRow(f"{group}{number}", f"Template {number}", f"Reason {group}", "EN", Mark.DRAFT)
    for group in range(5)
    for number in range(2)
)


@pytest.fixture
def view(qtbot, theme) -> TemplatesView:
    """A list of five groups of two."""
    sidebar = Sidebar(theme)
    qtbot.addWidget(sidebar)
    sidebar.resize(236, 900)
    sidebar.set_rows(ROWS)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    view: TemplatesView = sidebar.findChild(TemplatesView)
    view.setProperty("sidebar", sidebar)
    return view


def bottom(view: TemplatesView) -> int:
    """Where the last row ends."""
    model = view.model()
    group = model.index(model.rowCount() - 1, 0)
    return int(view.visualRect(model.index(model.rowCount(group) - 1, 0, group)).bottom()) + 1


def shrink(qtbot, view: TemplatesView, height: int) -> None:
    """Make the list this high, by the height of the window it is in."""
    sidebar = view.window()
    sidebar.resize(sidebar.width(), sidebar.height() + height - view.viewport().height())
    qtbot.waitUntil(lambda: view.viewport().height() == height)
    view.scheduleDelayedItemsLayout()
    view.doItemsLayout()


@pytest.mark.parametrize("missing", [1, 3, 9, 20])
def test_a_few_missing_pixels_do_not_scroll(qtbot, view, missing: int) -> None:
    """The headings stand a little closer, and every row is there whole."""
    high = bottom(view)
    shrink(qtbot, view, high - missing)

    assert not view.verticalScrollBar().isVisible()
    assert view.verticalScrollBar().maximum() == 0
    assert bottom(view) <= high - missing
    shrink(qtbot, view, high)
    assert bottom(view) == high


def test_a_list_that_is_too_long_scrolls(qtbot, view) -> None:
    """With its headings as they are."""
    high = bottom(view)
    shrink(qtbot, view, high - 21)
    assert view.verticalScrollBar().isVisible()
    assert view.verticalScrollBar().maximum() == 21

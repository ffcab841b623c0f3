"""Badges in the library: only what tells templates apart."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QImage

from composer.gui.library.badges import with_badges
from composer.gui.library.model import TemplateRow
from composer.gui.library.sidebar import Sidebar
from composer.gui.library.view import TemplatesView
from composer.gui.theme.marks import Mark

LATE = TemplateRow("a", "Parcel late", "Order problem", "EN", Mark.DRAFT, store="UK")
ROWS = (LATE, replace(LATE, key="b", name="Parcel lost", store="US"))


def badges(*rows: TemplateRow) -> list[str]:
    """What stands in the badges."""
    return [row.badge.text for row in with_badges(rows)]


def test_one_language_needs_no_badge() -> None:
    """Whatever the stores, while the names differ; a file that cannot be read has no language."""
    assert badges(*ROWS) == ["", ""]
    assert badges(*ROWS, replace(LATE, key="c", name="broken", language="")) == ["", "", ""]


def test_several_languages_are_told_apart() -> None:
    """In every row."""
    assert badges(*ROWS, replace(LATE, key="c", name="Colis", language="FR")) == ["EN", "EN", "FR"]


def test_same_names_for_different_stores_are_told_apart() -> None:
    """In their rows alone, beside the language where there is more than one."""
    twin = replace(LATE, key="c", name="parcel late", store="US")
    assert badges(*ROWS, twin) == ["UK", "", "US"]
    french = replace(twin, key="d", name="Colis", language="FR")
    assert badges(*ROWS, twin, french) == ["EN · UK", "EN", "EN · US", "FR"]
    assert badges(LATE, replace(LATE, key="c")) == ["", ""]


def shown(qtbot, theme, *rows: TemplateRow) -> TemplatesView:
    """The list of a sidebar with these rows."""
    sidebar = Sidebar(theme)
    qtbot.addWidget(sidebar)
    sidebar.resize(236, 500)
    sidebar.set_rows(rows)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    found: TemplatesView = sidebar.findChild(TemplatesView)
    found.sidebar = sidebar
    return found


def first(view: TemplatesView) -> QModelIndex:
    """The first template."""
    return view.model().index(0, 0, view.model().index(0, 0))


def test_a_screen_reader_hears_what_the_badge_says(qtbot, theme) -> None:
    """And no language where all have the same."""
    role = Qt.ItemDataRole.AccessibleTextRole
    assert first(shown(qtbot, theme, *ROWS)).data(role) == "Parcel late. Draft"
    twin = replace(LATE, key="c", store="US", language="FR")
    spoken = first(shown(qtbot, theme, *ROWS, twin)).data(role)
    assert spoken == "Parcel late. Draft. Language EN. Store UK"


def right_end(view: TemplatesView) -> int:
    """Where the last ink of the first row is."""
    picture: QImage = view.viewport().grab(view.visualRect(first(view))).toImage()
    paper = picture.pixel(picture.width() - 1, 0)
    columns = range(picture.width() - 1, -1, -1)
    rows = range(picture.height())
    return next(x for x in columns if any(picture.pixel(x, y) != paper for y in rows))


def test_a_name_has_the_room_of_a_badge_that_is_not_there(qtbot, theme) -> None:
    """It is cut later, if at all, and its tooltip has it whole."""
    long = "Question about a return that takes long"
    metrics = QFontMetrics(theme.type.font())
    lone = shown(qtbot, theme, replace(LATE, name=long))
    assert metrics.horizontalAdvance(long) > lone.viewport().width()
    # Up to the padding of the row, less than a letter of it left free.
    assert lone.viewport().width() - right_end(lone) < 18 + metrics.averageCharWidth() * 2
    assert first(lone).data(Qt.ItemDataRole.ToolTipRole).startswith(long)

"""A row that breaks into lines."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from composer.gui.widgets.flow import FlowLayout


@pytest.fixture
def row(qtbot) -> QWidget:
    """Three boxes of 100 px with 10 px between them, the last at the end of its line."""
    row = QWidget()
    qtbot.addWidget(row)
    layout = FlowLayout(10, row)
    layout.setContentsMargins(0, 0, 0, 0)
    for number in range(3):
        box = QWidget()
        box.setFixedSize(100, 20)
        layout.add(box, at_end=number == 2)
    return row


@pytest.mark.parametrize(
    ("width", "places"),
    [
        (400, [(0, 0), (110, 0), (300, 0)]),
        (320, [(0, 0), (110, 0), (220, 0)]),
        (319, [(0, 0), (110, 0), (219, 30)]),
        (150, [(0, 0), (0, 30), (50, 60)]),
    ],
)
def test_what_has_no_room_goes_on_in_the_next_line(row, width, places) -> None:
    """Each box is whole, in order, and the height asked for is the height taken."""
    row.resize(width, 100)
    row.show()
    boxes = row.findChildren(QWidget)

    assert [(box.x(), box.y()) for box in boxes] == places
    assert row.layout().heightForWidth(width) == places[-1][1] + 20


def test_it_runs_from_the_right_where_the_language_does(row) -> None:
    """The first box is at the right, the last at the left."""
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(400, 100)
    row.show()

    assert [box.x() for box in row.findChildren(QWidget)] == [300, 190, 0]


def test_hidden_boxes_take_no_room(row) -> None:
    """The others close up."""
    first, second, _ = row.findChildren(QWidget)
    first.hide()
    row.resize(400, 100)
    row.show()

    assert second.x() == 0


@pytest.mark.parametrize(
    ("width", "widths"),
    [(330, [100, 100, 100]), (215, [100, 0, 100]), (170, [80, 0, 80]), (110, [50, 0, 50])],
)
def test_one_line_is_kept_where_boxes_give_way(qtbot, width, widths) -> None:
    """The one that yields goes first; then the others get narrower, to their least size."""
    row = QWidget()
    qtbot.addWidget(row)
    layout = FlowLayout(10, row)
    layout.setContentsMargins(0, 0, 0, 0)
    for number in range(3):
        layout.add(_Box(), shrinks=int(number != 1), yields=int(number == 1))
    row.resize(width, 100)
    row.show()

    assert [box.width() for box in row.findChildren(QWidget)] == widths
    assert layout.heightForWidth(width) == 20


class _Box(QWidget):
    """Likes to be 100 px wide and can be 50."""

    def sizeHint(self) -> QSize:
        return QSize(100, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(50, 20)

"""The findings panel cuts no row at first, and is as high as the seller wants it afterwards."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.gui.window.writing_splitter import WritingSplitter

BODY = "<p>Order {{order_id}}</p>" + "".join(f"<p>Line {n} 😊</p>" for n in range(12))


def shown(seller) -> list[float]:
    """How much of each row is on screen, of those that are."""
    view = seller.view
    boxes = [view.visualRect(view.model().index(row, 0)) for row in range(view.model().rowCount())]
    seen = [box.intersected(view.viewport().rect()).height() / box.height() for box in boxes]
    return [each for each in seen if each > 0]


def resized(seller, width: int, height: int) -> None:
    """Give the window a size."""
    seller.desk.window.resize(width, height)
    QApplication.processEvents()


def test_the_four_offences_are_all_there_on_the_first_start(place) -> None:
    """Without scrolling, in the window as it opens on the demo."""
    seller = place.open()
    resized(seller, 1440, 900)
    assert len(seller.checked()) == 4
    assert shown(seller) == [1, 1, 1, 1]
    assert not seller.view.verticalScrollBar().maximum()


@pytest.mark.parametrize(
    ("size", "least"), [((1440, 900), 4), ((1440, 860), 4), ((1024, 700), 2), ((1920, 1080), 5)]
)
def test_no_row_is_cut(place, size, least) -> None:
    """Whatever the window's size; the message keeps the larger part."""
    place.put("one.html", BODY)
    seller = place.open()
    assert len(seller.checked()) == 12
    resized(seller, *size)
    assert set(shown(seller)) == {1}
    assert len(shown(seller)) >= least
    message, findings = splitter(seller).sizes()
    assert message > 1.4 * findings


def splitter(seller) -> WritingSplitter:
    """What shares the height."""
    return seller.desk.window.findChild(WritingSplitter)


def test_a_height_that_was_dragged_stays(place) -> None:
    """Also where the window changes, and at the next start."""
    place.put("one.html", BODY)
    seller = place.open()
    seller.checked()
    handle = splitter(seller).handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 0))
    QTest.mouseMove(handle, QPoint(50, -71))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 0))
    dragged = splitter(seller).sizes()
    assert shown(seller)[-1] < 1
    size = seller.desk.window.size()
    seller.close()

    seller = place.open()
    resized(seller, size.width(), size.height())
    seller.checked()
    assert splitter(seller).sizes()[1] == dragged[1]
    assert shown(seller)[-1] < 1

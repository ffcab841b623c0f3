"""Marks are told apart by shape as well as by colour."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from composer.gui.theme.marks import Mark, draw_mark, mark_colour, mark_icon
from composer.lint.finding import Severity

SIZE = 24


def test_shapes_differ_without_colour(theme) -> None:
    """Any two marks differ in at least a twentieth of their pixels, colour left aside."""
    shapes = {mark: _shape(mark, theme) for mark in Mark}

    for first, second in combinations(Mark, 2):
        different = sum(a != b for a, b in zip(shapes[first], shapes[second], strict=True))
        assert different > SIZE * SIZE / 20, (first, second)


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_is_painted_in_its_colour(theme, mark) -> None:
    """The most opaque pixel of a mark has the look's colour for it."""
    image = mark_icon(mark, theme.colours, SIZE).pixmap(SIZE, SIZE).toImage()
    pixels = [image.pixelColor(x, y) for x in range(SIZE) for y in range(SIZE)]

    darkest = max(pixels, key=lambda colour: colour.alpha())
    assert darkest.rgb() == QColor(mark_colour(mark, theme.colours)).rgb()


def test_every_severity_has_its_mark() -> None:
    """A finding's severity names its mark."""
    assert [Mark(severity.value) for severity in Severity] == [
        Mark.MUST_FIX,
        Mark.REVIEW,
        Mark.ADVICE,
    ]


def _shape(mark, theme) -> list[bool]:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    draw_mark(painter, QRectF(2, 2, SIZE - 4, SIZE - 4), mark, theme.colours)
    painter.end()
    return [image.pixelColor(x, y).alpha() > 127 for x in range(SIZE) for y in range(SIZE)]

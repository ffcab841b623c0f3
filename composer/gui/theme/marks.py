"""The marks of a template's state and a finding's severity, told apart by shape and colour.

A tick is approved, an octagon must fix, a square to review, a diamond advice, a ring draft.
"""

from enum import StrEnum
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from composer.gui.theme.tokens import Colours

_PIXEL_RATIOS = (1.0, 2.0, 3.0)


class Mark(StrEnum):
    """What a mark says; a severity has the mark of the same value."""

    MUST_FIX = "must-fix"
    REVIEW = "review"
    ADVICE = "advice"
    DRAFT = "draft"
    APPROVED = "approved"


def mark_colour(mark: Mark, colours: Colours) -> str:
    """Return the colour of `mark`, ``#rrggbb``."""
    return {
        Mark.MUST_FIX: colours.must_fix,
        Mark.REVIEW: colours.review,
        Mark.ADVICE: colours.advice,
        Mark.DRAFT: colours.draft,
        Mark.APPROVED: colours.approved,
    }[mark]


def mark_path(mark: Mark, box: QRectF) -> QPainterPath:
    """Return the outline of `mark` in `box`; tick and ring are lines, the others areas."""
    path = QPainterPath()
    size, centre = box.width(), box.center()
    if mark is Mark.MUST_FIX:
        path.addPolygon(_polygon(centre, size / 2, corners=8, turn=pi / 8))
        path.closeSubpath()
    elif mark is Mark.REVIEW:
        inset = size * 0.08
        path.addRoundedRect(box.adjusted(inset, inset, -inset, -inset), size * 0.14, size * 0.14)
    elif mark is Mark.ADVICE:
        path.addPolygon(_polygon(centre, size / 2, corners=4, turn=0))
        path.closeSubpath()
    elif mark is Mark.DRAFT:
        inset = size * 0.16
        path.addEllipse(box.adjusted(inset, inset, -inset, -inset))
    else:
        path.moveTo(box.left() + size * 0.08, box.top() + size * 0.55)
        path.lineTo(box.left() + size * 0.36, box.top() + size * 0.83)
        path.lineTo(box.left() + size * 0.92, box.top() + size * 0.22)
    return path


def draw_mark(painter: QPainter, box: QRectF, mark: Mark, colours: Colours) -> None:
    """Draw `mark` in the square `box`; the painter's state is as before afterwards."""
    colour = QColor(mark_colour(mark, colours))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark in (Mark.APPROVED, Mark.DRAFT):
        pen = QPen(colour, box.width() * 0.16)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    painter.drawPath(mark_path(mark, box))
    painter.restore()


def mark_icon(mark: Mark, colours: Colours, size: int = 12) -> QIcon:
    """Return `mark` as an icon of `size` px, sharp at 100 to 300%."""
    icon = QIcon()
    for ratio in _PIXEL_RATIOS:
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_mark(painter, QRectF(0, 0, size, size), mark, colours)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _polygon(centre: QPointF, radius: float, *, corners: int, turn: float) -> QPolygonF:
    step = 2 * pi / corners
    return QPolygonF(
        [
            QPointF(
                centre.x() + radius * cos(turn + step * corner),
                centre.y() + radius * sin(turn + step * corner),
            )
            for corner in range(corners)
        ]
    )

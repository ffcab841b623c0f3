"""What a fix would change, drawn over the words: what goes is struck through, new words beside."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from composer.document import Placeholder
from composer.document.edits import Edit, Remove, ReplaceText
from composer.document.placeholders import CANONICAL
from composer.gui.editor.bridge.positions import to_utf16
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.objects import words_of
from composer.gui.editor.paint.visible import VisibleBlock, caret_x

_LONGEST = 40  # characters: what is longer is read on the button
_WASH = 36  # of 255
_PADDING = 4
_GAP = 3
_RADIUS = 3


@dataclass(frozen=True, slots=True)
class Foretold:
    """Ranges that would go, and new words by the place they would come to, in code points."""

    struck: tuple[tuple[int, int], ...] = ()
    added: tuple[tuple[int, str], ...] = ()


NOTHING = Foretold()


def told_of(edits: Iterable[Edit]) -> Foretold:
    """Return what `edits` take from the words and bring to them."""
    texts = [edit for edit in edits if isinstance(edit, Remove | ReplaceText)]
    struck = tuple((edit.start, edit.end) for edit in texts if edit.start < edit.end)
    new = [(edit.end, _shown(edit.text)) for edit in texts if isinstance(edit, ReplaceText)]
    return Foretold(struck, tuple((at, text) for at, text in new if 0 < len(text) <= _LONGEST))


def paint_struck(
    painter: QPainter,
    shown: VisibleBlock,
    base: int,
    text: str,
    what: Foretold,
    colours: EditorColours,
    selected: tuple[int, int],
) -> None:
    """Strike out what would go of a block, whose `text` starts at `base`."""
    wash = QColor(colours.must_fix)
    wash.setAlpha(_WASH)
    for start, end in what.struck:
        for _, rect in shown.pieces(text, start - base, end - base):
            painter.fillRect(rect, wash)
        over = max(start, selected[0]), min(end, selected[1])
        for (low, high), colour in (
            ((start, end), colours.must_fix),
            (over, colours.on_selected),
        ):
            if low < high:
                _strike(painter, shown, text, (low - base, high - base), colour)


def _strike(
    painter: QPainter, shown: VisibleBlock, text: str, place: tuple[int, int], colour: str
) -> None:
    painter.setPen(QPen(QColor(colour), 1.5))
    for line, rect in shown.pieces(text, *place):
        painter.drawLine(QPointF(rect.left(), line.middle), QPointF(rect.right(), line.middle))


def paint_added(
    painter: QPainter,
    shown: VisibleBlock,
    base: int,
    text: str,
    what: Foretold,
    colours: EditorColours,
    room: QRect,
) -> None:
    """Write the new words of a block beside those they would come in place of, within `room`."""
    for at, words in what.added:
        if base <= at <= base + len(text):
            box = _box(shown, to_utf16(text, at - base), words, painter.font(), room)
            painter.setPen(QPen(QColor(colours.chip_text), 1))
            painter.setBrush(QColor(colours.chip))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def _box(shown: VisibleBlock, at: int, words: str, font: QFont, room: QRect) -> QRectF:
    """Where new words go that stand for what ends at `at`: behind it, or below at the edge."""
    line = shown.block.layout().lineForTextPosition(max(at - 1, 0))
    place = shown.line_rect(line)
    width = QFontMetricsF(font).horizontalAdvance(words) + 2 * _PADDING
    left = shown.origin.x() + caret_x(line, at) + _GAP
    top, edge = place.top(), room.right() - 1 - width
    if left > edge:
        left = max(edge, 1.0)
        top += place.height() if place.bottom() + place.height() <= room.bottom() else 0
    return QRectF(left, top + 0.5, width, place.height() - 1)


def _shown(text: str) -> str:
    """The words that a text of an edit puts there, placeholders by their names."""
    for match in reversed(list(CANONICAL.find(text))):
        text = text[: match.start] + words_of(Placeholder(match.name)) + text[match.end :]
    return text.strip().replace("\n", " ↵ ")

"""The words of a change laid out: what is struck, what is added, and placeholders as chips."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from composer.gui.editor.objects import CHIP_RADIUS
from composer.gui.editor.paint.visible import caret_x
from composer.gui.findings.look_words import piece_runs
from composer.gui.theme.tokens import Colours
from composer.language.emoji import may_hold_emoji
from composer.lint.pieces import Piece, PieceKind

_SLASH = 1.5  # px
_HARD_SPACE = "\N{NO-BREAK SPACE}"  # a chip is in one line, with some room at its ends


class ChangeLayout:
    """Lays out `pieces` in lines of a width; long addresses go on in the next line."""

    def __init__(
        self, pieces: Iterable[Piece], font: QFont, colours: Colours, width: float
    ) -> None:
        self._colours = colours
        self._metrics = QFontMetricsF(font)
        self._chips: list[tuple[int, int]] = []
        self._struck_pictures: list[tuple[int, int]] = []
        text, formats = "", []
        for piece in pieces:
            for words, is_chip in piece_runs(piece):
                shown = _chip_words(words) if is_chip else words
                start, length = _units(text), _units(shown)
                text += shown
                if piece.kind is not PieceKind.SAME or is_chip:
                    formats.append(_range(start, length, self._format(piece.kind, shown)))
                if piece.kind is PieceKind.SAME and is_chip:
                    self._chips.append((start, start + length))
                if piece.kind is PieceKind.STRUCK and _is_pictures(shown):
                    self._struck_pictures.append((start, start + length))
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(formats)
        self._lay_out(width)

    @property
    def height(self) -> int:
        """The height of all lines, in px."""
        return int(self._layout.boundingRect().height())

    def draw(self, painter: QPainter, at: QPointF, *, chip: str) -> None:
        """Draw all at a place, placeholders on the colour `chip`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chip))
        for start, end in self._chips:
            box = self._box(start, end).translated(at)
            painter.drawRoundedRect(box, CHIP_RADIUS, CHIP_RADIUS)
        painter.restore()
        painter.setPen(QColor(self._colours.text))
        self._layout.draw(painter, at)
        self._strike_pictures(painter, at)

    def _strike_pictures(self, painter: QPainter, at: QPointF) -> None:
        """Draw a slash across emoji: they stay readable, and no font strikes them out."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colours.must_fix_text), _SLASH))
        for start, end in self._struck_pictures:
            box = self._box(start, end).translated(at)
            painter.drawLine(box.bottomLeft(), box.topRight())
        painter.restore()

    def _lay_out(self, width: float) -> None:
        self._layout.beginLayout()
        height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()

    def _box(self, start: int, end: int) -> QRectF:
        line = self._layout.lineForTextPosition(start)
        edges = sorted(caret_x(line, at) for at in (start, end))
        top = line.y() + line.ascent() - self._metrics.ascent()
        return QRectF(edges[0], top, edges[1] - edges[0], self._metrics.height())

    def _format(self, kind: PieceKind, words: str) -> QTextCharFormat:
        colours, made = self._colours, QTextCharFormat()
        if kind is PieceKind.SAME:
            made.setForeground(QColor(colours.accent_text))
        elif kind is PieceKind.STRUCK:
            made.setFontStrikeOut(not _is_pictures(words))
            made.setForeground(QColor(colours.must_fix_text))
            made.setBackground(QColor(colours.must_fix_soft))
        else:
            made.setFontUnderline(True)
            made.setForeground(QColor(colours.approved_text))
            made.setBackground(QColor(colours.approved_soft))
        return made


def _is_pictures(words: str) -> bool:
    """Whether there is nothing but emoji, which a line across them makes unreadable."""
    return may_hold_emoji(words) and not any(map(str.isalnum, words))


def _chip_words(name: str) -> str:
    return f" {name} ".replace(" ", _HARD_SPACE)


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2  # as Qt counts

"""Colours of text: links in the theme's, an author's own as far as they can be read on the paper.

They are laid over the text and never in its formats, so a change of theme leaves undo alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QColor, QTextCharFormat

from composer.document import Block, Image
from composer.document.used import used_text
from composer.document.used.contrast import contrast
from composer.gui.editor.colours import EditorColours

_LEGIBLE = 3.0  # contrast below which an author's colour is not shown
_REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class Tint:
    """Code points `start` to `end` of a block, and their colours as CSS writes them."""

    start: int
    end: int
    link: bool
    colour: str | None
    background: str | None


class Tints:
    """Finds the coloured text of blocks, remembering it for each."""

    def __init__(self) -> None:
        self._remembered: dict[Block, tuple[Tint, ...]] = {}

    def of(self, block: Block) -> tuple[Tint, ...]:
        """Return the coloured ranges of `block`."""
        known = self._remembered.get(block)
        if known is None:
            if len(self._remembered) > _REMEMBERED:
                self._remembered.clear()
            known = self._remembered[block] = tuple(_tints(block))
        return known


def tint_format(tint: Tint, colours: EditorColours) -> QTextCharFormat:
    """Return how `tint` looks on the paper of `colours`."""
    made = QTextCharFormat()
    paper = QColor(colours.paper)
    if tint.background and (background := _colour(tint.background)).isValid():
        made.setBackground(QBrush(background))
        made.setForeground(_readable(background))
        paper = background
    if tint.colour and (colour := _colour(tint.colour)).isValid():
        if contrast(colour.name(), paper.name()) >= _LEGIBLE:
            made.setForeground(colour)
    elif tint.link and contrast(colours.link, paper.name()) >= _LEGIBLE:
        made.setForeground(QColor(colours.link))
    return made


def _tints(block: Block) -> Iterator[Tint]:
    for start, end, inline in block.runs():
        if isinstance(inline, Image):
            continue
        used = used_text(block, inline)
        link = inline.marks.link is not None
        if link or used.color or used.background:
            yield Tint(start, end, link, used.color, used.background)


def _colour(value: str) -> QColor:
    return QColor.fromString(value) if QColor.isValidColorName(value) else QColor()


def _readable(background: QColor) -> QColor:
    return max(
        (QColor("#000000"), QColor("#ffffff")),
        key=lambda colour: contrast(colour.name(), background.name()),
    )

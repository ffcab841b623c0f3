"""What is copied from the preview: the template's placeholders, not the values shown for them."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from composer.document.filled_text import FilledText, filled_text
from composer.document.filling import Filled
from composer.document.html.writer import BLOCK_MARK
from composer.document.text import write_text
from composer.gui.editor.clipboard import write_mime
from composer.gui.editor.pieces import piece_of
from composer.gui.preview.message import PreviewMessage

Place = tuple[int, int]
"""A block, by its number, and how many characters into it."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What goes to the clipboard; `with_values` where it cannot be told what of it is a value."""

    data: QMimeData
    with_values: bool = False


def copied_words(message: PreviewMessage, start: Place, end: Place) -> Copied | None:
    """Return what stands between two places of the rendered message, None without its source."""
    source = message.source
    if source is None:
        return None
    if message.plain:
        return copied_text(source, _in_text(source, start), _in_text(source, end))
    first, last = source.original_range(_in_document(source, start), _in_document(source, end))
    return Copied(write_mime(piece_of(source.original, first, last), message.language))


def copied_text(source: Filled, start: int, end: int) -> Copied:
    """Return a range of the plain text of a message or subject."""
    known = filled_text(source)
    found = known or FilledText(write_text(source.document), ())
    data = QMimeData()
    data.setText(found.spelled(start, end))
    return Copied(data, with_values=known is None)


def _in_document(source: Filled, place: Place) -> int:
    block, offset = min(place[0], len(source.document.blocks) - 1), place[1]
    return source.document.starts[block] + min(offset, len(source.document.blocks[block].text))


def _in_text(source: Filled, place: Place) -> int:
    """The place in the plain text; the first block begins with what marks it as an item."""
    if place == (0, 0):
        return 0
    before = write_text(source.document, marked=True).split(BLOCK_MARK)[: place[0] + 1]
    return sum(map(len, before)) + place[1]

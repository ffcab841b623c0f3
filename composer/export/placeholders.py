"""Which placeholders an exported text leaves for somebody to fill in."""

from composer.document import Placeholder
from composer.document.placeholders import PlaceholderTable
from composer.document.text import read_text


def left_to_fill_in(text: str, table: PlaceholderTable) -> tuple[Placeholder, ...]:
    """Return the placeholders of a plain text, each name once, in the order of the text."""
    found: dict[str, Placeholder] = {}
    for _, _, inline in read_text(text, table).document.runs():
        if isinstance(inline, Placeholder):
            found.setdefault(inline.name, inline)
    return tuple(found.values())

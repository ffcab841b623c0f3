"""Plain text with values in place of placeholders, and the way back to how a template says it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from composer.document.filling import Filled
from composer.document.inline import Placeholder, Text
from composer.document.model import Document
from composer.document.text import write_text

# Characters that no text of a message has a use for.
_OPEN, _CLOSE = "\ufdd2", "\ufdd3"
_FENCED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_FENCES = re.compile(f"[{_OPEN}{_CLOSE}]")


@dataclass(frozen=True, slots=True)
class FilledText:
    """The text as filled in; `values` are where values stand, and how each placeholder is spelled.

    Values of no length are not among them.
    """

    text: str
    values: tuple[tuple[int, int, str], ...]

    def spelled(self, start: int, end: int) -> str:
        """Return a range of the text with its placeholders, also those that it holds a part of."""
        parts = []
        at = start
        for first, last, spelling in self.values:
            if first < end and start < last:
                parts += [self.text[at : max(at, first)], spelling]
                at = last
        return "".join((*parts, self.text[at : max(at, end)]))


def filled_text(filled: Filled) -> FilledText | None:
    """Return `filled` as plain text; None where it cannot be told what of it is a value."""
    text = write_text(filled.document)
    fenced = write_text(_fenced(filled, lambda placeholder: filled.value_of(placeholder.name)))
    spelled = write_text(_fenced(filled, lambda placeholder: placeholder.spelling))
    places, spellings = list(_FENCED.finditer(fenced)), _FENCED.findall(spelled)
    if _FENCES.sub("", fenced) != text or len(places) != len(spellings):
        return None
    starts = [place.start() - 2 * number for number, place in enumerate(places)]
    return FilledText(
        text,
        tuple(
            (start, start + len(place[1]), spelling)
            for start, place, spelling in zip(starts, places, spellings, strict=True)
        ),
    )


def _fenced(filled: Filled, words_of: Callable[[Placeholder], str | None]) -> Document:
    """The original with words for each placeholder that has a value, between two marks."""

    def fenced(inline: Placeholder) -> Text | Placeholder:
        value = filled.value_of(inline.name)
        if value is None:
            return inline
        return Text(f"{_OPEN}{words_of(inline)}{_CLOSE}" if value else "", inline.marks)

    blocks = (
        replace(
            block,
            inlines=tuple(
                fenced(inline) if isinstance(inline, Placeholder) else inline
                for inline in block.inlines
            ),
        )
        for block in filled.original.blocks
    )
    return replace(filled.original, blocks=tuple(blocks))

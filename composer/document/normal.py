"""The model's door: text is put into the one form that survives writing and reading."""

import re
from collections.abc import Iterable, Iterator

from composer.document.inline import Inline, LineBreak, Text

# HTML cannot hold NUL or lone surrogates; Qt keeps U+FDD0 and U+FDD1 for its frames; U+FFFC is
# how the model itself writes an object.
_UNSAFE = re.compile("[\0\ufffc\ufdd0\ufdd1\ud800-\udfff]")
_WHITE = re.compile("[\t\n\f\r]")
_ODD = re.compile("[\0\ufffc\ufdd0\ufdd1\ud800-\udfff\t\n\f\r\u2028\u2029]")
_BREAK = re.compile("([\u2028\u2029])")
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def normal_inlines(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return `inlines` with safe characters, no collapsible space and no two equal neighbours.

    A space that HTML would collapse (at the start, at the end, beside a line break, after another
    space) becomes U+00A0, so lengths never change.
    """
    parts = list(_merged(_split(inlines)))
    collapsing = True
    for index, part in enumerate(parts):
        if not isinstance(part, Text):
            collapsing = isinstance(part, LineBreak)
            continue
        last = index + 1 == len(parts) or isinstance(parts[index + 1], LineBreak)
        text = _hard_spaces(part.text, collapsing=collapsing, last=last)
        collapsing = text.endswith(" ")
        if text != part.text:
            parts[index] = Text(text, part.marks)
    return tuple(parts)


def _split(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if not isinstance(inline, Text) or (inline.text and not _ODD.search(inline.text)):
            yield inline
            continue
        text = _WHITE.sub(" ", _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", inline.text))
        for piece in _BREAK.split(text):
            if _BREAK.match(piece):
                yield LineBreak(inline.marks)
            elif piece:
                yield inline if piece == inline.text else Text(piece, inline.marks)


def _merged(inlines: Iterable[Inline]) -> Iterator[Inline]:
    held: Text | None = None
    for inline in inlines:
        if isinstance(inline, Text) and held is not None and held.marks == inline.marks:
            held = Text(held.text + inline.text, held.marks)
            continue
        if held is not None:
            yield held
        held = inline if isinstance(inline, Text) else None
        if held is None:
            yield inline
    if held is not None:
        yield held


def _hard_spaces(text: str, *, collapsing: bool, last: bool) -> str:
    if " " not in text:
        return text
    if not collapsing and not last and "  " not in text:
        return text
    chars = list(text)
    for index, char in enumerate(chars):
        at_end = last and index + 1 == len(chars)
        if char == " " and (collapsing or at_end):
            chars[index] = NO_BREAK_SPACE
        collapsing = chars[index] == " "
    return "".join(chars)

"""The model's door: text is put into the one form that survives writing and reading."""

import re
from collections.abc import Iterable, Iterator

from composer.document.inline import OBJECT, Inline, LineBreak, Text

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
    given = tuple(inlines)
    if _is_normal(given):
        return given
    merged = tuple(_merged(given))
    if _is_normal(merged):
        return merged
    parts = list(_merged(_split(merged)))
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


def _is_normal(inlines: tuple[Inline, ...]) -> bool:
    """Whether nothing is to be done, as for nearly all that readers give."""
    ended = True  # a space here would collapse
    before: Inline | None = None
    for inline in inlines:
        if isinstance(inline, Text):
            text = inline.text
            if isinstance(before, Text) and _alike(before, inline):
                return False
            if not text or (ended and text[0] == " ") or "  " in text or _is_odd(text):
                return False
            ended = text[-1] == " "
        elif isinstance(inline, LineBreak):
            if ended and isinstance(before, Text):
                return False
            ended = True
        else:
            ended = False
        before = inline
    return not (ended and isinstance(before, Text))


def _is_odd(text: str) -> bool:
    # All that is odd cannot be printed, save for one, and looking for that is cheap.
    return (OBJECT in text or not text.isprintable()) and _ODD.search(text) is not None


def _split(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if not isinstance(inline, Text) or (inline.text and not _is_odd(inline.text)):
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
        if isinstance(inline, Text) and held is not None and _alike(held, inline):
            held = Text(held.text + inline.text, held.marks)
            continue
        if held is not None:
            yield held
        held = inline if isinstance(inline, Text) else None
        if held is None:
            yield inline
    if held is not None:
        yield held


def _alike(one: Text, other: Text) -> bool:
    # What one element holds shares its marks, and comparing values takes longer.
    return one.marks is other.marks or one.marks == other.marks


def _hard_spaces(text: str, *, collapsing: bool, last: bool) -> str:
    starts, ends = collapsing and text[0] == " ", last and text[-1] == " "
    if not starts and not ends and "  " not in text:
        return text
    chars = list(text)
    for index, char in enumerate(chars):
        at_end = last and index + 1 == len(chars)
        if char == " " and (collapsing or at_end):
            chars[index] = NO_BREAK_SPACE
        collapsing = chars[index] == " "
    return "".join(chars)

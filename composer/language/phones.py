"""Telephone numbers in text."""

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

_SEVEN_DIGITS = re.compile(r"\d(?:[^\w\n]{0,3}\d){6,}")
_ORDER_ID = re.compile(r"(?<![\d-])\d{3}[-\s\u2010-\u2013]\d{7}[-\s\u2010-\u2013]\d{7}(?![\d-])")
_CALL = re.compile(
    r"(?:\b(?:tel|phone|telephone|call(?:\s+us)?|hotline|fax|mobile|whats\s?app|rufen?|anruf\w*|telefon\w*|"
    r"appel\w*|t[ée]l[ée]phone|chiama\w*|telefono|llam\w+|tel[ée]fono|telefone|ligue|bel|ring|dzwo\w+)"
    r"\b|電話|电话|هاتف|फ़ोन)[\s.:：()a-z]{0,16}(?P<number>\+?\d[\d ().\-/]{6,}\d)",
    re.IGNORECASE,
)
# North American numbers as they are written, made-up ones (555) included.
_NORTH_AMERICAN = re.compile(
    r"(?<![\w.\-/])(?:\+?1[ .\-])?(?:\(\d{3}\)[ .\-]?|\d{3}[.\-])\d{3}[.\-]\d{4}(?![\w\-/]|\.\d)"
)
_LINK = re.compile(r"https?://\S+|www\.\S+")


@lru_cache(maxsize=4096)
def find_phones(text: str, regions: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of telephone numbers valid in one of `regions` (ISO 3166) or with +.

    Order IDs and digits inside web addresses are none. After a word such as "call" a number of any
    form counts, and so does the form (206) 555-0100 everywhere.
    """
    if not _SEVEN_DIGITS.search(text):
        return ()
    masked = _LINK.sub(_blank, _ORDER_ID.sub(_blank, text))
    written = (match.span() for match in _NORTH_AMERICAN.finditer(masked))
    found = sorted({*_valid(masked, regions), *_called(masked), *written})
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def _valid(text: str, regions: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for gate in _SEVEN_DIGITS.finditer(text):
        # The library wants to see what stands around the digits: "+", brackets, letters.
        low, high = max(0, gate.start() - 8), min(len(text), gate.end() + 8)
        for region in regions:
            matcher = phonenumbers.PhoneNumberMatcher(
                text[low:high], region, phonenumbers.Leniency.VALID
            )
            spans = [(low + match.start, low + match.end) for match in matcher]
            yield from spans
            if spans:
                break


def _called(text: str) -> Iterator[tuple[int, int]]:
    for match in _CALL.finditer(text):
        yield match.span("number")


def _blank(match: re.Match[str]) -> str:
    return "\N{OBJECT REPLACEMENT CHARACTER}" * len(match[0])

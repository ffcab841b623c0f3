"""Email addresses in text, plain and disguised."""

import re
from collections.abc import Iterator
from functools import lru_cache

from composer.language.links import folded_text
from composer.language.stems import Stems

_PLAIN = re.compile(r"[\w.+%-]*\w@(?:[\w-]+\.)+[^\W\d_]{2,}")
_WORD = r"[a-z0-9][\w+-]*(?:\.[\w+-]+)*"
# What the sign and the dot are called, in the languages sellers write.
_SIGNS = r"at|ät|æt|arroba|arobase|chiocciola|ma[łl]pa|snabel-?a|apenstaartje|アット(?:マーク)?"
_SAID = r"\b(?:arroba|arobase|chiocciola|ma[łl]pa|snabel-?a|apenstaartje)\b|アット(?:マーク)?"
_DOTS = r"dot|punkt|punto|point|ponto|punt|kropka|nokta|ドット"
_AT = rf"\s*(?:[(\[{{]\s*(?:{_SIGNS}|@)\s*[)\]}}]|{_SAID})\s*"
_DOT = rf"\s*(?:\.|[(\[{{]\s*(?:{_DOTS}|\.)\s*[)\]}}]|\b(?:{_DOTS})\b)\s*"
_BRACKETED = re.compile(
    rf"\b{_WORD}{_AT}[a-z0-9-]+(?:{_DOT}[a-z0-9-]+)*{_DOT}[a-z]{{2,}}\b", re.IGNORECASE
)
# The bare word "at" is everyday English: only a spelled-out dot makes it an address.
_SPOKEN = re.compile(
    r"\b[a-z0-9][\w.+-]*\s+at\s+[a-z0-9-]+(?:\s+dot\s+[a-z0-9-]+)*\s+dot\s+[a-z]{2,}\b",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"\b[\w.+-]*[\w+-]\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)*\s?\.\s?[a-z]{2,}\b", re.IGNORECASE
)
# What stands in whatever a pattern finds, looked for first.
_BRACKETS = Stems("(", "[", "{")
_SAID_STEMS = Stems("arroba", "arobase", "occ", "malpa", "małpa", "snabel", "apenst", "アット")


@lru_cache(maxsize=4096)
def find_emails(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the email addresses in `text`, full-width and disguised ones too."""
    found = sorted(_candidates(folded_text(text)))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def may_hold_email(text: str) -> bool:
    """Whether `text` has a sign that no address can do without; told without a closer look."""
    return next(_patterns(folded_text(text)), None) is not None


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _patterns(text):
        for match in pattern.finditer(text):
            if pattern is not _SPACED or not _is_price(match[0]):
                yield match.span()


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that may find anything in `text`; mostly none."""
    lowered = text.lower()
    if "@" in text:
        yield _PLAIN
        yield _SPACED
    if _BRACKETS.stand_in(text) or _SAID_STEMS.stand_in(lowered):
        yield _BRACKETED
    if "dot" in lowered:
        yield _SPOKEN


def _is_price(text: str) -> bool:
    """Whether "3 @ 9.99" or "5@9.99" was taken for an address."""
    return not re.search(r"\.\s?[^\W\d_]{2,}$", text) or text.partition("@")[0].strip().isdigit()

"""The direction text is read in, from ``dir``, the CSS property or the message's language."""

import unicodedata

from composer.document.block import Block
from composer.document.container import Container

LTR = "ltr"
RTL = "rtl"

# Languages written from right to left (Unicode CLDR, characterOrder), unless a script says else.
_RTL_LANGUAGES = frozenset(
    {
        *("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps"),
        *("sd", "syr", "ug", "ur", "yi"),
    }
)
_RTL_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"})


def language_direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag."""
    primary, *subtags = language.lower().replace("_", "-").split("-")
    script = next((subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), None)
    if script is not None:
        return RTL if script in _RTL_SCRIPTS else LTR
    return RTL if primary in _RTL_LANGUAGES else LTR


def text_direction(text: str) -> str:
    """Return the direction of the first letter that has one, as ``dir="auto"`` does."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return RTL
        if kind == "L":
            return LTR
    return LTR


def element_direction(element: Block | Container, parent: str, text: str) -> str:
    """Return the direction in `element`; `text` is what ``dir="auto"`` looks at."""
    value = element.style.get("direction")
    if value in {LTR, RTL}:
        return value
    value = (element.attribute("dir") or "").strip().lower()
    if value == "auto":
        return text_direction(text)
    return value if value in {LTR, RTL} else parent

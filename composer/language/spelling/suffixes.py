"""Turkish words with more suffixes than a dictionary's rules add: what they may be without."""

import re
from collections.abc import Iterator

# Plural, whose it is, case, and the -ki of "the one that is in"; each may be missing.
_PLURAL = r"(?:l[ae]r)?"
_OWNER = r"(?:[ıiuü]?m(?:[ıiuü]z)?|[ıiuü]?n(?:[ıiuü]z)?|s?[ıiuü])?"
_CASE = r"(?:[yn]?[ıiuüae]|n?[dt][ae]n?|n?[ıiuü]n|y?l[ae]|nca|nce)?"
_KI = r"(?:ki(?:l[ae]r)?(?:n?[ıiuüae]|nd[ae]n?)?)?"
_ENDING = re.compile(f"{_PLURAL}{_OWNER}{_CASE}{_KI}")
_HARD = str.maketrans("ğbcd", "kpçt")
_LEAST = 4  # letters of a stem


def without_suffixes(word: str, language: str) -> Iterator[str]:
    """Yield what the stem of `word` may be: "siparişinizdeki" is "sipariş" and what it is in."""
    if language != "tr":
        return
    for cut in range(len(word) - 1, _LEAST - 1, -1):
        if _ENDING.fullmatch(word, cut):
            stem = word[:cut]
            yield stem
            if stem[-1] in "ğbcd":
                yield stem[:-1] + stem[-1].translate(_HARD)

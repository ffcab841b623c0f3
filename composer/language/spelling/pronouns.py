"""Verbs with pronouns behind them, written as one word: dictionaries may have the verb alone."""

import re
from collections.abc import Iterator

_SPANISH = re.compile(r"(?P<verb>\w{3,}?)(?:l[oa]s?|les?|nos|me|te|se|os)$")
_SPANISH_TWO = re.compile(
    r"(?P<verb>\w{3,}?)(?:nos|me|te|se|os|les?)(?:l[oa]s?|les?|nos|me|te|se|os)$"
)
_UNACCENTED = str.maketrans("áéíóú", "aeiou")


def without_pronouns(word: str, language: str) -> Iterator[str]:
    """Yield what the verb of `word` may be on its own: "indíquenos" is "indique" and "nos"."""
    for pattern in (_SPANISH, _SPANISH_TWO) if language == "es" else ():
        match = pattern.match(word)
        if match is not None:
            yield from (match["verb"], match["verb"].translate(_UNACCENTED))

"""Verbs with pronouns behind them, written as one word: dictionaries have the verb alone."""

import re
from collections.abc import Iterator, Mapping

_PRONOUNS: Mapping[str, re.Pattern[str]] = {
    "es": re.compile(
        r"(?P<verb>\w{3,}?)(?:nos|me|te|se|os|les?)?(?:l[oa]s?|les?|nos|me|te|se|os)$"
    ),
    "it": re.compile(
        r"(?P<verb>\w{3,}?)(?:ce|me|te|ve|glie|se)?(?:l[oaie]|ne|ci|mi|ti|vi|si|gli)$"
    ),
}
_UNACCENTED = str.maketrans("áéíóú", "aeiou")


def without_pronouns(word: str, language: str) -> Iterator[str]:
    """Yield what the verb of `word` may be on its own: "indíquenos" is "indique" and "nos"."""
    pattern = _PRONOUNS.get(language)
    match = pattern.match(word) if pattern else None
    if match is None:
        return
    verb = match["verb"]
    yield from (verb, verb.translate(_UNACCENTED))
    if language == "it":  # an infinitive loses its last vowel: inviarci, inviare
        yield f"{verb}e"

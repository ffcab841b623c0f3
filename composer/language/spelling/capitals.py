"""Unknown words with a capital, in languages that write their nouns so: slips, or names."""

from collections.abc import Callable, Iterator

import regex

from composer.language.spelling.slips import one_slip_away
from composer.language.spelling.words import Word

CAPITAL_NOUNS = frozenset({"de"})
"""Languages in which a capital says nothing about names."""

_SHORT = 5  # up to so many letters nearly every name is a slip away from some word
# Words, in lower case, behind which a common noun is likelier than a name.
_NOUN_FOLLOWS = frozenset(
    [
        *("der", "die", "das", "den", "dem", "des", "im", "am", "zum", "zur", "vom", "beim"),
        *("ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "keiner"),
        *("ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres"),
        *("unser", "unsere", "unseren", "unserem", "unserer", "unseres"),
        *("mein", "meine", "meinen", "meinem", "meiner", "meines"),
        *("diese", "dieser", "dieses", "diesen", "diesem", "jede", "jeder", "jedes", "alle"),
    ]
)
# Words of a sign-off, in lower case: what follows is never a name.
_GREETING_FOLLOWS = frozenset(
    [
        *("freundliche", "freundlichen", "freundlichem", "freundlicher", "herzliche"),
        *("herzlichen", "herzlichem", "besten", "schöne", "schönen", "viele", "vielen"),
    ]
)
_TITLES = frozenset({"herr", "herrn", "frau", "familie", "dr"})
_NEVER = regex.compile(r"([hjqvwx])\1|(\p{L})\2\2")  # doubled, or three times, in no word or name
# Consonants that end a word or a name behind another one, and those that begin one before another.
_ENDS = {
    "b": "hlst",
    "c": "dhkqst",
    "d": "lnst",
    "f": "fgst",
    "g": "bdghklnst",
    "h": "dglmnrstvz",
    "j": "klm",
    "k": "lstw",
    "l": "bdfgjklmnpstvz",
    "m": "bdglmpst",
    "n": "cdfgknstxz",
    "p": "cfhprst",
    "q": "",
    "r": "bcdfghklmnprstvz",
    "s": "cdghklprstz",
    "t": "ghlprstxz",
    "v": "gst",
    "w": "gklns",
    "x": "t",
    "z": "tz",
}
_STARTS = {
    "b": "bghlprsv",
    "c": "dhlmrsvz",
    "d": "dghjnrsv",
    "f": "cjlr",
    "g": "bhlmnr",
    "h": "rt",
    "j": "",
    "k": "bfhlnprsw",
    "l": "j",
    "m": "bchlmnps",
    "n": "gs",
    "p": "dfhjlnrst",
    "q": "",
    "r": "bh",
    "s": "cdfghjklmnpqrtvwz",
    "t": "hjlrsw",
    "v": "jlmrw",
    "w": "hlr",
    "x": "",
    "z": "bdghlrsvw",
}
_STEM, _STRAY = 6, 3  # letters of a known word, and of what may stand behind it by mistake
_PART = 5  # letters of each part of a compound
_DOUBLED = 7  # letters of a word of which one may be doubled by mistake, besides another slip
_VOWELS = frozenset("aeiouäöü")


def ends_greeting(word: Word) -> bool:
    """Whether `word` stands behind a word of a sign-off: surely no name."""
    return word.before in _GREETING_FOLLOWS


def is_surely_name(word: Word) -> bool:
    """Whether `word` stands where names do, and no common noun: "Grüße, Ihr Kundenservice"."""
    return word.is_called and word.before not in _NOUN_FOLLOWS


def has_title(word: Word) -> bool:
    """Whether `word` stands behind a title: a name, whatever its letters."""
    return word.before in _TITLES


def may_be_short_name(word: Word) -> bool:
    """Whether `word` may be a name although it is close to a known word: being short, as all are.

    Not at the beginning of a sentence, nor where a common noun is likelier.
    """
    return word.is_name and len(word.text) <= _SHORT and word.before not in _NOUN_FOLLOWS


def is_misspelt(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether `word`, with a capital and unknown, is rather a slip than a name."""
    return _is_unspeakable(word.lower()) or any(True for _ in repairs(word, knows))


def repairs(word: str, knows: Callable[[str], bool]) -> Iterator[str]:
    """Yield the known words that may be meant by `word`, the likeliest first."""
    yield from one_slip_away(word, knows)
    yield from _without_tail(word, knows)
    yield from _without_double(word, knows)
    yield from _with_right_parts(word, knows)


def _is_unspeakable(word: str) -> bool:
    """Whether no word or name of any language near has such letters beside each other."""
    first, second, last_but_one, last = word[0], word[1], word[-2], word[-1]
    return (
        _NEVER.search(word) is not None
        or (second in _STARTS and second not in _STARTS.get(first, second))
        or (last in _ENDS and last not in _ENDS.get(last_but_one, last))
    )


def _without_tail(word: str, knows: Callable[[str], bool]) -> Iterator[str]:
    """Without letters at the end that make no syllable."""
    for count in range(2, _STRAY + 1):
        stem = word[:-count]
        if len(stem) >= _STEM and _VOWELS.isdisjoint(word[-count:]) and knows(stem):
            yield stem


def _without_double(word: str, knows: Callable[[str], bool]) -> Iterator[str]:
    """Without a letter too many, the same as the one before, and another slip."""
    for at in range(1, len(word) if len(word) >= _DOUBLED else 0):
        if word[at] == word[at - 1]:
            yield from one_slip_away(word[:at] + word[at + 1 :], knows)


def _with_right_parts(word: str, knows: Callable[[str], bool]) -> Iterator[str]:
    """Compounds of a part that is known and one that is one slip away from a known word."""
    for cut in range(_PART, len(word) - _PART + 1):
        head, tail = word[:cut], word[cut:].capitalize()
        if knows(head) or (head[-1] == "s" and knows(head[:-1])):
            yield from (head + right.lower() for right in one_slip_away(tail, knows))
        elif knows(tail):
            yield from (right + tail.lower() for right in one_slip_away(head, knows))

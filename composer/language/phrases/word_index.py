"""Patterns filed under the words that they cannot do without, as plain data that can be kept."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from composer.language.phrases.literals import best
from composer.language.phrases.pattern import Compiled

Filed = tuple[str, Sequence[Sequence[str]], Sequence[int]]
"""A pattern: its regular expression, what must stand in a text, and the cues it is of.

The expression is empty where the pattern is nothing but words: those say where it matches.
"""


class WordIndex(NamedTuple):
    """What the words of a plain text tell of patterns; patterns are numbers.

    `always` are to be tried whatever the text, `tried` where a word stands. `found` are those that
    match with a text, each with how many of its texts are preferred to that one. `others` are
    words that a pattern needs besides the one it is filed under.
    """

    patterns: Sequence[Filed]
    always: Sequence[int]
    tried: Mapping[str, Sequence[int]]
    found: Mapping[str, Sequence[Sequence[int]]]
    others: Sequence[str]


def index_words(cues: Mapping[int, Iterable[Compiled]]) -> WordIndex:
    """File the patterns of all cues; an anchor brings those for which it says most."""
    by_source: dict[str, list[int]] = {}
    compiled: dict[str, Compiled] = {}
    for cue, patterns in cues.items():
        for each in patterns:
            by_source.setdefault(each.source, []).append(cue)
            compiled[each.source] = each
    filed: list[Filed] = []
    always: list[int] = []
    tried: dict[str, list[int]] = {}
    found: dict[str, list[tuple[int, int]]] = {}
    needed: dict[str, None] = {}
    for number, (source, each) in enumerate(compiled.items()):
        if each.phrases:
            filed.append(("", (), by_source[source]))
            for rank, text in enumerate(each.phrases):
                found.setdefault(text, []).append((number, rank))
            continue
        anchors = tuple(map(sorted, each.anchors))
        filed.append((source, anchors, by_source[source]))
        if not each.anchors:
            always.append(number)
            continue
        needed |= dict.fromkeys(text for anchor in anchors for text in anchor)
        for text in best(each.anchors):
            tried.setdefault(text, []).append(number)
    others = [text for text in needed if text not in tried and text not in found]
    return WordIndex(filed, always, tried, found, others)

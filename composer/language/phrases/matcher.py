"""Searching a text for many cues at once.

A cue's patterns are tried only where one of the words stands that they cannot do without; all
those words are looked for in one pass.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import ahocorasick
import regex

from composer.language.phrases.pattern import Anchors, Compiled, best

Found = tuple[int, int, int]  # start, end, cue


@dataclass(frozen=True, eq=False)
class _Pattern:
    """One pattern of one or several cues, compiled when first needed."""

    source: str
    cues: tuple[int, ...]
    anchors: Anchors
    vowel_signs: bool

    @cached_property
    def expression(self) -> "re.Pattern[str] | regex.Pattern[str]":
        return regex.compile(self.source) if self.vowel_signs else re.compile(self.source)


class Matcher:
    """Finds in folded text where cues stand; cues are numbers, each with its patterns.

    Where words are written with `vowel_signs`, those are letters.
    """

    def __init__(
        self, cues: Mapping[int, Iterable[Compiled]], *, vowel_signs: bool = False
    ) -> None:
        by_source: dict[str, list[int]] = {}
        anchors: dict[str, Anchors] = {}
        for cue, compiled in cues.items():
            for each in compiled:
                by_source.setdefault(each.source, []).append(cue)
                anchors[each.source] = each.anchors
        patterns = [
            _Pattern(it, tuple(of), anchors[it], vowel_signs) for it, of in by_source.items()
        ]
        self._always = tuple(it for it in patterns if not it.anchors)
        self._words = _automaton(patterns)

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the places of all cues that `text` holds, in order, longer ones first."""
        present: set[str] = set()
        candidates = set(self._always)
        if len(self._words):
            for _, (word, patterns) in self._words.iter(text):
                if word not in present:
                    present.add(word)
                    candidates.update(patterns)
        found: set[Found] = set()
        for pattern in candidates:
            if any(map(present.isdisjoint, pattern.anchors)):
                continue
            for match in pattern.expression.finditer(text):
                start, end = match.span()
                found.update((start, end, cue) for cue in pattern.cues)
        return tuple(sorted(found, key=lambda it: (it[0], -it[1], it[2])))


def _automaton(patterns: Iterable[_Pattern]) -> "ahocorasick.Automaton":
    """Find all anchors; each brings the patterns for which it is among those that say most."""
    by_word: dict[str, list[_Pattern]] = {}
    for pattern in patterns:
        for word in frozenset[str]().union(*pattern.anchors):
            by_word.setdefault(word, [])
        for word in best(pattern.anchors) if pattern.anchors else ():
            by_word[word].append(pattern)
    words = ahocorasick.Automaton()
    for word, needed in by_word.items():
        words.add_word(word, (word, tuple(needed)))
    words.make_automaton()
    return words

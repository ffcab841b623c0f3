"""Searching a text for many cues at once.

A cue's patterns are tried only where one of the words stands that they cannot do without; all
those words are looked for in one pass.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import ahocorasick
import regex

from composer.language.phrases.pattern import Compiled

Found = tuple[int, int, int]  # start, end, cue


@dataclass(frozen=True)
class _Pattern:
    """One pattern of one or several cues, compiled when first needed."""

    source: str
    cues: tuple[int, ...]

    @cached_property
    def expression(self) -> "regex.Pattern[str]":
        return regex.compile(self.source)


class Matcher:
    """Finds in folded text where cues stand; cues are numbers, each with its patterns."""

    def __init__(self, cues: Mapping[int, Iterable[Compiled]]) -> None:
        by_source: dict[str, list[int]] = {}
        anchors: dict[str, frozenset[str] | None] = {}
        for cue, patterns in cues.items():
            for pattern in patterns:
                by_source.setdefault(pattern.source, []).append(cue)
                anchors[pattern.source] = pattern.anchors
        self._patterns = tuple(_Pattern(source, tuple(of)) for source, of in by_source.items())
        self._always = tuple(it for it in self._patterns if not anchors[it.source])
        self._words = _automaton(self._patterns, anchors)

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the places of all cues that `text` holds, in order."""
        candidates = set(self._always)
        if len(self._words):
            for _, patterns in self._words.iter(text):
                candidates.update(patterns)
        found: set[Found] = set()
        for pattern in candidates:
            for match in pattern.expression.finditer(text):
                start, end = match.span()
                found.update((start, end, cue) for cue in pattern.cues)
        return tuple(sorted(found))


def _automaton(
    patterns: Iterable[_Pattern], anchors: Mapping[str, frozenset[str] | None]
) -> "ahocorasick.Automaton":
    by_word: dict[str, list[_Pattern]] = {}
    for pattern in patterns:
        for word in anchors[pattern.source] or ():
            by_word.setdefault(word, []).append(pattern)
    words = ahocorasick.Automaton()
    for word, needed in by_word.items():
        words.add_word(word, tuple(needed))
    words.make_automaton()
    return words

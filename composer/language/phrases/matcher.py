"""Searching a text for many cues at once.

A cue's patterns are tried only where words stand that they cannot do without; all those words are
looked for in one pass, in the plain text. Patterns that are nothing but words are found with them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import ahocorasick

from composer.language.phrases.literals import Anchors
from composer.language.phrases.script import Expression, Script
from composer.language.phrases.word_index import WordIndex

Found = tuple[int, int, int]  # start, end, cue


@dataclass(frozen=True, eq=False)
class _Pattern:
    """One pattern of one or several cues, compiled when first needed."""

    source: str
    anchors: Anchors
    cues: tuple[int, ...]
    script: Script

    @cached_property
    def expression(self) -> Expression:
        return self.script.expression(self.source)


class _Word(NamedTuple):
    """What a text looked for tells of: patterns to try, and those found with it, with rank."""

    text: str
    tried: Sequence[int]
    found: Sequence[Sequence[int]]


class Matcher:
    """Finds in folded text where cues stand; cues are numbers, each with its patterns."""

    def __init__(self, index: WordIndex, script: Script) -> None:
        self._index = index
        self._script = script
        self._met: dict[int, _Pattern] = {}
        self._words = _automaton(index)

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the places of all cues that `text` holds, in order, longer ones first."""
        plain = self._script.plain(text)
        present: set[str] = set()
        candidates = set(self._index.always)
        phrases: list[tuple[int, int, int, int]] = []
        for end, word in self._words.iter(plain) if len(self._words) else ():
            for number, rank in word.found:
                phrases.append((end + 1 - len(word.text), rank, end, number))
            if word.text not in present:
                present.add(word.text)
                candidates.update(word.tried)
        found: set[Found] = set()
        for number in candidates:
            pattern = self._met.get(number) or self._meet(number)
            if any(map(present.isdisjoint, pattern.anchors)):
                continue
            for match in pattern.expression.finditer(text):
                start, end = match.span()
                found.update((start, end, cue) for cue in pattern.cues)
        if phrases:
            found.update(self._placed(text, plain, phrases))
        return tuple(sorted(found, key=lambda it: (it[0], -it[1], it[2])))

    def _meet(self, number: int) -> _Pattern:
        """Return a pattern; most of them no text ever asks for."""
        source, anchors, cues = self._index.patterns[number]
        self._met[number] = pattern = _Pattern(
            source, tuple(map(frozenset, anchors)), tuple(cues), self._script
        )
        return pattern

    def _placed(
        self, text: str, plain: str, phrases: list[tuple[int, int, int, int]]
    ) -> Iterator[Found]:
        """Where phrases of the plain text stand in `text`: of each pattern one at a place."""
        spans = self._script.word_spans(text)
        ends: dict[int, int] = {}
        for start, _, end, number in sorted(phrases, key=lambda it: it[:2]):
            if start < ends.get(number, -1):
                continue
            ends[number] = end
            first = plain.count(" ", 0, start)
            last = first + plain.count(" ", start + 1, end)
            place = spans[first][0], spans[last][1]
            pattern = self._met.get(number) or self._meet(number)
            yield from ((*place, cue) for cue in pattern.cues)


def _automaton(index: WordIndex) -> "ahocorasick.Automaton":
    words = ahocorasick.Automaton()
    for text in dict.fromkeys((*index.tried, *index.found, *index.others)):
        words.add_word(text, _Word(text, index.tried.get(text, ()), index.found.get(text, ())))
    words.make_automaton()
    return words

"""Searching a text for many cues at once.

A cue's patterns are tried only where words stand that they cannot do without; all those words are
looked for in one pass, in the plain text. Patterns that are nothing but words are found with them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import ahocorasick

from composer.language.phrases.literals import best
from composer.language.phrases.pattern import Compiled
from composer.language.phrases.script import Expression, Script

Found = tuple[int, int, int]  # start, end, cue


@dataclass(frozen=True, eq=False)
class _Pattern:
    """One pattern of one or several cues, compiled when first needed."""

    compiled: Compiled
    cues: tuple[int, ...]
    script: Script

    @cached_property
    def expression(self) -> Expression:
        return self.script.expression(self.compiled.source)


class _Phrase(NamedTuple):
    """One text of a pattern that is nothing but words, and how many are preferred to it."""

    pattern: _Pattern
    rank: int


class _Word(NamedTuple):
    """What a text looked for tells of: patterns to try, and those found with it."""

    text: str
    tried: list[_Pattern]
    found: list[_Phrase]


class Matcher:
    """Finds in folded text where cues stand; cues are numbers, each with its patterns."""

    def __init__(self, cues: Mapping[int, Iterable[Compiled]], script: Script) -> None:
        by_source: dict[str, list[int]] = {}
        compiled: dict[str, Compiled] = {}
        for cue, patterns in cues.items():
            for each in patterns:
                by_source.setdefault(each.source, []).append(cue)
                compiled[each.source] = each
        found = [_Pattern(compiled[it], tuple(of), script) for it, of in by_source.items()]
        self._script = script
        self._always = tuple(
            it for it in found if not it.compiled.anchors and not it.compiled.phrases
        )
        self._words = _automaton(found)

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the places of all cues that `text` holds, in order, longer ones first."""
        plain = self._script.plain(text)
        present: set[str] = set()
        candidates = set(self._always)
        phrases: list[tuple[int, int, int, _Pattern]] = []
        for end, word in self._words.iter(plain) if len(self._words) else ():
            for pattern, rank in word.found:
                phrases.append((end + 1 - len(word.text), rank, end, pattern))
            if word.text not in present:
                present.add(word.text)
                candidates.update(word.tried)
        found: set[Found] = set()
        for pattern in candidates:
            if any(map(present.isdisjoint, pattern.compiled.anchors)):
                continue
            for match in pattern.expression.finditer(text):
                start, end = match.span()
                found.update((start, end, cue) for cue in pattern.cues)
        if phrases:
            found.update(self._placed(text, plain, phrases))
        return tuple(sorted(found, key=lambda it: (it[0], -it[1], it[2])))

    def _placed(
        self, text: str, plain: str, phrases: list[tuple[int, int, int, _Pattern]]
    ) -> Iterator[Found]:
        """Where phrases of the plain text stand in `text`: of each pattern one at a place."""
        spans = self._script.word_spans(text)
        ends: dict[_Pattern, int] = {}
        for start, _, end, pattern in sorted(phrases, key=lambda it: it[:2]):
            if start < ends.get(pattern, -1):
                continue
            ends[pattern] = end
            first = plain.count(" ", 0, start)
            last = first + plain.count(" ", start + 1, end)
            place = spans[first][0], spans[last][1]
            yield from ((*place, cue) for cue in pattern.cues)


def _automaton(patterns: Iterable[_Pattern]) -> "ahocorasick.Automaton":
    """Find all anchors and phrases; an anchor brings the patterns for which it says most."""
    by_text: dict[str, _Word] = {}

    def word(text: str) -> _Word:
        return by_text.setdefault(text, _Word(text, [], []))

    for pattern in patterns:
        for rank, text in enumerate(pattern.compiled.phrases):
            word(text).found.append(_Phrase(pattern, rank))
        if pattern.compiled.phrases or not pattern.compiled.anchors:
            continue
        for text in frozenset[str]().union(*pattern.compiled.anchors):
            word(text)
        for text in best(pattern.compiled.anchors):
            word(text).tried.append(pattern)
    words = ahocorasick.Automaton()
    for text, each in by_text.items():
        words.add_word(text, each)
    words.make_automaton()
    return words

"""A whole text as a row of sentences, and what of a lexicon's entries holds in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from composer.language.phrases.combining import Home, Place, combinations
from composer.language.phrases.digest import Digest, Reading, Spans
from composer.language.phrases.entry import WHOLE_MESSAGE, Entry
from composer.language.phrases.lexicon import Lexicon

_NONE = frozenset[int]()
APART = 10  # sentences between parts of a message: far from each other, yet in one message


class TextBlock(NamedTuple):
    """One block of a message: its part, where it begins in that part, and its text.

    `digest` is that text as the lexicon reads it, where somebody has asked before.
    """

    part: str
    start: int
    text: str
    digest: Digest | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that holds: the places of its cues in the entry's order, and their sentences."""

    entry: Entry
    places: tuple[Place, ...]
    sentences: tuple[Place, ...]


class Passage:
    """The blocks of one language in a message, ready to be asked for wording."""

    def __init__(self, lexicon: Lexicon, blocks: Iterable[TextBlock]) -> None:
        self.lexicon = lexicon
        self._sentences: dict[int, Place] = {}
        self._found: dict[int, Reading] = {}
        self._held: dict[str, list[tuple[int, Entry, Spans]]] = {}
        self._hits_of: dict[str, tuple[Hit, ...]] = {}
        self._numbers: dict[int, list[int]] = {}
        self._homes: dict[int, dict[int, tuple[Place, ...]]] = {}
        self._read(blocks)

    def _read(self, blocks: Iterable[TextBlock]) -> None:
        number, part = 0, None
        for block in blocks:
            number += APART if part is not None and part != block.part else 0
            part = block.part
            digest = block.digest or self.lexicon.digest(block.text)
            for (start, end), reading in zip(digest.sentences, digest.found, strict=True):
                place = Place(number, part, block.start + start, block.start + end)
                self._sentences[number] = place
                self._found[number] = reading
                for topic, entry, spans in reading.held:
                    self._held.setdefault(topic, []).append((number, entry, spans))
                number += 1

    @property
    def sentences(self) -> tuple[Place, ...]:
        """All sentences in order."""
        return tuple(self._sentences.values())

    def has(self, *names: str) -> bool:
        """Whether any of the named cues stands anywhere."""
        return any(self.lexicon.number(name) in self._present for name in names)

    def places(self, name: str) -> tuple[Place, ...]:
        """Return where the named cue stands."""
        number = self.lexicon.number(name)
        if number not in self._present:
            return ()
        return tuple(place for places in self.home(number).values() for place in places)

    def hits(self, topic: str) -> tuple[Hit, ...]:
        """Return what the entries of `topic` find, in order, none inside another."""
        if topic not in self._held and topic not in self._wide:
            return ()
        if topic not in self._hits_of:
            self._hits_of[topic] = self._find(topic)
        return self._hits_of[topic]

    def _find(self, topic: str) -> tuple[Hit, ...]:
        found = [
            self._held_hit(number, entry, spans)
            for number, entry, spans in self._held.get(topic, ())
            if self._is_free(entry)
        ]
        for entry in self._wide.get(topic, ()):
            if self._is_free(entry) and self._is_near(entry):
                found += self._hits(entry)
        if not found:
            return ()
        found.sort(key=lambda hit: (not hit.entry.hard, len(hit.sentences), hit.sentences))
        kept: list[Hit] = []
        taken: set[Place] = set()
        for hit in found:
            if taken.isdisjoint(hit.sentences):
                kept.append(hit)
                taken.update(hit.sentences)
        return tuple(sorted(kept, key=lambda hit: hit.sentences))

    @cached_property
    def _present(self) -> frozenset[int]:
        return _NONE.union(*[reading.spans for reading in self._found.values()])

    @cached_property
    def _wide(self) -> dict[str, list[Entry]]:
        """The entries beyond one sentence whose cues all stand somewhere, by topic."""
        wide: dict[str, list[Entry]] = {}
        for topic, entry in self.lexicon.wide.complete(self._present):
            wide.setdefault(topic, []).append(entry)
        return wide

    def _held_hit(self, number: int, entry: Entry, spans: Spans) -> Hit:
        places = tuple([self._place(number, *span) for span in spans])
        return Hit(entry, places, (self._sentences[number],))

    def _where(self, cue: int) -> list[int]:
        """The numbers of the sentences in which a cue stands; looked up when first asked for."""
        where = self._numbers.get(cue)
        if where is None:
            where = self._numbers[cue] = [
                number for number, reading in self._found.items() if cue in reading.spans
            ]
        return where

    def home(self, cue: int) -> Home:
        """Return the places of a cue by the number of their sentence; made when first asked for."""
        home = self._homes.get(cue)
        if home is None:
            home = self._homes[cue] = {
                number: tuple(
                    [self._place(number, *span) for span in self._found[number].spans[cue]]
                )
                for number in self._where(cue)
            }
        return home

    def _place(self, number: int, start: int, end: int) -> Place:
        sentence = self._sentences[number]
        return Place(number, sentence.part, sentence.start + start, sentence.start + end)

    def _is_free(self, entry: Entry) -> bool:
        """Whether nothing in the whole message excuses the entry."""
        return self._present.isdisjoint(entry.unless_anywhere)

    def _is_near(self, entry: Entry) -> bool:
        """Whether the sentences of its cues are close enough, without a look at the places."""
        if entry.within == WHOLE_MESSAGE:
            return True
        first, *others = [self._where(cue) for cue in entry.cues]
        return any(
            all(any(abs(it - number) <= entry.within for it in other) for other in others)
            for number in first
        )

    def _hits(self, entry: Entry) -> Iterator[Hit]:
        excused = frozenset(
            number for cue in entry.unless if cue in self._present for number in self._where(cue)
        )
        for places in combinations(entry, [self.home(cue) for cue in entry.cues], excused):
            yield Hit(entry, places, self._covered(places))

    def _covered(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        numbers = sorted({place.sentence for place in places})
        close = all(after - before <= 1 for before, after in pairwise(numbers))
        wanted = range(numbers[0], numbers[-1] + 1) if close else numbers
        return tuple(self._sentences[number] for number in wanted if number in self._sentences)

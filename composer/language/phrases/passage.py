"""A whole text as a row of sentences, and what of a lexicon's entries holds in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from composer.language.phrases.lexicon import WHOLE_MESSAGE, Entry, Lexicon

APART = 10  # sentences between parts of a message: far from each other, yet in one message


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block of a message: its part, where it begins in that part, and its text."""

    part: str
    start: int
    text: str


class Place(NamedTuple):
    """Where a cue or a sentence stands: number of its sentence, part, and range in that part."""

    sentence: int
    part: str
    start: int
    end: int


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
        self._blocks = tuple(blocks)
        self._sentences: dict[int, Place] = {}
        self._places: dict[int, list[Place]] = {}
        self._read()

    def _read(self) -> None:
        number, part = 0, None
        for block in self._blocks:
            number += APART if part is not None and part != block.part else 0
            part = block.part
            digest = self.lexicon.digest(block.text)
            rows = zip(digest.sentences, digest.found, strict=True)
            for at, ((start, end), found) in enumerate(rows, start=number):
                self._sentences[at] = Place(at, part, block.start + start, block.start + end)
                for first, last, cue in found:
                    place = Place(at, part, block.start + start + first, block.start + start + last)
                    self._places.setdefault(cue, []).append(place)
            number += len(digest.sentences)

    @property
    def sentences(self) -> tuple[Place, ...]:
        """All sentences in order."""
        return tuple(self._sentences.values())

    def has(self, *names: str) -> bool:
        """Whether any of the named cues stands anywhere."""
        return any(self.places(name) for name in names)

    def places(self, name: str) -> tuple[Place, ...]:
        """Return where the named cue stands."""
        number = self.lexicon.number(name)
        return () if number is None else tuple(self._places.get(number, ()))

    def hits(self, topic: str) -> tuple[Hit, ...]:
        """Return what the entries of `topic` find, in order, none inside another."""
        found: list[Hit] = []
        for entry in self.lexicon.topics.get(topic, ()):
            if self._present.issuperset(entry.cues):
                found += self._hits(entry)
        found.sort(key=lambda hit: (not hit.entry.hard, len(hit.sentences), hit.sentences))
        kept: list[Hit] = []
        for hit in found:
            taken = {place for other in kept for place in other.sentences}
            if not taken.intersection(hit.sentences):
                kept.append(hit)
        return tuple(sorted(kept, key=lambda hit: hit.sentences))

    @cached_property
    def _present(self) -> frozenset[int]:
        return frozenset(self._places)

    def _hits(self, entry: Entry) -> Iterator[Hit]:
        if any(cue in self._places for cue in entry.unless_anywhere):
            return
        excused = frozenset(it.sentence for cue in entry.unless for it in self._places.get(cue, ()))
        for place in self._places[entry.cues[0]]:
            places = self._complete(entry, excused, (place,))
            if places is not None:
                yield Hit(entry, places, self._covered(places))

    def _complete(
        self, entry: Entry, excused: frozenset[int], places: tuple[Place, ...]
    ) -> tuple[Place, ...] | None:
        """Add a place for each cue still missing, the nearest ones first; None where none fits.

        None of the sentences they are in, and between, may be `excused`.
        """
        if len(places) == len(entry.cues):
            return None if excused and _is_excused(entry, excused, places) else places
        cue = entry.cues[len(places)]
        near = sorted(self._places[cue], key=lambda it: abs(it.start - places[-1].start))
        for place in near:
            if _fits(entry, places, place):
                complete = self._complete(entry, excused, (*places, place))
                if complete is not None:
                    return complete
        return None

    def _covered(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        numbers = sorted({place.sentence for place in places})
        close = all(after - before <= 1 for before, after in pairwise(numbers))
        wanted = range(numbers[0], numbers[-1] + 1) if close else numbers
        return tuple(self._sentences[number] for number in wanted if number in self._sentences)


def _fits(entry: Entry, places: tuple[Place, ...], place: Place) -> bool:
    if any(
        it.part == place.part and place.start < it.end and it.start < place.end for it in places
    ):
        return False
    if entry.ordered and (place.sentence, place.start) < (places[-1].sentence, places[-1].start):
        return False
    if entry.within == WHOLE_MESSAGE:
        return True
    return all(abs(place.sentence - it.sentence) <= entry.within for it in places)


def _is_excused(entry: Entry, excused: frozenset[int], places: tuple[Place, ...]) -> bool:
    numbers = {place.sentence for place in places}
    if entry.within != WHOLE_MESSAGE:
        numbers = set(range(min(numbers), max(numbers) + 1))
    return not numbers.isdisjoint(excused)

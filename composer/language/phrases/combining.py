"""Cues that come together: which places of them make an entry hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from composer.language.phrases.entry import WHOLE_MESSAGE, Entry


class Place(NamedTuple):
    """Where a cue or a sentence stands: number of its sentence, part, and range in that part."""

    sentence: int
    part: str
    start: int
    end: int


Home = Mapping[int, tuple[Place, ...]]
"""The places of a cue by the number of their sentence."""


def combinations(
    entry: Entry, homes: Sequence[Home], excused: frozenset[int]
) -> Iterator[tuple[Place, ...]]:
    """Yield the places of all cues of `entry` for each place of its first that has them near.

    `homes` are those of its cues, in order; none of the sentences they are in, and between, may be
    `excused`.
    """
    first, *others = homes
    for number, places in first.items():
        near = [_near(home, number, entry.within) for home in others]
        if not all(near):
            continue
        for place in places:
            complete = _complete(entry, excused, (place,), near)
            if complete is not None:
                yield complete


def _near(home: Mapping[int, tuple[Place, ...]], number: int, within: int) -> list[Place]:
    """The places of a cue that are close enough to the sentence `number`."""
    if within == 0:
        return list(home.get(number, ()))
    if within == WHOLE_MESSAGE:
        return [place for places in home.values() for place in places]
    numbers = range(number - within, number + within + 1)
    return [place for each in numbers for place in home.get(each, ())]


def _complete(
    entry: Entry, excused: frozenset[int], places: tuple[Place, ...], near: list[list[Place]]
) -> tuple[Place, ...] | None:
    """Add a place for each cue still missing, the nearest ones first; None where none fits."""
    if len(places) == len(entry.cues):
        return None if excused and _is_excused(entry, excused, places) else places
    candidates = near[len(places) - 1]
    if len(candidates) > 1:
        candidates = sorted(candidates, key=lambda it: abs(it.start - places[-1].start))
    for place in candidates:
        if _fits(entry, places, place):
            complete = _complete(entry, excused, (*places, place), near)
            if complete is not None:
                return complete
    return None


def _fits(entry: Entry, places: tuple[Place, ...], place: Place) -> bool:
    for it in places:
        if it.part == place.part and place.start < it.end and it.start < place.end:
            return False
        if entry.within != WHOLE_MESSAGE and abs(place.sentence - it.sentence) > entry.within:
            return False
    if not entry.ordered:
        return True
    return (place.sentence, place.start) >= (places[-1].sentence, places[-1].start)


def _is_excused(entry: Entry, excused: frozenset[int], places: tuple[Place, ...]) -> bool:
    numbers = {place.sentence for place in places}
    if entry.within != WHOLE_MESSAGE:
        numbers = set(range(min(numbers), max(numbers) + 1))
    return not numbers.isdisjoint(excused)

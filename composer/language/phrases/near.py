"""What nearly holds in a passage: entries whose cues stand there, and what keeps them from it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from composer.language.phrases.combining import Home, Place, combinations
from composer.language.phrases.entry import WHOLE_MESSAGE, Entry
from composer.language.phrases.passage import Passage

_FURTHER = 2  # sentences more than an entry allows for that still count as near
_NOTHING = frozenset[int]()


class Obstacle(StrEnum):
    """What keeps an entry from holding, the nearest misses first."""

    EXCUSED = "excused"
    EXCUSED_ELSEWHERE = "excused-elsewhere"
    APART = "apart"
    MISSING = "missing"

    @property
    def rank(self) -> int:
        """0 for the nearest miss."""
        return tuple(Obstacle).index(self)


@dataclass(frozen=True, slots=True)
class NearHit:
    """An entry that does not hold: where its cues stand, what stops it, and a sentence on that.

    `because` is where the words stand that excuse it. `example` is one of the entry's own: a
    sentence excused alike, or one in which nothing is amiss.
    """

    obstacle: Obstacle
    places: tuple[Place, ...]
    because: Place | None = None
    example: str = ""

    @property
    def weight(self) -> tuple[int, ...]:
        """Smaller for those that miss by less, stand on more words and are excused by more."""
        covered = sum(it.end - it.start for it in self.places)
        because = self.because.end - self.because.start if self.because else 0
        return self.obstacle.rank, -len(self.places), -covered, -because


def near_hit(passage: Passage, topic: str, part: str, start: int, end: int) -> NearHit | None:
    """Return what of `topic` comes nearest to holding in a range of `part`; None for nothing."""
    found = [
        near
        for entry in passage.lexicon.topics.get(topic, ())
        for near in _near_hits(passage, entry)
        if any(_touches(it, part, start, end) for it in near.places)
    ]
    return min(found, key=lambda it: it.weight, default=None)


def _near_hits(passage: Passage, entry: Entry) -> Iterator[NearHit]:
    homes = [passage.home(cue) for cue in entry.cues]
    together = tuple(combinations(entry, homes, _NOTHING))
    for places in together:
        near = _excused(passage, entry, places)
        if near is not None:
            yield near
    if together:
        return
    apart = tuple(combinations(_looser(entry), homes, _NOTHING))
    for places in apart:
        yield NearHit(Obstacle.APART, places, example=_example(entry))
    if not apart:
        for places in _incomplete(entry, homes):
            yield NearHit(Obstacle.MISSING, places, example=_example(entry))


def _excused(passage: Passage, entry: Entry, places: tuple[Place, ...]) -> NearHit | None:
    """What excuses cues that stand together, None where nothing does: then the entry holds."""
    numbers = {it.sentence for it in places}
    if entry.within != WHOLE_MESSAGE:
        numbers = set(range(min(numbers), max(numbers) + 1))
    for obstacle, cues in (
        (Obstacle.EXCUSED, entry.unless),
        (Obstacle.EXCUSED_ELSEWHERE, entry.unless_anywhere),
    ):
        for cue in cues:
            home = passage.home(cue)
            where = sorted(home.keys() & numbers if obstacle is Obstacle.EXCUSED else home.keys())
            if where:
                because = max(home[where[0]], key=lambda it: it.end - it.start)
                return NearHit(obstacle, places, because, _silent(passage, entry, cue))
    return None


def _looser(entry: Entry) -> Entry:
    """The same entry with its cues further apart and in any order."""
    within = entry.within if entry.within == WHOLE_MESSAGE else entry.within + _FURTHER
    return replace(entry, within=within, ordered=False)


def _incomplete(entry: Entry, homes: list[Home]) -> Iterator[tuple[Place, ...]]:
    """The places of all cues but one; never without the first, which is what the entry is about."""
    for missing in range(1, len(homes)):
        cues = entry.cues[:missing] + entry.cues[missing + 1 :]
        rest = homes[:missing] + homes[missing + 1 :]
        yield from combinations(replace(entry, cues=cues), rest, _NOTHING)


def _silent(passage: Passage, entry: Entry, cue: int) -> str:
    """A sentence that the same words excuse, one that speaks of the entry's matter if possible."""
    excused = [
        (len(entry.needed & said), example.text)
        for example in entry.examples
        if not example.fires and cue in (said := _said(passage, example.text))
    ]
    return max(excused, key=lambda it: it[0], default=(0, ""))[1]


def _said(passage: Passage, text: str) -> frozenset[int]:
    readings = passage.lexicon.digest(text).found
    return frozenset[int]().union(*[reading.spans for reading in readings])


def _example(entry: Entry) -> str:
    return next((it.text for it in entry.examples if it.fires), "")


def _touches(place: Place, part: str, start: int, end: int) -> bool:
    return place.part == part and place.start < end and start < place.end

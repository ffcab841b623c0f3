"""Which entries may hold where certain cues stand, without a look at every entry there is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from operator import itemgetter

from composer.language.phrases.entry import Entry

_Filed = tuple[int, str, Entry]


class EntryIndex:
    """Entries with their topics, filed under that of their cues which the fewest others need."""

    def __init__(self, entries: Iterable[tuple[str, Entry]] = ()) -> None:
        known = tuple(entries)
        uses = Counter(cue for _, entry in known for cue in entry.needed)
        self._by_cue: dict[int, list[_Filed]] = {}
        for number, (topic, entry) in enumerate(known):
            rarest = min(entry.cues, key=uses.__getitem__)
            self._by_cue.setdefault(rarest, []).append((number, topic, entry))

    def complete(self, present: AbstractSet[int]) -> Iterator[tuple[str, Entry]]:
        """Yield topic and entry, in order, for those all of whose cues are among `present`."""
        found: list[_Filed] = []
        for cue in present & self._by_cue.keys():
            found += [each for each in self._by_cue[cue] if present >= each[2].needed]
        found.sort(key=itemgetter(0))
        for _, topic, entry in found:
            yield topic, entry

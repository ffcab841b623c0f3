"""What a text says, as a lexicon reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from composer.language.phrases.entry import Entry
from composer.language.phrases.sentences import Sentence

Span = tuple[int, int]
Spans = tuple[Span, ...]


class Reading(NamedTuple):
    """What one sentence says: where which cues stand, and the entries that hold in it alone.

    `held` are topic, entry and the ranges of its cues; all ranges count from the sentence.
    """

    spans: Mapping[int, Spans]
    held: tuple[tuple[str, Entry, Spans], ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A text as the rules see it: the ranges of its sentences, and what each says.

    `pieces` is the whole text, one piece a sentence with what parts it from the next; long numbers
    are zeros.
    """

    sentences: tuple[Sentence, ...] = ()
    found: tuple[Reading, ...] = ()
    pieces: tuple[str, ...] = ()

"""What a lexicon holds, as values."""

from dataclasses import dataclass
from functools import cached_property

WHOLE_MESSAGE = -1


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of an entry, and the reason and subject to try it under."""

    text: str
    fires: bool
    reason: str = ""


@dataclass(frozen=True)
class Entry:
    """One way to say something: cues that have to come together.

    `cues` and `unless` are numbers of cues; the first of `cues` is what is shown. `within` is how
    many sentences they may be apart, 0 for one and the same, -1 for the whole message. `unless`
    must not stand in the same sentences, `unless_anywhere` not in the whole message. `hard`
    entries leave no doubt; `doubtful` are sentences near to one that nothing hard may find.
    """

    cues: tuple[int, ...]
    unless: tuple[int, ...] = ()
    unless_anywhere: tuple[int, ...] = ()
    within: int = 0
    ordered: bool = False
    hard: bool = False
    examples: tuple[Example, ...] = ()
    doubtful: tuple[Example, ...] = ()

    @cached_property
    def needed(self) -> frozenset[int]:
        """The cues as a set."""
        return frozenset(self.cues)


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A neutral sentence to put in place of what a rule of `topics` found.

    `register` is ``formal`` or ``informal``, or "" where the language does not tell them apart.
    """

    text: str
    topics: tuple[str, ...]
    register: str = ""

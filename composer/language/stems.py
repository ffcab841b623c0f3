"""A quick look before a slow one: whether any of some stems stands in a text."""

import ahocorasick


class Stems:
    """Lower-case pieces of words, one of which stands in whatever a slow pattern finds.

    Looking for them first is ten times faster than looking for the pattern.
    """

    def __init__(self, *stems: str) -> None:
        self._stems = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
        for stem in stems:
            self._stems.add_word(stem)
        self._stems.make_automaton()

    def stand_in(self, lowered: str) -> bool:
        """Whether one of the stems is in `lowered`, a text in lower case."""
        return next(self._stems.iter(lowered), None) is not None

"""A quick look before a slow one: whether any of some stems stands in a text."""


class Stems:
    """Lower-case pieces of words, one of which stands in whatever a slow pattern finds.

    Looking for them first is ten times faster than looking for the pattern.
    """

    def __init__(self, *stems: str) -> None:
        self._all = stems
        self._ascii = tuple(stem for stem in stems if stem.isascii())

    def stand_in(self, lowered: str) -> bool:
        """Whether one of the stems is in `lowered`, a text in lower case."""
        for stem in self._ascii if lowered.isascii() else self._all:  # noqa: SIM110 - any() is slow
            if stem in lowered:
                return True
        return False

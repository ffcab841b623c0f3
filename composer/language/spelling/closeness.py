"""How alike two words are: a slip of the key, or another word."""

from collections.abc import Sequence

_SHORT, _LONG = 5, 9


def is_close(word: str, other: str) -> bool:
    """Whether `word` may be `other` with a slip or two: letters left out, added, swapped, wrong."""
    length = len(word)
    most = 1 if length <= _SHORT else 2 if length < _LONG else 3
    return distance(word.casefold(), other.casefold()) <= most


def distance(one: str, other: str) -> int:
    """Return how many letters have to be added, removed, replaced or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            steps = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted
            row.append(min(steps, above[j - 2] + 1) if swapped else steps)
    return row[-1]


def best_first(word: str, offered: Sequence[str]) -> tuple[str, ...]:
    """Return what a dictionary offers for `word`, in its order but for the first.

    Few slip at the first letter: of what is as near, a word that begins with it comes first.
    """
    if not offered:
        return ()
    most, begins = distance(word.casefold(), offered[0].casefold()), word[:1].casefold()
    near = (it for it in offered if it[:1].casefold() == begins)
    best = next((it for it in near if distance(word.casefold(), it.casefold()) <= most), offered[0])
    return best, *(it for it in offered if it != best)

"""Which paragraphs of two messages belong side by side."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[T | None, T | None]

# Cells of one table of likenesses; larger ones are paired in order.
MOST_CELLS = 40_000


def likeness(left: Counter[str], right: Counter[str]) -> float:
    """Return which share of the words two paragraphs have in common, from 0 to 1."""
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def align(
    left: Sequence[T], right: Sequence[T], score: Callable[[T, T], float]
) -> tuple[Pair[T], ...]:
    """Return the pairs, in order, whose scores add up to most; a score of 0 makes no pair."""
    if len(left) * len(right) > MOST_CELLS:
        return in_order(left, right)
    scores = [[score(one, other) for other in right] for one in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for row in range(len(left) - 1, -1, -1):
        for column in range(len(right) - 1, -1, -1):
            paired = scores[row][column]
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                best[row + 1][column + 1] + paired if paired else 0.0,
            )
    pairs: list[Pair[T]] = []
    row = column = 0
    while row < len(left) and column < len(right):
        here, paired = best[row][column], scores[row][column]
        if paired and here == best[row + 1][column + 1] + paired:
            pairs.append((left[row], right[column]))
            row, column = row + 1, column + 1
        elif here == best[row + 1][column]:
            pairs.append((left[row], None))
            row += 1
        else:
            pairs.append((None, right[column]))
            column += 1
    pairs += [(each, None) for each in left[row:]]
    pairs += [(None, each) for each in right[column:]]
    return tuple(pairs)


def in_order(left: Sequence[T], right: Sequence[T]) -> tuple[Pair[T], ...]:
    """Return the first of both as a pair, the second, and so on."""
    both = min(len(left), len(right))
    pairs: list[Pair[T]] = list(zip(left, right, strict=False))
    pairs += [(each, None) for each in left[both:]]
    pairs += [(None, each) for each in right[both:]]
    return tuple(pairs)

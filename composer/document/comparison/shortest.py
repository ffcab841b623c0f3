"""The shortest way from one sequence to another, within a bounded effort."""

from array import array
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Match(NamedTuple):
    """A run that both sequences hold: where it begins in each, and how long it is."""

    left: int
    right: int
    length: int


@dataclass(slots=True)
class Effort:
    """How many steps may still be taken; several searches share one."""

    steps: int

    def spend(self, steps: int) -> bool:
        """Take `steps`; False where that was more than there was."""
        self.steps -= steps
        return self.steps >= 0


def matches(
    left: Sequence[Hashable], right: Sequence[Hashable], effort: Effort
) -> tuple[Match, ...]:
    """Return the runs that a shortest edit keeps, in order.

    Where the effort does not reach, only what both begin and end with is kept.
    """
    head = 0
    most = min(len(left), len(right))
    while head < most and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < most - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    inner = _inner(left[head : len(left) - tail], right[head : len(right) - tail], effort)
    found = [
        Match(0, 0, head),
        *(Match(it.left + head, it.right + head, it.length) for it in inner),
        Match(len(left) - tail, len(right) - tail, tail),
    ]
    return tuple(match for match in found if match.length)


def _inner(
    left: Sequence[Hashable], right: Sequence[Hashable], effort: Effort
) -> tuple[Match, ...]:
    """Myers' greedy search: of the paths with ever more edits, the first that arrives."""
    if not left or not right or not set(left) & set(right):
        return ()
    trace: list[array[int]] = []  # of each number of edits, how far its paths came
    for edits in range(len(left) + len(right) + 1):
        if not effort.spend(edits + 1):
            return ()
        reach = array("l")
        for diagonal in range(-edits, edits + 1, 2):
            begun = x = _start(trace, diagonal)
            y = x - diagonal
            while x < len(left) and y < len(right) and left[x] == right[y]:
                x, y = x + 1, y + 1
            reach.append(x)
            if not effort.spend(x - begun):
                return ()
            if x >= len(left) and y >= len(right):
                return _retraced(trace, x, y)
        trace.append(reach)
    return ()


def _start(trace: list["array[int]"], diagonal: int) -> int:
    """Return how far into the left a path comes on `diagonal` with one edit more."""
    edits = len(trace)
    if not edits:
        return 0
    if _comes_down(trace, diagonal):
        return trace[-1][(diagonal + edits) // 2]
    return trace[-1][(diagonal + edits) // 2 - 1] + 1


def _comes_down(trace: list["array[int]"], diagonal: int) -> bool:
    """Whether the path on `diagonal` takes in something of the right, else it drops of the left."""
    edits, place = len(trace), (diagonal + len(trace)) // 2
    if diagonal in (-edits, edits):
        return diagonal == -edits
    return trace[-1][place - 1] < trace[-1][place]


def _retraced(trace: list["array[int]"], x: int, y: int) -> tuple[Match, ...]:
    found: list[Match] = []
    while True:
        diagonal = x - y
        begun = _start(trace, diagonal)
        if x > begun:
            found.append(Match(begun, begun - diagonal, x - begun))
        if not trace:
            return tuple(reversed(found))
        down = _comes_down(trace, diagonal)
        x, y = (begun, begun - diagonal - 1) if down else (begun - 1, begun - diagonal)
        trace.pop()

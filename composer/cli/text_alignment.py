"""Two readings of one text laid beside one another, character by character."""

from collections.abc import Iterator

_ANCHOR = 12
"""Characters that must be the same for two places to be taken for one."""


def aligned(one: str, other: str) -> Iterator[tuple[str, int, int]]:
    """Yield each character with its position in both texts; -1 where a text lacks it.

    Where the texts part, they meet again at the nearest place from which they say the same.
    """
    at = at_other = 0
    anchors: dict[str, list[int]] | None = None
    while at < len(one) and at_other < len(other):
        if one[at] == other[at_other]:
            yield one[at], at, at_other
            at, at_other = at + 1, at_other + 1
            continue
        anchors = _anchors(other) if anchors is None else anchors
        next_at, next_other = _meeting(one, at, anchors, at_other) or (len(one), len(other))
        yield from ((one[i], i, -1) for i in range(at, next_at))
        yield from ((other[i], -1, i) for i in range(at_other, next_other))
        at, at_other = next_at, next_other
    yield from ((one[i], i, -1) for i in range(at, len(one)))
    yield from ((other[i], -1, i) for i in range(at_other, len(other)))


def _anchors(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at in range(len(text)):
        found.setdefault(text[at : at + _ANCHOR], []).append(at)
    return found


def _meeting(
    one: str, start: int, anchors: dict[str, list[int]], start_other: int
) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    least = len(one)
    for at in range(start, len(one)):
        if at - start >= least:
            break
        places = anchors.get(one[at : at + _ANCHOR], ())
        place = next((place for place in places if place >= start_other), None)
        if place is not None and (best is None or at - start + place - start_other < least):
            best, least = (at, place), at - start + place - start_other
    return best

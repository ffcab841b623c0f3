"""What differs between two sources, as few lines as possible."""

from difflib import SequenceMatcher

_NEARLY_ALL = 60_000  # characters above which a change is one piece: comparing would take long


def changes(old: str, new: str) -> list[tuple[int, int, str]]:
    """Return ranges of `old` and what stands in their place in `new`, in order, line by line."""
    start = 0
    least = min(len(old), len(new))
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    stop_old, stop_new = len(old) - end, len(new) - end
    if stop_old - start + stop_new - start > _NEARLY_ALL:
        return [(start, stop_old, new[start:stop_new])]
    lines_old = old[start:stop_old].splitlines(keepends=True)
    lines_new = new[start:stop_new].splitlines(keepends=True)
    places = _places(lines_old, start)
    return [
        (places[low], places[high], "".join(lines_new[first:last]))
        for kind, low, high, first, last in SequenceMatcher(
            None, lines_old, lines_new, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]


def _places(lines: list[str], start: int) -> list[int]:
    places = [start]
    for line in lines:
        places.append(places[-1] + len(line))
    return places

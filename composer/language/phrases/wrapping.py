"""Which line breaks of a text only its width has set, as in plain-text files, and which its writer.

A paragraph was broken by its width if no line but its last had room for the first word of the next.
Two or three lines may be as full by chance: those of a writer then all begin with a capital.
"""

import re
from itertools import pairwise

from composer.document.inline import LINE_SEPARATOR

_NARROWEST, _WIDEST = 50, 100  # columns; programs and people break lines between these
_TWO_LINES = range(55, 81)  # two lines prove little: only the first one of a usual width counts
_WIDE = "\u2e80"  # from here on, characters as wide as two, written without spaces
_WIDE_LINE = 18
_SOFT_ENDS = "、，"
_LIST_MARK = re.compile(r"[-–—•*·▪‣✓➤]\s|\(?\d{1,2}[.)]\s")


def wrapped(text: str) -> frozenset[int]:
    """Return the positions in `text` of the line breaks its writer did not set."""
    found: set[int] = set()
    position = 0
    paragraph: list[tuple[int, str]] = []
    for line in text.split(LINE_SEPARATOR):
        if not line.strip():
            found.update(_joined(paragraph))
            paragraph = []
        else:
            paragraph.append((position, line))
        position += len(line) + 1
    found.update(_joined(paragraph))
    return frozenset(found)


def _joined(paragraph: list[tuple[int, str]]) -> list[int]:
    """The ends of those lines of a paragraph that the next one goes on from."""
    lines = [line.strip() for _, line in paragraph]
    by_width = _is_by_width(lines)
    return [
        position + len(line)
        for (position, line), (now, following) in zip(paragraph, pairwise(lines), strict=False)
        if now[-1] in _SOFT_ENDS
        or (
            (len(now) >= _WIDE_LINE if now[-1] >= _WIDE else by_width)
            and not _LIST_MARK.match(following)
        )
    ]


def _is_by_width(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are as full as a width let them be."""
    if len(lines) == 2:
        return len(lines[0]) in _TWO_LINES and len(lines[0]) > len(lines[1])
    width = max(map(len, lines), default=0)
    return (
        _NARROWEST <= width <= _WIDEST
        and any(not line[0].isupper() for line in lines[1:])
        and all(
            len(line) + 1 + len(following.partition(" ")[0]) > width
            for line, following in pairwise(lines)
        )
    )

"""Codeframes: the line a range stands on, with carets under it, as wide as a terminal draws it."""

import unicodedata
from dataclasses import dataclass

import regex

WIDTH = 100
ELLIPSIS = "…"
_LINE_END = regex.compile(r"[\r\n]")
_CLUSTER = regex.compile(r"\X")
_FLAG = regex.compile(r"\p{Regional_Indicator}{2}")
_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"


@dataclass(frozen=True, slots=True)
class Frame:
    """One source line as shown: `code`, and under it `carets`, blanks then ``^``."""

    number: int
    code: str
    carets: str

    def lines(self, gutter: int = 0) -> tuple[str, str]:
        """Return both lines behind a gutter `gutter` characters wide that holds the number."""
        gutter = max(gutter, len(str(self.number)))
        return f"{self.number:>{gutter}} │ {self.code}", f"{'':>{gutter}} │ {self.carets}"


def frame(source: str, start: int, end: int, number: int, line_start: int) -> Frame:
    """Return the frame of [start, end), which begins on the line `number` at `line_start`.

    A range over several lines is marked to the end of its first one. Long lines are cut around
    the range, and nothing that would steer a terminal or turn the text around is let through.
    """
    ending = _LINE_END.search(source, line_start)
    line = source[line_start : ending.start() if ending else len(source)]
    low = min(start - line_start, len(line))
    high = max(low, min(end - line_start, len(line)))
    line, low, high = _cropped(line, low, high)
    before, marked, after = map(_shown, (line[:low], line[low:high], line[high:]))
    carets = " " * cells(before) + "^" * max(1, cells(marked))
    return Frame(number, (before + marked + after).rstrip(), carets)


def cells(text: str) -> int:
    """Return how many columns a terminal needs for `text`."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_cluster_cells(match[0]) for match in _CLUSTER.finditer(text))


def _cluster_cells(cluster: str) -> int:
    wide = unicodedata.east_asian_width(cluster[0]) in "WF"
    if wide or _EMOJI_STYLE in cluster or _FLAG.match(cluster):
        return 2
    if unicodedata.category(cluster[0]) in {"Mn", "Me", "Cf"}:
        return 0
    return 1


def _cropped(line: str, low: int, high: int) -> tuple[str, int, int]:
    if len(line) <= WIDTH:
        return line, low, high
    room = max(0, WIDTH - (high - low)) // 2
    first = max(0, min(low - room, len(line) - WIDTH))
    last = min(len(line), first + max(WIDTH, high - low))
    last = min(last, first + 2 * WIDTH)
    head = ELLIPSIS if first else ""
    tail = ELLIPSIS if last < len(line) else ""
    shift = len(head) - first
    return head + line[first:last] + tail, low + shift, min(high, last) + shift


def _shown(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown_character, text))


def _shown_character(char: str) -> str:
    code = ord(char)
    if char == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    turns = unicodedata.bidirectional(char) in {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    unsafe = turns or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}
    return "\N{REPLACEMENT CHARACTER}" if unsafe else char

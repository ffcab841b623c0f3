"""Letters that were read in the wrong encoding: "Ã¼" where "ü" was written.

Only what no writer means counts: "Ã" and "Â" are Portuguese and French letters, too.
"""

import re
from collections.abc import Iterator

# How the bytes 0x80 to 0xBF look to a program that takes them for Western European letters.
_TRAILS = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)
)
_TRAIL = f"[{re.escape(_TRAILS)}]"
_SEQUENCE = re.compile(f"[Ã-ÅÂØÙ]{_TRAIL}|[âãäåæçèéà]{_TRAIL}{{2}}|ð{_TRAIL}{{3}}")
_CAPITAL = frozenset("ÃÂ")  # in capitals, before one of these marks, the last letter of a word
_MARKS = frozenset("…”“’‘‚„–—«»•™®\xa0")
_AMONG_SMALL = frozenset("ÄÅ")
_IN_ROWS = frozenset("ØÙãäåæçèéà")  # alone they may be themselves: Arabic, Chinese, Hindi
_LETTERS = re.compile(
    "[¡-ſ\u0600-\u06ff\u0900-\u097f\u2010-\u203a\u20ac\u2122\u2190-\u27bf\u3000-\u30ff"
    "\u4e00-\u9fff\uff00-\uffef\U0001f000-\U0001faff\u00a0]\\Z"
)
Broken = tuple[int, int, str]


def find_mojibake(text: str) -> Iterator[Broken]:
    """Yield (start, end, what was written) of letters read in the wrong encoding, row by row."""
    row: list[Broken] = []
    for match in _SEQUENCE.finditer(text):
        written = _decoded(match[0])
        if not _LETTERS.match(written):
            continue
        if row and row[-1][1] != match.start():
            yield from _joined(text, row)
            row = []
        row.append((*match.span(), written))
    yield from _joined(text, row)


def may_hold_mojibake(text: str) -> object:
    """Whether `text` has letters in a row that may have been read in the wrong encoding."""
    return not text.isascii() and _SEQUENCE.search(text)


def _decoded(broken: str) -> str:
    """Return what the bytes behind `broken` are in UTF-8, "" where they are nothing."""
    try:
        return b"".join(map(_byte, broken)).decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _byte(char: str) -> bytes:
    return char.encode("latin-1") if ord(char) < 0x100 else char.encode("cp1252")


def _joined(text: str, row: list[Broken]) -> Iterator[Broken]:
    if row and (len(row) > 1 or _is_certain(text, *row[0][:2])):
        yield row[0][0], row[-1][1], "".join(written for _, _, written in row)


def _is_certain(text: str, start: int, end: int) -> bool:
    """Whether nobody would write one sequence as it stands."""
    lead, before, after = text[start], text[max(0, start - 1) : start], text[end : end + 1]
    if lead in _CAPITAL:
        ends_word = text[start + 1] in _MARKS and not after.isalnum()
        return not (before.isupper() and ends_word)
    if lead in _AMONG_SMALL:
        return before.islower() or after.islower()
    return lead not in _IN_ROWS

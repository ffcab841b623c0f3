"""Text folded for matching: case, accents, widths and invisible characters no longer count.

Folding keeps the length where it can; `Folded.source` leads every position back to the text as it
was written.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

# Characters that show nothing: soft hyphen, joiners, marks of direction, variation selectors,
# Arabic vowel signs and the tatweel. Words are cut up with them to get past filters.
_INVISIBLE = regex.compile(
    "[\u00ad\u034f\u061c\u0640\u064b-\u0652\u0670\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ufe00-\ufe0f\ufeff]"
)
_COMBINING = regex.compile("[\u0300-\u036f]")
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "\u00a0": " ", "\u202f": " "}
_SAME |= {"\u2010": "-", "\u2011": "-", "\u2012": "-"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text for matching; `index` holds for each of its characters where it comes from.

    `index` is None where nothing moved.
    """

    text: str
    index: Sequence[int] | None = None

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the text as written that a range of the folded one covers."""
        if self.index is None or start == end:
            return start, end
        return self.index[start], self.index[end - 1] + 1


class Folding:
    """How a language folds; `same` are strings whose first character stands for the others.

    With `accents` letters lose theirs.
    """

    def __init__(self, *, accents: bool, same: Iterable[str] = ()) -> None:
        self._accents = accents
        self._table = _Table(accents=accents)
        self._keeps_ascii = True
        for group in same:
            self._keeps_ascii &= not any(map(str.isascii, group[1:]))
            for char in group[1:]:
                for each in (char, char.upper()):
                    if len(each) == 1:
                        self._table[ord(each)] = self._table[ord(group[0])]

    def fold(self, text: str) -> Folded:
        """Return `text` folded."""
        if self._keeps_ascii and text.isascii():
            return Folded(text.lower())
        if _INVISIBLE.search(text) or (self._accents and _COMBINING.search(text)):
            return self._fold_slowly(text)
        return Folded(text.translate(self._table))

    def _fold_slowly(self, text: str) -> Folded:
        kept = [
            number
            for number, char in enumerate(text)
            if not _INVISIBLE.match(char) and not (self._accents and _COMBINING.match(char))
        ]
        return Folded("".join(text[number] for number in kept).translate(self._table), kept)


class _Table(dict[int, str]):
    """The fold of each code point, one character for one, worked out when first met."""

    def __init__(self, *, accents: bool) -> None:
        super().__init__()
        self._accents = accents

    def __missing__(self, code: int) -> str:
        char = _SAME.get(chr(code), chr(code))
        plain = unicodedata.normalize("NFKD" if self._accents else "NFKC", char.lower())
        if self._accents:
            plain = "".join(each for each in plain if not unicodedata.combining(each))
        self[code] = plain if len(plain) == 1 else char
        return self[code]

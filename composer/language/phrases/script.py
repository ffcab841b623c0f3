"""Scripts: how a language is written, as far as searching words in it asks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import regex

GAP_WORDS = 6
GAP_CHARACTERS = 15
_SIGNS = {"#": r"\d(?:[\d.,]*\d)?", "%": r"\s?[%٪]", "'": "'?", "-": r"[^\w\n]?"}
Expression = re.Pattern[str] | regex.Pattern[str]
_SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class Script:
    """How a language is written: whether spaces part its words, and how its letters fold.

    `spellings` are other ways to write a letter (`ü` as ``ue``), in folded letters. `vowel_signs`
    says that words hold signs which :mod:`re`, faster than :mod:`regex`, takes for no letters.
    """

    spaced: bool
    fold: Callable[[str], str]
    spellings: Mapping[str, str] = field(default_factory=dict)
    vowel_signs: bool = False

    @cached_property
    def between(self) -> str:
        """What may stand between two words of a pattern."""
        return r"[^\w\n]+" if self.spaced else r"[^\S\n]*"

    @cached_property
    def gap(self) -> str:
        """What `...` stands for, the spaces around it included."""
        if self.spaced:
            return rf"[^\w\n]+(?:\w+[^\w\n]+){{0,{GAP_WORDS}}}?"
        return rf"[^\n。！？!?]{{0,{GAP_CHARACTERS}}}?"

    @property
    def joint(self) -> str:
        """What `between` leaves in a plain text."""
        return " " if self.spaced else ""

    def before_mark(self, between: str) -> str:
        """What stands for a `between` or `gap` where no letter but a mark (`?`) comes next."""
        if not self.spaced or not between:
            return between
        words = rf"(?:[^\w\n]+\w+){{0,{GAP_WORDS}}}?" if between == self.gap else ""
        return rf"{words}[^\w\n]*?"

    def sign(self, char: str) -> str | None:
        """Return what a sign of a pattern stands for, None for a character that is none."""
        if char == "*":
            return r"\w*" if self.spaced else ""
        return _SIGNS.get(char)

    def expression(self, source: str) -> Expression:
        """Return `source`, compiled, with letters as this script has them."""
        return regex.compile(source) if self.vowel_signs else re.compile(source)

    def plain(self, text: str) -> str:
        """Return `text` as its words alone, one space around each, or without any spaces.

        Lines stay apart.
        """
        if self.spaced:
            return f" {' '.join(self._words.findall(text))} "
        return _SPACES.sub("", text)

    def plain_letter(self, letter: str) -> str:
        """Return what a folded character of a pattern is in a plain text."""
        return letter if not self.spaced or self._words.match(letter or "x") else " "

    def plain_sign(self, char: str) -> tuple[str, ...]:
        """Return what a sign of a pattern may be in a plain text, nothing where that is unknown."""
        if char == "'":
            return ("'", "") if not self.spaced else (" ", "")
        if char == "-" and self.spaced:
            return (" ", "")
        return ("",) if char == "*" and not self.spaced else ()

    def word_spans(self, text: str) -> list[tuple[int, int]]:
        """Return where in `text` the words of its plain text are, ends of lines among them."""
        return [match.span() for match in self._words.finditer(text)]

    @cached_property
    def _words(self) -> Expression:
        return self.expression(r"\w+|\n")

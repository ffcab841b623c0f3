"""Placeholder syntaxes as a value that readers are given: which spellings are variables."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

_REMEMBERED = 1_000  # spellings: templates have few, and the same ones


@dataclass(frozen=True, slots=True)
class PlaceholderSyntax:
    """One spelling; `pattern` has a group ``name`` and, where words may follow, ``text``.

    `known_only` syntaxes look like prose (``[size L]``) and count only with a known name.
    `opening` is what every match begins with; where all syntaxes name it, searching is fast.
    `ahead` is a pattern for what follows its first character in every match: where that character
    is common, as ``<`` is in HTML, most places are told by it.
    """

    id: str
    pattern: str
    canonical: bool = False
    known_only: bool = False
    opening: str = ""
    ahead: str = ""


class PlaceholderMatch(NamedTuple):
    """A placeholder found in plain text: range, canonical (or raw) name, words, and spelling."""

    start: int
    end: int
    name: str
    text: str | None
    source: str | None

    @property
    def linked(self) -> tuple[str, int, int] | None:
        """For a spelling with words: the variable without them, and the range of the words."""
        if self.text is None or self.source is None:
            return None
        at = self.source.rfind(self.text)
        variable = self.source[:at].rstrip(" :|") + self.source[at + len(self.text) :]
        return variable, self.start + at, self.start + at + len(self.text)


@dataclass(frozen=True, slots=True)
class PlaceholderTable:
    """All syntaxes, tried in order, and the names known: normalised synonym to canonical name."""

    syntaxes: tuple[PlaceholderSyntax, ...]
    names: Mapping[str, str]
    _opening: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _patterns: Mapping[str, re.Pattern[str]] = field(init=False, repr=False, compare=False)
    _read: dict[tuple[str | None, str], tuple[str, str | None, str | None] | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        # A set of first characters is found many times faster than every syntax is tried.
        first = "".join(sorted({syntax.opening[:1] for syntax in self.syntaxes}))
        named = first and all(syntax.opening for syntax in self.syntaxes)
        opening = f"[{re.escape(first)}]{self._ahead(first)}" if named else "(?s:.)"
        patterns = {char: self._pattern(char) for char in ("", *first)}
        object.__setattr__(self, "_opening", re.compile(opening))
        object.__setattr__(self, "_patterns", patterns)

    def canonical(self, raw: str) -> str | None:
        """Return the canonical name of `raw`, or None where the name is unknown."""
        return self.names.get(normalise_name(raw))

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth while to look for placeholders in `text`; for most text it is not."""
        return self._opening.search(text) is not None

    def find(self, text: str) -> Iterator[PlaceholderMatch]:
        """Yield the placeholders in `text`, left to right, never overlapping."""
        position = 0
        for opening in self._opening.finditer(text):
            start = opening.start()
            if start < position:
                continue
            pattern = self._patterns.get(opening[0]) or self._patterns[""]
            found = pattern.match(text, start)
            match = self._match(found) if found else None
            if match:
                position = match.end
                yield match

    def _ahead(self, first: str) -> str:
        """What has to follow those of the characters `first` for which every syntax says it."""
        told = {
            char: [syntax.ahead for syntax in self.syntaxes if syntax.opening[:1] == char]
            for char in first
        }
        told = {char: aheads for char, aheads in told.items() if all(aheads)}
        others = "".join(char for char in first if char not in told)
        if not told:
            return ""
        free = f"(?<=[{re.escape(others)}])" if others else "(?!)"
        bound = [f"(?<={re.escape(char)})(?={'|'.join(aheads)})" for char, aheads in told.items()]
        return f"(?:{'|'.join([free, *bound])})"

    def _pattern(self, char: str) -> re.Pattern[str]:
        """All syntaxes that may begin with `char`, tried in order."""
        return re.compile(
            "|".join(
                f"(?P<s{index}>{_renamed(syntax.pattern, index)})"
                for index, syntax in enumerate(self.syntaxes)
                if syntax.opening[:1] in {char, ""}
            )
        )

    def _match(self, found: re.Match[str]) -> PlaceholderMatch | None:
        spelling = (found.lastgroup, found[0])
        if spelling not in self._read:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            self._read[spelling] = self._meaning(found)
        meaning = self._read[spelling]
        return None if meaning is None else PlaceholderMatch(found.start(), found.end(), *meaning)

    def _meaning(self, found: re.Match[str]) -> tuple[str, str | None, str | None] | None:
        """Name, words and spelling of a match; None where it is no placeholder after all."""
        outermost = found.lastgroup or ""  # the last group to close: s0, s1, …
        index = int(outermost[1:])
        syntax = self.syntaxes[index]
        raw = (found[f"name{index}"] or "").strip()
        known = self.canonical(raw) if self.names else None
        if known is None and syntax.known_only:
            return None
        name = known or raw
        own = syntax.canonical and found[0] == "{{" + name + "}}"
        text = found[f"text{index}"] if "(?P<text>" in syntax.pattern else None
        return name, text or None, None if own else found[0]


@lru_cache(maxsize=1024)
def normalise_name(raw: str) -> str:
    """Return `raw` in lower case with letters and digits only, for comparing spellings."""
    return "".join(char for char in raw.casefold() if char.isalnum())


def _renamed(pattern: str, index: int) -> str:
    return pattern.replace("(?P<name>", f"(?P<name{index}>").replace(
        "(?P<text>", f"(?P<text{index}>"
    )


CANONICAL = PlaceholderTable(
    (
        PlaceholderSyntax(
            "canonical", r"\{\{\s*(?P<name>[\w.-]+)\s*\}\}", canonical=True, opening="{{"
        ),
    ),
    {},
)

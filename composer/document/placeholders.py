"""Placeholder syntaxes as a value that readers are given: which spellings are variables."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class PlaceholderSyntax:
    """One spelling; `pattern` has a group ``name`` and, where words may follow, ``text``.

    `known_only` syntaxes look like prose (``[size L]``) and count only with a known name.
    `opening` is what every match begins with; where all syntaxes name it, searching is fast.
    """

    id: str
    pattern: str
    canonical: bool = False
    known_only: bool = False
    opening: str = ""


@dataclass(frozen=True, slots=True)
class PlaceholderMatch:
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
    _pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts = (
            f"(?P<s{index}>{_renamed(syntax.pattern, index)})"
            for index, syntax in enumerate(self.syntaxes)
        )
        pattern = f"{self._begin()}(?:{'|'.join(parts)})"
        object.__setattr__(self, "_pattern", re.compile(pattern))

    def canonical(self, raw: str) -> str | None:
        """Return the canonical name of `raw`, or None where the name is unknown."""
        return self.names.get(normalise_name(raw))

    def find(self, text: str) -> Iterator[PlaceholderMatch]:
        """Yield the placeholders in `text`, left to right, never overlapping."""
        position = 0
        while found := self._pattern.search(text, position):
            match = self._match(found)
            position = match.end if match else found.start() + 1
            if match:
                yield match

    def _begin(self) -> str:
        # One look at the first character spares trying every syntax at every position.
        first = [syntax.opening[:1] for syntax in self.syntaxes]
        return f"(?=[{re.escape(''.join(first))}])" if first and all(first) else ""

    def _match(self, found: re.Match[str]) -> PlaceholderMatch | None:
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
        return PlaceholderMatch(
            found.start(), found.end(), name, text or None, None if own else found[0]
        )


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

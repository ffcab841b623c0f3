"""Declared style: what an author set, and nothing derived from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

IMPORTANT = "!important"


@dataclass(frozen=True, slots=True)
class Style:
    """Declarations of one element: longhand CSS properties, each once, sorted by name.

    Values keep the author's unit and are lower-case where CSS ignores case. A value may end in
    ``!important``; `get` leaves that out.
    """

    declarations: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, declarations: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> "Style":
        """Build a style; of two declarations of one property the later wins."""
        return cls(tuple(sorted(dict(declarations).items())))

    def get(self, name: str) -> str | None:
        """Return the value set for the property `name`, without ``!important``."""
        for key, value in self.declarations:
            if key == name:
                return value.removesuffix(IMPORTANT).rstrip()
        return None

    def merged(self, other: "Style") -> "Style":
        """Return this style with the declarations of `other` laid over it."""
        if not other.declarations:
            return self
        return Style.of({**dict(self.declarations), **dict(other.declarations)})

    def replaced(self, name: str, value: str | None) -> "Style":
        """Return this style with `name` set to `value`, or without it where `value` is None."""
        kept = {key: old for key, old in self.declarations if key != name}
        return Style.of(kept if value is None else {**kept, name: value})

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.declarations)

    def __contains__(self, name: str) -> bool:
        return any(key == name for key, _ in self.declarations)

    def __bool__(self) -> bool:
        return bool(self.declarations)


PLAIN = Style()

"""Small changes of a file's source: what they are, and how they are made together."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class SourceEdit:
    """`text` in place of the source from `start` to `end`."""

    start: int
    end: int
    text: str


class CannotPlaceError(ValueError):
    """A change of the message for which no small change of its source is known."""


def apply_source_edits(source: str, edits: Iterable[SourceEdit]) -> str:
    """Return `source` with `edits` made; the same edit twice counts once.

    Raises:
        CannotPlaceError: where two of them overlap.
    """
    made = []
    position = 0
    for edit in sorted(set(edits)):
        if edit.start < position:
            raise CannotPlaceError("changes overlap")
        made += [source[position : edit.start], edit.text]
        position = edit.end
    return "".join([*made, source[position:]])

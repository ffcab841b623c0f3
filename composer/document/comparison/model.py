"""What differs between two messages, paragraph by paragraph."""

from dataclasses import dataclass
from enum import StrEnum

from composer.document.block import Block
from composer.document.inline import Inline


class Kind(StrEnum):
    """How the two sides of a row differ; `LOOK`: in formatting only, the words are the same."""

    SAME = "same"
    CHANGED = "changed"
    LOOK = "look"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a paragraph; `marked` where the other side does not have it."""

    inline: Inline
    marked: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Two paragraphs that belong side by side; None where one side has none."""

    kind: Kind
    left: Block | None
    right: Block | None
    left_pieces: Pieces = ()
    right_pieces: Pieces = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two messages side by side; the subject's row stands apart from those of the body."""

    subject: Row
    rows: tuple[Row, ...]

    @property
    def all(self) -> tuple[Row, ...]:
        """Every row, the subject's first."""
        return self.subject, *self.rows

    @property
    def differing(self) -> tuple[int, ...]:
        """The places in `all` of the rows that differ."""
        return tuple(n for n, row in enumerate(self.all) if row.kind is not Kind.SAME)

"""What an HTML source is made of, each piece with its place in the source."""

from dataclasses import dataclass

from composer.document.source_map import Span


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute with its value decoded; `start` and `end` enclose the value in the source.

    An attribute without a value has an empty range behind its name.
    """

    name: str
    value: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The source range of the value, without quotes."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class StartTag:
    """``<name …>``; of attributes with one name the first counts and the rest are left out."""

    name: str
    attributes: tuple[Attribute, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EndTag:
    """``</name>``."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Decoded characters; as long as their source, or one character reference."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Characters:
    """Text between markup, as pieces that tell where each character comes from."""

    pieces: tuple[Piece, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The decoded text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, a processing instruction or anything else that shows nothing."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doctype:
    """``<!DOCTYPE …>``."""

    start: int
    end: int


Token = StartTag | EndTag | Characters | Comment | Doctype

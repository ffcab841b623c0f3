"""What an HTML source is made of, each piece with its place in the source.

Named tuples, as a message holds hundreds of them: they are built several times faster than frozen
dataclasses.
"""

from typing import NamedTuple

from composer.document.source_map import Span


class Attribute(NamedTuple):
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


class StartTag(NamedTuple):
    """``<name …>``; of attributes with one name the first counts and the rest are left out."""

    name: str
    attributes: tuple[Attribute, ...]
    start: int
    end: int


class EndTag(NamedTuple):
    """``</name>``."""

    name: str
    start: int
    end: int


class Piece(NamedTuple):
    """Decoded characters; as long as their source, or one character reference."""

    text: str
    start: int
    end: int


class Characters(NamedTuple):
    """Decoded text between markup; `decoded` has its pieces where it differs from the source."""

    text: str
    start: int
    end: int
    decoded: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces that tell where each character comes from."""
        if self.decoded or not self.text:
            return self.decoded
        return (Piece(self.text, self.start, self.end),)


class Comment(NamedTuple):
    """A comment, a processing instruction or anything else that shows nothing."""

    start: int
    end: int


class Doctype(NamedTuple):
    """``<!DOCTYPE …>``."""

    start: int
    end: int


Token = StartTag | EndTag | Characters | Comment | Doctype

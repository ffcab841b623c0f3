"""A block as the words it is compared by: placeholders, images and breaks are one each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from composer.document.block import Block
from composer.document.inline import Image, Inline, LineBreak, Placeholder, Raw, Text

# Scripts that set no spaces between words are compared character by character.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
)
_COMBINING = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b6-\u17d3"
)
_TOKEN = re.compile(
    f"[{_UNSPACED}][{_COMBINING}\u3099\u309a]*"
    f"|[^\\W{_UNSPACED}]+(?:['’.,][^\\W{_UNSPACED}]+)*"
    "|\\s+|."
)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """One word or object: what it is compared by, and the piece of the block it is."""

    key: Key
    inline: Inline

    @property
    def is_word(self) -> bool:
        """Whether it says something by itself, other than a space or a full stop."""
        if isinstance(self.inline, Text):
            return any(char.isalnum() for char in self.inline.text)
        return not isinstance(self.inline, LineBreak)


def tokens(block: Block) -> tuple[Token, ...]:
    """Return the words and objects of `block`, all of its text among them."""
    return tuple(_tokens(block))


def _tokens(block: Block) -> Iterator[Token]:
    for inline in block.inlines:
        link = inline.marks.link.href if inline.marks.link else ""
        if not isinstance(inline, Text):
            yield Token((*_key(inline), link), inline)
            continue
        for match in _TOKEN.finditer(inline.text):
            word = match[0]
            yield Token(("", word, link), replace(inline, text=word))


def _key(inline: Inline) -> Key:
    match inline:
        case Placeholder():
            return "placeholder", inline.name
        case Image():
            return "image", inline.src, inline.alt or ""
        case Raw():
            return "raw", inline.html
    return ("break",)

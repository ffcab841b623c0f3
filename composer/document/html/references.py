"""Character references (``&amp;``, ``&#8364;``) with their places in the source."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from composer.document.html.tokens import Piece

_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")


def decoded_pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the text of `source` between two offsets with its references decoded."""
    position = start
    if source.find("&", start, end) >= 0:
        for match in _REFERENCE.finditer(source, start, end):
            text, length = _decoded(match[0])
            if not length:
                continue
            if match.start() > position:
                yield Piece(source[position : match.start()], position, match.start())
            position = match.start() + length
            yield Piece(text, match.start(), position)
    if position < end:
        yield Piece(source[position:end], position, end)


def decoded_value(source: str) -> str:
    """Return an attribute's value with its references decoded.

    A name without a semicolon before a letter, a digit or ``=`` is no reference here, so that
    ``?a=1&copy=2`` stays as it is (HTML Standard, section 13.2.5.73).
    """
    if "&" not in source:
        return source
    return _REFERENCE.sub(lambda match: _decoded_in_value(match, source), source)


def _decoded_in_value(match: re.Match[str], source: str) -> str:
    text, length = _decoded(match[0])
    if not length:
        return match[0]
    following = source[match.start() + length : match.start() + length + 1]
    bare = match[0][1] != "#" and match[0][length - 1] != ";"
    if bare and (following == "=" or (following.isascii() and following.isalnum())):
        return match[0]
    return text + match[0][length:]


def _decoded(reference: str) -> tuple[str, int]:
    """The characters meant and how much of `reference` means them; nothing for an unknown name."""
    if reference[1] == "#":
        return unescape(reference), len(reference)
    for end in range(len(reference), 2, -1):
        text = html5.get(reference[1:end])
        if text is not None:
            return text, end
    return "", 0

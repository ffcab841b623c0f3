"""HTML source to tokens, the same whichever parser finds the markup."""

import re
from collections.abc import Iterator

from composer.document.html.parsers import TEXT_ELEMENTS, Kind, Parser
from composer.document.html.references import decoded_pieces, decoded_value
from composer.document.html.tokens import (
    Attribute,
    Characters,
    Comment,
    Doctype,
    EndTag,
    Piece,
    StartTag,
    Token,
)
from composer.document.placeholders import PlaceholderMatch, PlaceholderTable

_MASK = "\ue000"
_NAMELESS = "</>"
_ATTRIBUTE = re.compile(
    r"""[\s/]*(=?[^\s/>=]+)"""
    r"""(?:(\s*=\s*)(?:"([^"]*)"?|'([^']*)'?|([^\s>]*)))?"""
)
_BRANDED = re.compile("[<>\"']")
# Their references are decoded; the other text elements hold scripts, styles or markup.
_PROSE = frozenset({"title", "textarea"})
_OPAQUE = frozenset(TEXT_ELEMENTS) - _PROSE
_START, _END = Kind.START, Kind.END


def tokens(source: str, placeholders: PlaceholderTable, parser: Parser) -> Iterator[Token]:
    """Yield the tokens of `source`, in order; what they leave out shows nothing."""
    masked = _masked(source, placeholders)
    position = 0
    container = ""
    for kind, name, start, end in parser(masked):
        if start > position:
            yield _characters(source, position, start, container)
        position = end
        container = ""
        if kind is _START:
            container = name
            attributes = _attributes(source, masked, start + 1 + len(name), end - 1)
            yield StartTag(name, attributes, start, end)
        elif kind is _END:
            yield EndTag(name, start, end)
        else:
            yield Doctype(start, end) if kind is Kind.DOCTYPE else Comment(start, end)
    if position < len(source):
        yield _characters(source, position, len(source), container)


def _masked(source: str, placeholders: PlaceholderTable) -> str:
    """Text of the same length that hides from the parsers what only looks like markup."""
    text = source
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    text = text.replace("\0", "\ufffd").replace(_NAMELESS, _MASK * len(_NAMELESS))
    hidden = [match for match in placeholders.find(source) if _in_the_way(source, match)]
    if not hidden:
        return text
    pieces = []
    position = 0
    for match in hidden:
        pieces += [text[position : match.start], _MASK * (match.end - match.start)]
        position = match.end
    return "".join([*pieces, text[position:]])


def _in_the_way(source: str, match: PlaceholderMatch) -> bool:
    """Whether a placeholder looks like markup; what stands between its words is markup."""
    if match.text and "<" in match.text:
        return False
    return _BRANDED.search(source, match.start, match.end) is not None


def _attributes(source: str, masked: str, position: int, end: int) -> tuple[Attribute, ...]:
    if position >= end:
        return ()
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(masked, position, end):
        name = match[1].lower()
        group = match.lastindex or 1
        start, stop = match.span(group) if group > 2 else (match.end(), match.end())
        if name not in found:
            value = decoded_value(source[start:stop])
            if "\r" in value:
                value = value.replace("\r\n", "\n").replace("\r", "\n")
            found[name] = Attribute(name, value, start, stop)
    return tuple(found.values())


def _characters(source: str, start: int, end: int, container: str) -> Characters:
    text = source[start:end]
    if ("&" not in text and _NAMELESS not in text) or container in _OPAQUE:
        return Characters(text, start, end)
    pieces: list[Piece] = []
    dropping = container not in _PROSE
    while dropping and (nameless := source.find(_NAMELESS, start, end)) >= 0:
        pieces += decoded_pieces(source, start, nameless)
        start = nameless + len(_NAMELESS)
    pieces += decoded_pieces(source, start, end)
    text = "".join(piece.text for piece in pieces)
    return Characters(text, pieces[0].start if pieces else start, end, tuple(pieces))

"""HTML source to tokens, the same whichever parser finds the markup."""

import re
from collections.abc import Iterator

from composer.document.html.parsers import TEXT_ELEMENTS, Kind, Markup, Parser
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


def tokens(source: str, placeholders: PlaceholderTable, parser: Parser) -> Iterator[Token]:
    """Yield the tokens of `source`, in order; what they leave out shows nothing."""
    masked = _masked(source, placeholders)
    position = 0
    container = ""
    for markup in parser(masked):
        if markup.start > position:
            yield _characters(source, position, markup.start, container)
        position = markup.end
        container = markup.name if markup.kind is Kind.START else ""
        yield _token(source, masked, markup)
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


def _token(source: str, masked: str, markup: Markup) -> Token:
    kind, name, start, end = markup
    if kind is Kind.START:
        return StartTag(name, _attributes(source, masked, markup), start, end)
    if kind is Kind.END:
        return EndTag(name, start, end)
    return Doctype(start, end) if kind is Kind.DOCTYPE else Comment(start, end)


def _attributes(source: str, masked: str, markup: Markup) -> tuple[Attribute, ...]:
    position = markup.start + 1 + len(markup.name)
    end = markup.end - 1
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
        return Characters((Piece(text, start, end),), start, end)
    pieces: list[Piece] = []
    dropping = container not in _PROSE
    while dropping and (nameless := source.find(_NAMELESS, start, end)) >= 0:
        pieces += decoded_pieces(source, start, nameless)
        start = nameless + len(_NAMELESS)
    pieces += decoded_pieces(source, start, end)
    return Characters(tuple(pieces), pieces[0].start if pieces else start, end)

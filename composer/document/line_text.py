"""The words of one block as plain text: links written out, images left out or described."""

import re
from collections.abc import Iterable
from itertools import groupby

from composer.document.block import Block
from composer.document.inline import OBJECT, Image, Inline, LineBreak, Placeholder, Text
from composer.document.used.facts import fact
from composer.document.used.text import used_text

_RULE = "---"
_IMAGE = OBJECT
"""Stands where an image was until it is known what is on both sides of it."""
_PLACE = re.compile(f" *{_IMAGE}[ {_IMAGE}]*")
_OPENING = '([{"“‘«„¿¡'
_CLOSING = '.,;:!?)]}"”’»…、。，；：！？'


@fact
def line_text(block: Block, described: bool) -> str:  # noqa: FBT001 - facts take no keywords
    """Return what `block` says; `described` images say their alternative text."""
    if block.tag == "hr":
        return _RULE
    shown = (inline for inline in block.inlines if not used_text(block, inline).hidden)
    parts = []
    for link, inlines in groupby(shown, key=lambda inline: inline.marks.link):
        if link is None:
            parts.append(_words(inlines, described=described))
        else:
            parts.append(_linked(tuple(inlines), link.href, described=described))
    return _PLACE.sub(_gap, "".join(parts))


def _words(inlines: Iterable[Inline], *, described: bool) -> str:
    return "".join(_inline_text(inline, described=described) for inline in inlines)


def _inline_text(inline: Inline, *, described: bool) -> str:
    match inline:
        case Text(text):
            return text
        case LineBreak():
            return "\n"
        case Placeholder():
            return inline.spelling
        case Image():
            return f"{_IMAGE}{inline.alt or ''}{_IMAGE}" if described else _IMAGE
        case _:
            return ""


def _gap(place: re.Match[str]) -> str:
    """Return what stands for an image: a space where words would touch or stood apart."""
    whole = place.string
    before, after = whole[: place.start()][-1:], whole[place.end() :][:1]
    tight = not before or not after or before.isspace() or after.isspace()
    return "" if tight or before in _OPENING or after in _CLOSING else " "


def _linked(inlines: tuple[Inline, ...], href: str, *, described: bool) -> str:
    """Return a link's words and where it leads; an image that is all of it names it."""
    said = _said(inlines, described=described)
    if not said.strip():
        said = _said(inlines, described=True)
    edge = _IMAGE if any(isinstance(inline, Image) for inline in inlines) else ""
    return f"{edge}{_link_text(said, href)}{edge}"


def _said(inlines: tuple[Inline, ...], *, described: bool) -> str:
    return _PLACE.sub(_gap, _words(inlines, described=described))


def _link_text(words: str, href: str) -> str:
    address = href.strip().removeprefix("mailto:").removeprefix("tel:")
    if not address or address.startswith("#"):
        return words
    said = words.strip()
    if not said or said.rstrip("/") in _spellings(address):
        return words.replace(said, address) if said else address
    space = words[len(words.rstrip()) :]
    return f"{words.rstrip().rstrip(':')}: {address}{space}"


def _spellings(address: str) -> tuple[str, ...]:
    """The address as people write it out, which is no word beside it."""
    address = address.rstrip("/")
    bare = address.removeprefix("https://").removeprefix("http://")
    return (address, bare, bare.removeprefix("www."))

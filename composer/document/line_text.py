"""The words of one block as plain text: links written out, images left out or described."""

import re
from collections.abc import Iterable
from itertools import chain, groupby

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
    groups = [(link, tuple(of)) for link, of in groupby(shown, key=lambda it: it.marks.link)]
    parts = []
    for number, (link, inlines) in enumerate(groups, 1):
        if link is None:
            parts.append(_words(inlines, described=described))
        else:
            rest = chain.from_iterable(of for _, of in groups[number:])
            goes_on = _goes_on(rest)
            parts.append(_linked(inlines, link.href, described=described, goes_on=goes_on))
    return _PLACE.sub(_gap, "".join(parts))


def _goes_on(inlines: Iterable[Inline]) -> bool:
    """Whether there are words before the line ends."""
    for inline in inlines:
        if isinstance(inline, LineBreak):
            return False
        if isinstance(inline, Placeholder) or (isinstance(inline, Text) and inline.text.strip()):
            return True
    return False


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


def _linked(inlines: tuple[Inline, ...], href: str, *, described: bool, goes_on: bool) -> str:
    """Return a link's words and where it leads; an image that is all of it names it."""
    said = _said(inlines, described=described)
    if not said.strip():
        said = _said(inlines, described=True)
    edge = _IMAGE if any(isinstance(inline, Image) for inline in inlines) else ""
    return f"{edge}{_link_text(said, href, goes_on=goes_on)}{edge}"


def _said(inlines: tuple[Inline, ...], *, described: bool) -> str:
    return _PLACE.sub(_gap, _words(inlines, described=described))


def _link_text(words: str, href: str, *, goes_on: bool) -> str:
    """Return words and address; apart where the sentence `goes_on`, or its stop would join it."""
    address = href.strip().removeprefix("mailto:").removeprefix("tel:")
    if not address or address.startswith("#"):
        return words
    said = words.strip()
    if not said or said.rstrip("/") in _spellings(address):
        return words.replace(said, address) if said else address
    space = words[len(words.rstrip()) :]
    kept = words.rstrip().rstrip(":")
    return f"{kept} ({address}){space}" if goes_on else f"{kept}: {address}{space}"


def _spellings(address: str) -> tuple[str, ...]:
    """The address as people write it out, which is no word beside it."""
    address = address.rstrip("/")
    bare = address.removeprefix("https://").removeprefix("http://")
    return (address, bare, bare.removeprefix("www."))

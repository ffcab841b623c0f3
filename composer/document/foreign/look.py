"""The look of pasted text: what of styles, attributes and links a message is better without."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from composer.document.block import Block
from composer.document.container import LISTS, Container
from composer.document.inline import Attributes, Image, Inline, Link, Marks, Raw, Text
from composer.document.style import PLAIN, Style
from composer.document.used.hiding import hides_in_word

_NUMBERINGS = frozenset(
    {"lower-alpha", "upper-alpha", "lower-latin", "upper-latin", "lower-roman", "upper-roman"}
)
_LIST_PARTS = LISTS | {"li"}
_KEPT_ATTRIBUTES = frozenset({"start", "type", "value", "reversed", "colspan", "rowspan", "scope"})
_CONVERTED_SPACE = "Apple-converted-space"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
_SAFE = ("http:", "https:", "mailto:", "tel:")
Emphasis = tuple[tuple[str, str], ...]
"""CSS properties, and the flags of marks that they stand for."""

_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]+")


@lru_cache(maxsize=4096)
def plain_style(style: Style, tag: str) -> Style:
    """Return what of the style of an element `tag` says more than how it looks."""
    kept = [(name, value) for name, value in style if _means_something(name, value, tag)]
    return Style.of(kept) if kept else PLAIN


def _means_something(name: str, value: str, tag: str) -> bool:
    if name == "list-style-type":
        return tag in _LIST_PARTS and value in _NUMBERINGS
    return name == "direction" and value == "rtl"


def plain_attributes(attributes: Attributes) -> Attributes:
    """Return the attributes that say more than how an element looks, and in which program."""
    return tuple(
        (name, value)
        for name, value in attributes
        if name in _KEPT_ATTRIBUTES or (name == "dir" and value.lower() == "rtl")
    )


def plain_inlines(block: Block) -> tuple[Inline, ...]:
    """Return what shows in `block`, with emphasis and links but no look."""
    around = _emphasis_around(block)
    return tuple(
        _plain(inline, around)
        for inline in block.inlines
        if not isinstance(inline, Raw) and not _is_hidden(inline)
    )


def _emphasis_around(block: Block) -> Emphasis:
    """What the styles of a block and its containers say of the words in it, as headings do not."""
    if block.heading or any(container.tag == "th" for container in block.path):
        return ()
    styles = [block.style, *(container.style for container in reversed(block.path))]
    return _emphasis(tuple(style for style in styles if style))


@lru_cache(maxsize=1024)
def _emphasis(styles: tuple[Style, ...]) -> Emphasis:
    found = []
    for name, flag, is_on in _EMPHASES:
        value = next(filter(None, (style.get(name) for style in styles)), "")
        if is_on(value):
            found.append((name, flag))
    return tuple(found)


def _is_bold(value: str) -> bool:
    return value in {"bold", "bolder"} or (value.isdecimal() and int(value) >= _BOLD)


_BOLD = 600  # a font weight
_EMPHASES: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("font-weight", "bold", _is_bold),
    ("font-style", "italic", lambda value: value in {"italic", "oblique"}),
    ("text-decoration", "underline", lambda value: "underline" in value),
)


def _is_hidden(inline: Inline) -> bool:
    return hides_in_word(inline.marks.style) or (
        isinstance(inline, Image) and hides_in_word(inline.style)
    )


def _plain(inline: Inline, around: Emphasis) -> Inline:
    marks = _plain_marks(inline.marks, around)
    if isinstance(inline, Image):
        return replace(inline, style=PLAIN, attributes=(), marks=marks)
    if isinstance(inline, Text) and ("class", _CONVERTED_SPACE) in inline.marks.attributes:
        return Text(" ", marks)
    return replace(inline, marks=marks)


@lru_cache(maxsize=4096)
def _plain_marks(marks: Marks, around: Emphasis) -> Marks:
    for name, flag in around:
        if name not in marks.style:
            marks = marks.flagged(flag, on=True)
    link = None if marks.link is None else _plain_link(marks.link)
    return replace(
        marks,
        link=link,
        underline=marks.underline and marks.link is None,  # every link is underlined
        style=PLAIN,
        attributes=plain_attributes(marks.attributes),
    )


def _plain_link(link: Link) -> Link | None:
    """The link with its title; None for one that a message cannot follow, or that runs code."""
    href = _IGNORED.sub("", link.href).lower()
    unsafe = _SCHEME.match(href) and not href.startswith(_SAFE)
    if unsafe or not href or href.startswith("#"):
        return None
    return Link(link.href.strip(), tuple(pair for pair in link.attributes if pair[0] == "title"))


def loses(style: Style) -> bool:
    """Whether `plain_style` takes away something that a reader could see."""
    return any(name not in _SILENT and not name.startswith("-webkit-") for name, _ in style)


_SILENT = frozenset({"list-style-type", "direction", "white-space", "orphans", "widows"})


def is_hidden(container: Container) -> bool:
    """Whether nothing in `container` shows."""
    return hides_in_word(container.style)

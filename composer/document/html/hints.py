"""Presentational attributes and elements as declarations, below all style sheets.

Mappings are those of the HTML Standard, section "Rendering" (15.3), which also gives the sizes of
``<font size>``.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from composer.document.html.elements import HEADINGS, SECTIONS
from composer.document.html.tree import Element
from composer.document.source_map import Span


class Hint(NamedTuple):
    """A longhand that an attribute or a tag sets; `attribute` is its name, or nothing."""

    name: str
    value: str
    attribute: str
    span: Span


_Converter = Callable[[str], str | None]

_FONT_SIZES = ("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
_HEX = re.compile(r"[0-9a-f]{3}(?:[0-9a-f]{3})?\Z")
# Unlike the plain keywords these align boxes as well, and end at a table (as browsers have it).
_ALIGNS = {side: f"-webkit-{side}" for side in ("left", "right", "center")}
_ALIGNS |= {"middle": "-webkit-center", "justify": "justify"}
_VALIGNS = frozenset({"top", "middle", "bottom", "baseline"})


def _align(value: str) -> str | None:
    return _ALIGNS.get(value.strip().lower())


def _valign(value: str) -> str | None:
    value = value.strip().lower()
    return value if value in _VALIGNS else None


def _color(value: str) -> str | None:
    value = value.strip().lower()
    return "#" + value if _HEX.match(value) else value or None


def _font_size(value: str) -> str | None:
    match = re.match(r"\s*([+-]?)(\d+)", value)
    if match is None:
        return None
    size = int(match[2][:3])
    if match[1]:
        size = 3 + size if match[1] == "+" else 3 - size
    return _FONT_SIZES[min(max(size, 1), 7) - 1]


def _family(value: str) -> str | None:
    return " ".join(value.split()) or None


def _plain_align(value: str) -> str | None:
    found = _align(value)
    return found and found.removeprefix("-webkit-")


_HIDDEN: dict[str, tuple[str, _Converter]] = {"hidden": ("display", lambda _: "none")}
# The standard knows `align` for few elements, browsers for nearly all.
_ANYWHERE = {**_HIDDEN, "align": ("text-align", _plain_align)}
_CELL: dict[str, tuple[str, _Converter]] = {
    "align": ("text-align", _align),
    "valign": ("vertical-align", _valign),
    "bgcolor": ("background-color", _color),
    "nowrap": ("white-space", lambda _: "nowrap"),
}
_LINE: dict[str, tuple[str, _Converter]] = {"align": ("text-align", _align)}
_SOME: dict[str, dict[str, tuple[str, _Converter]]] = {
    **dict.fromkeys({"p", "div", "caption", "legend", *HEADINGS}, _LINE),
    **dict.fromkeys({"td", "th", "tr", *SECTIONS}, _CELL),
    "table": {"bgcolor": ("background-color", _color)},
    "body": {"bgcolor": ("background-color", _color), "text": ("color", _color)},
    "font": {
        "color": ("color", _color),
        "face": ("font-family", _family),
        "size": ("font-size", _font_size),
    },
}
_ATTRIBUTES = {name: {**_ANYWHERE, **known} for name, known in _SOME.items()}
# Here it places the element itself.
_ATTRIBUTES |= dict.fromkeys(("img", "hr", "iframe", "object", "embed", "input"), _HIDDEN)
_ATTRIBUTES["table"] = {**_HIDDEN, **_SOME["table"]}
_TAGS: dict[str, tuple[tuple[str, str], ...]] = {
    "address": (("font-style", "italic"),),
    "big": (("font-size", "larger"),),
    "caption": (("text-align", "center"),),
    "center": (("text-align", "-webkit-center"),),
    "dd": (("margin-left", "40px"),),
    "figure": (("margin-left", "40px"), ("margin-right", "40px")),
    "mark": (("background-color", "yellow"),),
    "small": (("font-size", "smaller"),),
}


def hints(element: Element) -> tuple[Hint, ...]:
    """Return what the tag and the attributes of `element` declare, in order of precedence."""
    if element.name in _TAGS:
        return tuple(_found(element))
    if element.attributes:
        known = _ATTRIBUTES.get(element.name, _ANYWHERE)
        for attribute in element.attributes:
            if attribute.name in known:
                return tuple(_found(element))
    return ()


def _found(element: Element) -> Iterator[Hint]:
    for name, value in _TAGS.get(element.name, ()):
        yield Hint(name, value, "", (element.start, element.inner or element.end))
    known = _ATTRIBUTES.get(element.name, _ANYWHERE)
    for attribute in element.attributes:
        if attribute.name in known:
            name, convert = known[attribute.name]
            converted = convert(attribute.value)
            if converted is not None:
                yield Hint(name, converted, attribute.name, attribute.span)

"""Nested inline elements folded into the marks of one flat inline."""

import re
from dataclasses import replace
from functools import lru_cache

from composer.document.css_values import Length, parse_length
from composer.document.html.hints import hints
from composer.document.html.tree import Element
from composer.document.inline import NO_MARKS, Attributes, Link, Marks
from composer.document.style import PLAIN, Style

_FLAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strike"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "sub": "subscript",
    "sup": "superscript",
}
_FLAG_OF = {"font-weight": "bold", "font-style": "italic"}
# Marks are the innermost elements: what sets itself what the mark stands for is no such mark.
_REPLACED = {"code": ("font-family",), "subscript": ("font-size",), "superscript": ("font-size",)}
_SHIFTED = {
    "subscript": Style((("vertical-align", "sub"),)),
    "superscript": Style((("vertical-align", "super"),)),
}
_DECORATIONS = {"underline": "underline", "line-through": "strike"}
_KEPT = re.compile(r"[a-z_:@][\w:.@-]*\Z")
_FROM_OUTSIDE = frozenset({"inherit", "unset"})
# Factors of CSS Fonts 4, section 2.5.1, as browsers use them.
_STEPS = {"smaller": 1 / 1.2, "larger": 1.2}
_KEYWORD_PX = {
    "xx-small": 9,
    "x-small": 10,
    "small": 13,
    "medium": 16,
    "large": 18,
    "x-large": 24,
    "xx-large": 32,
    "xxx-large": 48,
}


def kept_attributes(element: Element, *left_out: str) -> Attributes:
    """Return what the model keeps of an element's attributes, sorted.

    Left out are ``style``, event handlers, what is read as style, and `left_out`.
    """
    if not element.attributes:
        return ()
    kept = [
        (name, value)
        for name, value, _, _ in element.attributes
        if _is_kept(name) and name not in left_out
    ]
    if not kept:
        return ()
    consumed = {hint.attribute for hint in hints(element)}
    return tuple(sorted(pair for pair in kept if pair[0] not in consumed))


@lru_cache(maxsize=1024)
def _is_kept(name: str) -> bool:
    named = name != "style" and not name.startswith("on")
    return named and _KEPT.match(name) is not None


def marks_within(marks: Marks, element: Element, style: Style) -> Marks:
    """Return the marks of text in the inline `element`, which stands in text with `marks`."""
    flag = _FLAGS.get(element.name)
    href = element.value("href") if element.name == "a" else None
    if href is not None:
        link = Link(href, kept_attributes(element, "href"))
        # Building anew is faster than replacing, and nearly always right.
        marks = Marks(link=link) if marks is NO_MARKS else _linked(marks, link, style)
    elif attributes := kept_attributes(element):
        marks = replace(marks, attributes=attributes)
    if not style:
        return _flagged(marks, {flag: True}, marks.style) if flag else marks
    if flag and any(name in style for name in _REPLACED.get(flag, ())):
        shifted = _SHIFTED.get(flag, PLAIN)
        flag, style = None, shifted.merged(style)
    flags, declared = _flags(flag, style)
    outer = marks.style
    for name in ("font-weight", "font-style"):
        if flags.get(_FLAG_OF[name]) and name in outer:
            outer = outer.replaced(name, None)
    return _flagged(marks, flags, fold(outer, declared))


def _linked(marks: Marks, link: Link, style: Style) -> Marks:
    """Return `marks` with a link, which has a colour of its own unless its style takes another."""
    taken = style.get("color") in _FROM_OUTSIDE
    return replace(marks, link=link, style=marks.style if taken else _uncolored(marks.style))


def _uncolored(style: Style) -> Style:
    return style.replaced("color", None) if "color" in style else style


def _flagged(marks: Marks, flags: dict[str, bool], style: Style) -> Marks:
    return Marks(
        flags.get("bold", marks.bold),
        flags.get("italic", marks.italic),
        flags.get("underline", marks.underline),
        flags.get("strike", marks.strike),
        flags.get("subscript", marks.subscript),
        flags.get("superscript", marks.superscript),
        flags.get("code", marks.code),
        marks.link,
        style,
        marks.attributes,
    )


@lru_cache(maxsize=2048)
def _flags(flag: str | None, style: Style) -> tuple[dict[str, bool], Style]:
    """The flags that a tag and its own style set or clear, and the style without them."""
    flags = {flag: True} if flag else {}
    weight, slant = style.get("font-weight"), style.get("font-style")
    if weight is not None and weight not in _FROM_OUTSIDE:
        flags["bold"] = is_bold(weight)
    if slant is not None and slant not in _FROM_OUTSIDE:
        flags["italic"] = slant != "normal"
    removed = {name for name, of in _FLAG_OF.items() if name in style and flags.get(of, True)}
    for name in ("text-decoration", "text-decoration-line"):
        words = (style.get(name) or "").split()
        if words == ["none"]:
            flags = {key: on for key, on in flags.items() if key not in _DECORATIONS.values()}
        flags |= {_DECORATIONS[word]: True for word in words if word in _DECORATIONS}
        if words and all(word in _DECORATIONS for word in words):
            removed.add(name)
    if not removed:
        return flags, style
    return flags, Style.of(pair for pair in style if pair[0] not in removed)


def is_bold(weight: str) -> bool:
    """Whether a ``font-weight`` is bold: 600 and above, as far as fonts with two weights go."""
    return weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight) >= 600)


def block_within(marks: Marks, style: Style) -> tuple[Marks, Style]:
    """Return the marks and the style of a block that stands in inline text with `marks`.

    What the block sets itself no longer comes from the text around it.
    """
    if not style:
        return marks, style
    if marks.link is not None and (color := style.get("color")):
        # The model has links around styles: there the link's own colour would win.
        inner, style = _within(marks, style)
        return inner.styled("color", color), style
    return _within(marks, style)


def _within(marks: Marks, style: Style) -> tuple[Marks, Style]:
    if not marks.style and not marks.bold and not marks.italic:
        return marks, style
    both = {name for name, _ in style if name in marks.style}
    outer = Style.of(pair for pair in marks.style if pair[0] in both)
    rest = Style.of(pair for pair in marks.style if pair[0] not in both)
    inner = replace(
        marks,
        style=rest,
        bold=marks.bold and "font-weight" not in style,
        italic=marks.italic and "font-style" not in style,
    )
    return inner, fold(outer, style)


def fold(outer: Style, inner: Style) -> Style:
    """Return one style for two nested elements: the inner one wins, font sizes are multiplied."""
    if not outer:
        return inner
    if not inner:
        return outer
    laid = {name: value for name, value in inner if not _inherits(name, value, outer)}
    if "font-size" in laid and (size := outer.get("font-size")) is not None:
        laid["font-size"] = _folded_size(size, laid["font-size"])
    return outer.merged(Style.of(laid)) if laid else outer


def _inherits(name: str, value: str, outer: Style) -> bool:
    return value in _FROM_OUTSIDE and name in outer


def _folded_size(outer: str, inner: str) -> str:
    factor = _factor(inner)
    if factor is None:
        return inner
    length = parse_length(outer)
    if length is None and outer in _KEYWORD_PX:
        length = Length(float(_KEYWORD_PX[outer]), "px")
    if length is None and outer in _STEPS:
        length = Length(_STEPS[outer], "em")
    if length is None:
        return f"calc(({outer}) * {factor:.6g})"
    return str(Length(length.value * factor, length.unit))


def _factor(size: str) -> float | None:
    """What a relative size multiplies the outer one with; None for an absolute one."""
    if size in _STEPS:
        return _STEPS[size]
    length = parse_length(size)
    if length is None:
        return None
    if length.unit == "em":
        return length.value
    return length.value / 100 if length.unit == "%" else None

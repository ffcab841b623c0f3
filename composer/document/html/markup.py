"""Pieces of canonical HTML: escaped text, tags with attributes, and runs of inlines."""

from collections.abc import Iterable
from functools import lru_cache

from composer.document.inline import (
    Attributes,
    Image,
    Inline,
    LineBreak,
    Marks,
    Placeholder,
    Raw,
    Text,
)
from composer.document.style import Style

BREAK = "<br>"
# The innermost last; the order in which marks nest is the same everywhere.
_FLAGS = (
    ("bold", "b"),
    ("italic", "i"),
    ("underline", "u"),
    ("strike", "s"),
    ("subscript", "sub"),
    ("superscript", "sup"),
    ("code", "code"),
)
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\N{NO-BREAK SPACE}": "&nbsp;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\N{NO-BREAK SPACE}": "&nbsp;"}
)


def escape(text: str) -> str:
    """Return `text` for a place between tags."""
    return text.translate(_TEXT)


def start_tag(name: str, style: Style, attributes: Iterable[tuple[str, str | None]]) -> str:
    """Return ``<name …>``; attributes that are None are left out, the style comes last."""
    set_ones = ((key, value) for key, value in attributes if value is not None)
    parts = [name, *(f'{key}="{value.translate(_VALUE)}"' for key, value in set_ones)]
    if style:
        parts.append(f'style="{write_style(style).translate(_VALUE)}"')
    return f"<{' '.join(parts)}>"


def write_style(style: Style) -> str:
    """Return a style as it stands in an attribute: ``color: #333; font-size: 12px``."""
    return "; ".join(f"{name}: {value}" for name, value in style)


def write_inlines(inlines: Iterable[Inline]) -> str:
    """Return inlines as HTML, neighbours sharing the elements of the marks they share."""
    parts: list[str] = []
    held: tuple[str, ...] = ()
    for inline in inlines:
        wanted = _elements(inline.marks)
        shared = 0
        for old, new in zip(held, wanted, strict=False):
            if old != new:
                break
            shared += 1
        parts += [_end(tag) for tag in reversed(held[shared:])]
        parts += wanted[shared:]
        parts.append(_content(inline))
        held = wanted
    parts += [_end(tag) for tag in reversed(held)]
    return "".join(parts)


@lru_cache(maxsize=2048)
def _elements(marks: Marks) -> tuple[str, ...]:
    """The start tags of the elements around an inline with these marks, the outermost first."""
    tags: list[str] = []
    if marks.link is not None:
        link: Attributes = (("href", marks.link.href), *marks.link.attributes)
        tags.append(start_tag("a", Style(), link))
    if marks.style or marks.attributes:
        tags.append(start_tag("span", marks.style, marks.attributes))
    tags += [f"<{name}>" for flag, name in _FLAGS if getattr(marks, flag)]
    return tuple(tags)


def _end(tag: str) -> str:
    return f"</{tag[1:-1].split(' ', 1)[0]}>"


def _content(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text)
        case LineBreak():
            return BREAK
        case Image():
            size = (("width", inline.width), ("height", inline.height))
            named = (("src", inline.src), ("alt", inline.alt), *size, *inline.attributes)
            return start_tag("img", inline.style, named)
        case Raw(html):
            return html
        case Placeholder():
            return escape(inline.spelling)

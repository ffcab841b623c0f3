"""Small changes of HTML source: attributes, declarations and tags, everything else untouched."""

import re
from collections import Counter
from html import escape, unescape

from composer.cli.source_edit import CannotPlaceError, SourceEdit
from composer.document.css import LONGHANDS, Declaration, expand, parse_declarations
from composer.document.source_map import Span

_QUOTES = "\"'"
_ATTRIBUTE_BEFORE = re.compile(r"\s+(?P<name>[^\s\"'>/=]+)\s*=\s*[\"']?\Z")
_NAME_BEFORE = re.compile(r"[\w-]+\s*:\s*\Z")
_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)")
_ANY_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)")
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr"})
_LOOK_BACK = 200


def with_value(source: str, span: Span | None, value: str) -> SourceEdit:
    """Return the change that puts `value` in place of an attribute's value.

    Raises:
        CannotPlaceError: where there is no such attribute.
    """
    if span is None:
        raise CannotPlaceError("no such attribute here")
    low, high = span
    written = escape(value)
    return SourceEdit(low, high, written if source[low - 1] in _QUOTES else f'"{written}"')


def without_attribute(source: str, span: Span) -> SourceEdit:
    """Return the change that takes away the attribute whose value stands at `span`.

    Raises:
        CannotPlaceError: where no attribute can be made out.
    """
    low, high = span
    match = _ATTRIBUTE_BEFORE.search(source, max(0, low - _LOOK_BACK), low)
    if match is None:
        raise CannotPlaceError("not an attribute")
    quoted = source[low - 1] in _QUOTES
    return SourceEdit(match.start(), high + quoted, "")


def without_property(source: str, span: Span, name: str) -> tuple[SourceEdit, ...]:
    """Return the changes that take back the CSS property `name`, set by what stands at `span`.

    That is a style attribute's value, a value in a style sheet, a presentational attribute's
    value, or the tag of an element that means it (``<center>``).

    Raises:
        CannotPlaceError: where no small change does it.
    """
    low, high = span
    if source[low : low + 1] == "<":
        return _without_element(source, span)
    match = _ATTRIBUTE_BEFORE.search(source, max(0, low - _LOOK_BACK), low)
    if match is None:
        return (_without_sheet_value(source, span, name),)
    if match["name"].lower() != "style":
        return (without_attribute(source, span),)
    value = source[low:high]
    kept = _declarations_without(unescape(value), name)
    if not kept:
        return (without_attribute(source, span),)
    return (SourceEdit(low, high, escape(kept) if "&" in value else kept),)


def with_property(source: str, span: Span, name: str, value: str) -> SourceEdit:
    """Return the change that sets a property already set in the style attribute at `span`.

    Raises:
        CannotPlaceError: where it is set in another way.
    """
    low, high = span
    match = _ATTRIBUTE_BEFORE.search(source, max(0, low - _LOOK_BACK), low)
    text = source[low:high]
    if match is None or match["name"].lower() != "style" or "&" in text:
        raise CannotPlaceError("not set in a style attribute")
    found = [each for each in parse_declarations(text) if each.name == name]
    if not found:
        raise CannotPlaceError("set by a shorthand")
    return SourceEdit(low + found[-1].start, low + found[-1].end, value)


def with_declaration(source: str, tag: Span, style: Span | None, new: str) -> SourceEdit:
    """Return the change that adds a declaration to the start tag at `tag`, whose style is `style`.

    Raises:
        CannotPlaceError: where there is no start tag.
    """
    if style is not None and tag[0] < style[0] and style[1] < tag[1]:
        text = source[slice(*style)].rstrip("; ")
        return SourceEdit(*style, f"{text}; {new}" if text else new)
    match = _TAG.match(source, tag[0])
    if match is None:
        raise CannotPlaceError("no tag here")
    return SourceEdit(match.end(), match.end(), f' style="{escape(new)}"')


def _declarations_without(text: str, name: str) -> str:
    """Return declarations less those of `name`; a shorthand leaves its other longhands."""
    for declaration in reversed(parse_declarations(text)):
        if declaration.name != name and name not in LONGHANDS.get(declaration.name, ()):
            continue
        start, end = _extent(text, declaration.start, declaration.end)
        rest = _other_longhands(declaration, name)
        before, after = text[:start], text[end:]
        text = before + (rest + after if rest else after.lstrip())
    return text.strip()


def _without_sheet_value(source: str, span: Span, name: str) -> SourceEdit:
    start, end = _extent(source, *span)
    found = parse_declarations(source[start:end].rstrip("; \t\n\r"))
    if len(found) != 1:
        raise CannotPlaceError("not a declaration")
    return SourceEdit(start, end, _other_longhands(found[0], name))


def _extent(text: str, start: int, end: int) -> Span:
    """The range of the declaration whose value stands at [start, end), its semicolon included."""
    match = _NAME_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    if match is None:
        raise CannotPlaceError("not a declaration")
    while end < len(text) and text[end] not in ";}":
        end += 1
    return match.start(), end + (text[end : end + 1] == ";")


def _other_longhands(declaration: Declaration, name: str) -> str:
    if declaration.name == name:
        return ""
    mark = " !important" if declaration.important else ""
    pairs = expand(declaration.name, declaration.value)
    return " ".join(f"{key}: {value}{mark};" for key, value in pairs if key != name)


def _without_element(source: str, span: Span) -> tuple[SourceEdit, ...]:
    """Turn ``<center>`` into ``<div>``; take the tags of ``<small>`` and ``<big>`` away."""
    match = _TAG.match(source, span[0])
    tag = match["name"].lower() if match else ""
    if tag not in {"center", "small", "big"}:
        raise CannotPlaceError("the element itself means it")
    low, high = _end_tag(source, tag, span[1])
    if tag == "center":
        start = span[0] + 1
        return SourceEdit(start, start + len(tag), "div"), SourceEdit(low, high, "</div>")
    return SourceEdit(*span, ""), SourceEdit(low, high, "")


def _end_tag(source: str, tag: str, start: int) -> Span:
    """The end tag of an element that starts before `start`, over those of its kind inside it."""
    depth = 1
    for match in re.compile(rf"<(/?){tag}\b[^>]*>", re.IGNORECASE).finditer(source, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.span()
    raise CannotPlaceError("the element does not end")


def balanced(markup: str) -> bool:
    """Whether `markup` opens as many elements of each kind as it closes."""
    counts: Counter[str] = Counter()
    for match in _ANY_TAG.finditer(markup):
        name = match["name"].lower()
        counts[name] += 0 if name in _VOID else -1 if match["close"] else 1
    return not any(counts.values())


def without_link(source: str, span: Span | None) -> tuple[SourceEdit, SourceEdit]:
    """Return the changes that take a link away, its address at `span`, and keep its words.

    Raises:
        CannotPlaceError: where its tags cannot be made out.
    """
    low = source.rfind("<", 0, span[0]) if span else -1
    high = source.find(">", span[1]) if span else -1
    if low < 0 or high < 0 or _TAG.match(source, low) is None or source[low + 1] not in "aA":
        raise CannotPlaceError("no link here")
    return SourceEdit(low, high + 1, ""), SourceEdit(*_end_tag(source, "a", high + 1), "")

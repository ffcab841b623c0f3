"""Fixes as the smallest changes of a file's source, everything else left as it is."""

import re
from collections.abc import Iterator
from html import escape

from composer.cli.markup_edit import (
    balanced,
    with_declaration,
    with_property,
    with_value,
    without_attribute,
    without_link,
    without_property,
)
from composer.cli.source_edit import CannotPlaceError, SourceEdit
from composer.document import Text
from composer.document.edits import (
    Edit,
    Remove,
    ReplaceText,
    SetBlockStyle,
    SetImage,
    SetLink,
    SetMark,
)
from composer.document.inline import FLAGS
from composer.document.source_map import Span
from composer.library.source_file import OpenedMessage
from composer.lint.finding import Fix

_IMAGE_ATTRIBUTES = frozenset({"src", "alt", "width", "height"})


def source_edits(message: OpenedMessage, fix: Fix, *, html: bool) -> tuple[SourceEdit, ...]:
    """Return the changes of the source of `message` that make `fix`.

    Raises:
        CannotPlaceError: where one of its edits has no small change.
    """
    if fix.part not in message.parts:
        raise CannotPlaceError("this part is not in the file as text")
    placer = _Placer(message, fix.part, html=html)
    changes = tuple(change for edit in fix.edits for change in placer.placed(edit))
    if not changes:
        raise CannotPlaceError("nothing of it stands in the source")
    return changes


class _Placer:
    """Turns edits of one part of a message into edits of its source."""

    def __init__(self, message: OpenedMessage, part: str, *, html: bool) -> None:
        self._source = message.source
        self._part = message.parts[part]
        self._document = message.template.part(part)
        self._html = html
        self._newline = "\r\n" if "\r\n" in message.source else "\n"

    def placed(self, edit: Edit) -> Iterator[SourceEdit]:
        match edit:
            case Remove(start, end):
                yield from self._text(start, end, "")
            case ReplaceText(start, end, text):
                yield from self._text(start, end, text)
            case SetLink(start, _, None):
                yield from without_link(self._source, self._part.attribute(start, "href"))
            case SetLink(start, _, str(href)):
                yield with_value(self._source, self._part.attribute(start, "href"), href)
            case SetImage(start, _, name, value) if name in _IMAGE_ATTRIBUTES:
                yield self._image(start, name, value)
            case SetImage(start, end, name, None) | SetBlockStyle(start, end, name, None):
                yield from self._unstyled(start, end, name)
            case SetMark(start, end, name, None) if name not in FLAGS:
                yield from self._unstyled(start, end, name)
            case SetMark(start, end, name, str(value)):
                yield from self._styled(start, end, name, value)
            case SetImage(start, _, name, str(value)):
                tag = self._part.span(start, start + 1)
                style = self._part.attribute(start, "style")
                yield with_declaration(self._source, tag, style, f"{name}: {value}")
            case _:
                raise CannotPlaceError("no small change does this")

    def _text(self, start: int, end: int, text: str) -> Iterator[SourceEdit]:
        if start == end:
            yield self._inserted(start, text)
            return
        if "\n" in text:
            raise CannotPlaceError("this splits a paragraph")
        if "\n" in self._document.text[start:end]:
            yield self._joined(start, end, text)
            return
        for number, (low, high) in enumerate(self._pieces(start, end)):
            yield SourceEdit(low, high, "" if number else self._written(text))

    def _joined(self, start: int, end: int, text: str) -> SourceEdit:
        """Replace a range over paragraphs where that leaves every tag with its partner."""
        low, high = self._part.span(start, end)
        if self._html:
            if not balanced(self._source[low:high]):
                raise CannotPlaceError("this would tear elements apart")
            return SourceEdit(low, high, self._written(text))
        whole = self._document.text
        apart = "\n" in (whole[start - 1 : start], whole[end : end + 1])
        return SourceEdit(low, high, self._newline * 2 if apart else text)

    def _pieces(self, start: int, end: int) -> Iterator[Span]:
        """The source ranges of [start, end), one for each inline, so that tags stay in place."""
        for first, last, inline in self._document.runs():
            low, high = max(first, start), min(last, end)
            if low < high:
                whole = not isinstance(inline, Text)
                yield self._part.span(first, last) if whole else self._part.span(low, high)

    def _inserted(self, at: int, text: str) -> SourceEdit:
        point = self._part.span(at, at)[0]
        if not text.startswith("\n"):
            return SourceEdit(point, point, self._written(text))
        if at != len(self._document.text):
            raise CannotPlaceError("a paragraph in the middle")
        if self._html:
            return self._paragraph(point, text[1:])
        end = len(self._source.rstrip())
        return SourceEdit(end, end, self._newline * 2 + text[1:])

    def _paragraph(self, point: int, text: str) -> SourceEdit:
        """Put a paragraph after the last block, which ends somewhere after `point`."""
        tag = self._document.blocks[-1].tag
        closing = re.compile(rf"</{tag}\s*>" if tag else r"(?=</)|\Z", re.IGNORECASE)
        match = closing.search(self._source, point)
        if match is None:
            raise CannotPlaceError("the last paragraph does not end")
        return SourceEdit(match.end(), match.end(), f"\n<p>{self._written(text)}</p>")

    def _image(self, start: int, name: str, value: str | None) -> SourceEdit:
        span = self._part.attribute(start, name)
        if span is not None and value is None:
            return without_attribute(self._source, span)
        if span is not None and value is not None:
            return with_value(self._source, span, value)
        low, _ = self._part.span(start, start + 1)
        if value is None or self._source[low : low + 4].lower() != "<img":
            raise CannotPlaceError("no image here")
        return SourceEdit(low + 4, low + 4, f' {name}="{escape(value)}"')

    def _unstyled(self, start: int, end: int, name: str) -> Iterator[SourceEdit]:
        """Take a property back wherever the range has it set; not being set is fine."""
        for span in self._declared(start, end, name):
            yield from without_property(self._source, span, name)

    def _styled(self, start: int, end: int, name: str, value: str) -> Iterator[SourceEdit]:
        """Set a property of words: where it is set already, or in an element around them."""
        spans = self._declared(start, end, name)
        block = self._document.blocks[self._document.block_index(start)]
        whole = self._document.text[start:end] == block.text
        try:
            changes = [with_property(self._source, span, name, value) for span in spans]
        except CannotPlaceError:
            changes = []
        if changes and whole:
            yield from changes
            return
        for low, high in self._pieces(start, end):
            yield SourceEdit(low, low, f'<span style="{escape(f"{name}: {value}")}">')
            yield SourceEdit(high, high, "</span>")

    def _declared(self, start: int, end: int, name: str) -> list[Span]:
        """Where a property of the runs in a range is set."""
        runs = (first for first, last, _ in self._document.runs() if first < end and last > start)
        positions = [max(start, first) for first in runs] or [start]
        found = {self._part.attribute(position, "style", name) for position in positions}
        return sorted(span for span in found if span is not None)

    def _written(self, text: str) -> str:
        return escape(text, quote=False) if self._html else text

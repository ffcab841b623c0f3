"""The closed set of changes a fix may make, and how each changes a document.

Ranges are code points of the text before any of the edits; edits of one fix never overlap. The
editor applies the same set to its own document.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from composer.document.block import Block
from composer.document.container import Container, Path
from composer.document.cutting import cut, with_list
from composer.document.inline import FLAGS, Image, Inline, Link, Marks, Placeholder, Text
from composer.document.model import Document
from composer.document.placeholders import CANONICAL
from composer.document.style import PLAIN


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Put `text` in place of a range; a newline starts a block, ``{{name}}`` is a placeholder."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a range out; where it spans a block boundary the blocks are joined."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SetMark:
    """Set a flag of the marks (``bold``), or a CSS property of the inline style (None removes)."""

    start: int
    end: int
    name: str
    value: bool | str | None


@dataclass(frozen=True, slots=True)
class SetBlockStyle:
    """Set a CSS property of the blocks touched; None removes it, from their containers too."""

    start: int
    end: int
    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class SetTag:
    """Turn the blocks touched into another kind: ``p``, ``h2`` and so on."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class SetLink:
    """Point a range at `href`, or take the link away where it is None."""

    start: int
    end: int
    href: str | None


@dataclass(frozen=True, slots=True)
class SetImage:
    """Set one field of the image at `start`: ``src``, ``alt``, ``width``, ``height``, or CSS.

    Setting ``width`` or ``height`` also removes the CSS property of that name, which would win.
    """

    start: int
    end: int
    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class MakeList:
    """Make items of a list, ``ul`` or ``ol``, of lines, each without its first word: its mark."""

    start: int
    end: int
    tag: str


TextEdit = ReplaceText | Remove | MakeList
"""Those that change the text; the others leave every position true."""

Edit = TextEdit | SetMark | SetBlockStyle | SetTag | SetLink | SetImage


def apply(document: Document, edits: Iterable[Edit]) -> Document:
    """Return `document` with all `edits` made.

    Raises:
        ValueError: where two edits overlap or one reaches past the text.
    """
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True)
    limit = len(document.text)
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= limit:
            message = f"edit out of order or out of range: {edit}"
            raise ValueError(message)
        if isinstance(edit, TextEdit):
            limit = edit.start
    draft = _Draft(document)
    for edit in ordered:
        _apply(draft, edit)
    return replace(document, blocks=tuple(draft.blocks))


class _Draft:
    """Blocks under change, from the end of the text to its start: places before stay true."""

    def __init__(self, document: Document) -> None:
        self.blocks = list(document.blocks)
        self.starts = document.starts

    def index(self, position: int) -> int:
        """Return the index of the block that holds `position`."""
        return max(0, bisect_right(self.starts, position) - 1)


def _apply(draft: _Draft, edit: Edit) -> None:
    start, end = edit.start, edit.end
    match edit:
        case ReplaceText(text=text):
            _replace(draft, start, end, text)
        case Remove():
            _replace(draft, start, end, "")
        case MakeList(tag=tag):
            _make_list(draft, start, end, tag)
        case SetTag(tag=tag):
            _each_block(draft, start, end, lambda block: replace(block, tag=tag))
        case SetBlockStyle(name=name, value=value):
            _set_block_style(draft, start, end, name, value)
        case _:
            _each_inline(draft, start, end, _inline_change(edit))


def _inline_change(edit: SetMark | SetLink | SetImage) -> Callable[[Inline], Inline]:
    match edit:
        case SetMark(name=name, value=mark):
            return lambda inline: _remarked(inline, name, mark)
        case SetLink(href=href):
            return lambda inline: _relinked(inline, href)
        case SetImage(name=name, value=value):
            return lambda inline: _reimaged(inline, name, value)


def typed_inlines(text: str, marks: Marks) -> tuple[Inline, ...]:
    """Return `text` as inlines, each ``{{name}}`` in it as a placeholder."""
    inlines: list[Inline] = []
    position = 0
    for match in CANONICAL.find(text):
        inlines.append(Text(text[position : match.start], marks))
        inlines.append(Placeholder(match.name, match.source, marks))
        position = match.end
    inlines.append(Text(text[position:], marks))
    return tuple(inline for inline in inlines if not isinstance(inline, Text) or inline.text)


def _replace(draft: _Draft, start: int, end: int, text: str) -> None:
    first, last = draft.index(start), draft.index(end)
    head, tail = draft.blocks[first], draft.blocks[last]
    before = cut(head, 0, start - draft.starts[first])
    after = cut(tail, end - draft.starts[last], len(tail.text))
    marks = _marks_at(draft, start, end)
    lines = [typed_inlines(line, marks) for line in text.split("\n")]
    lines[0] = before + lines[0]
    lines[-1] = lines[-1] + after
    # A block emptied from its start takes the look of the text that moves up into it.
    model = tail if first != last and not before and not text else head
    if model.tag == "hr" and any(lines):  # a rule holds no text
        model = replace(model, tag="p", style=PLAIN, attributes=())
    draft.blocks[first : last + 1] = [replace(model, inlines=line) for line in lines]


def _marks_at(draft: _Draft, start: int, end: int) -> Marks:
    """The marks new text takes: of what it replaces, else of the character before it."""
    at = start if end > start else max(start - 1, 0)
    index = draft.index(start)
    for first, last, inline in draft.blocks[index].runs():
        base = draft.starts[index]
        if base + first <= at < base + last:
            link = inline.marks.link if end > start else None
            return replace(inline.marks, link=link)
    return Marks()


def _make_list(draft: _Draft, start: int, end: int, tag: str) -> None:
    for index in range(draft.index(end), draft.index(start) - 1, -1):
        block, base = draft.blocks[index], draft.starts[index]
        low, high = max(0, start - base), min(len(block.text), end - base)
        draft.blocks[index : index + 1] = with_list(block, low, high, tag)


def _each_block(draft: _Draft, start: int, end: int, change: Callable[[Block], Block]) -> None:
    for index in range(draft.index(start), draft.index(end) + 1):
        draft.blocks[index] = change(draft.blocks[index])


def _each_inline(draft: _Draft, start: int, end: int, change: Callable[[Inline], Inline]) -> None:
    for index in range(draft.index(start), draft.index(end) + 1):
        block, base = draft.blocks[index], draft.starts[index]
        low, high = max(0, start - base), min(len(block.text), end - base)
        inside = tuple(change(inline) for inline in cut(block, low, high))
        before, after = cut(block, 0, low), cut(block, high, len(block.text))
        draft.blocks[index] = replace(block, inlines=before + inside + after)


def _remarked(inline: Inline, name: str, value: str | bool | None) -> Inline:  # noqa: FBT001 - SetMark's
    if name in FLAGS:
        return replace(inline, marks=inline.marks.flagged(name, on=bool(value)))
    text = value if isinstance(value, str) else None
    return replace(inline, marks=inline.marks.styled(name, text))


def _relinked(inline: Inline, href: str | None) -> Inline:
    old = inline.marks.link
    new = Link(href or "") if old is None else replace(old, href=href or "")
    return replace(inline, marks=replace(inline.marks, link=None if href is None else new))


def _reimaged(inline: Inline, name: str, value: str | None) -> Inline:
    if not isinstance(inline, Image):
        return inline
    if name == "src":
        return replace(inline, src=value or "")
    if name == "alt":
        return replace(inline, alt=value)
    if name == "width":
        return replace(inline, width=value, style=inline.style.replaced(name, None))
    if name == "height":
        return replace(inline, height=value, style=inline.style.replaced(name, None))
    return replace(inline, style=inline.style.replaced(name, value))


def _set_block_style(draft: _Draft, start: int, end: int, name: str, value: str | None) -> None:
    _each_block(draft, start, end, lambda b: replace(b, style=b.style.replaced(name, value)))
    if value is not None:
        return
    cleared: dict[Path, Container] = {}
    for block in draft.blocks[draft.index(start) : draft.index(end) + 1]:
        for depth, container in enumerate(block.path, 1):
            if name in container.style:
                style = container.style.replaced(name, None)
                cleared[block.path[:depth]] = replace(container, style=style)
    if cleared:
        draft.blocks = [replace(b, path=_cleared_path(b.path, cleared)) for b in draft.blocks]


def _cleared_path(path: Path, cleared: dict[Path, Container]) -> Path:
    return tuple(cleared.get(path[:depth], container) for depth, container in enumerate(path, 1))

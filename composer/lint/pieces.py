"""Words of a document as one line that shows what is struck and what is added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from composer.document import Document, Image, Inline, LineBreak, Placeholder
from composer.document.edits import (
    Edit,
    SetBlockStyle,
    SetImage,
    SetLink,
    SetMark,
    SetTag,
    cut,
)
from composer.document.inline import FLAGS, inline_text

CONTEXT = 32
_LONGEST = 60
_OF_IMAGES = ("src", "alt", "width", "height")


class PieceKind(StrEnum):
    """What becomes of a piece."""

    SAME = "same"
    STRUCK = "struck"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a line, and what becomes of them.

    Where they tell a look, `look` is its name and value, "font-size" and "13px".
    """

    text: str
    kind: PieceKind = PieceKind.SAME
    look: tuple[str, str] | None = None


def visible(document: Document, start: int, end: int, *, signs: bool = False) -> str:
    """Return a range as one line: placeholders spelled out, pictures by their words.

    With `signs` a range of nothing but spaces shows each of them.
    """
    first, last = document.block_index(start), document.block_index(end)
    lines = []
    for index in range(first, last + 1):
        block, base = document.blocks[index], document.starts[index]
        runs = cut(block, max(start - base, 0), min(end - base, len(block.text)))
        lines.append("".join(map(_shown, runs)))
    text = "↵".join(lines)
    if signs and not text.replace("↵", "").strip():
        return "".join("␣" if char.isspace() else char for char in text)
    return text


def around(document: Document, position: int, direction: int) -> str:
    """Return the words of the line after (1) or before (-1) `position`, the nearest ones."""
    index = document.block_index(position)
    base = document.starts[index]
    if direction > 0:
        text = visible(document, position, base + len(document.blocks[index].text))
        near = text[:CONTEXT]
        return text if near == text else f"{near.rpartition(' ')[0] or near}…"
    text = visible(document, base, position)
    near = text[-CONTEXT:]
    return text if near == text else f"…{near.partition(' ')[2] or near}"


def look_pieces(document: Document, edits: Sequence[Edit]) -> tuple[Piece, ...]:
    """Return what `edits` that leave the text alone do, behind the words they are about."""
    words = visible(document, edits[0].start, max(edit.end for edit in edits))
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 1].rstrip()}…"
    pieces = [Piece(words)] if words.strip() else []
    seen = set()
    for edit in edits:
        for old, new in _values(document, edit):
            if (old, new) not in seen and old != new:
                seen.add((old, new))
                pieces += [Piece("  ")] if pieces else []
                pieces += _difference(old, new, inside=_is_address(edit))
    return tuple(pieces)


def _shown(inline: Inline) -> str:
    match inline:
        case Placeholder():
            return inline.spelling
        case Image(alt=alt, src=src):
            return f"[{alt or src.rpartition('/')[2]}]"
        case LineBreak():
            return "↵"
        case _:
            return inline_text(inline)


def _values(document: Document, edit: Edit) -> Iterator[tuple[Piece, Piece]]:
    """Yield what the range of `edit` has and what it will have instead."""
    match edit:
        case SetMark() | SetLink() | SetImage():
            for inline in _inlines(document, edit):
                yield _inline_values(inline, edit)
        case SetTag(tag=tag):
            for index in _blocks(document, edit):
                yield Piece(document.blocks[index].tag), Piece(tag)
        case SetBlockStyle(name=name, value=value):
            for index in _blocks(document, edit):
                block = document.blocks[index]
                styles = (block.style, *(container.style for container in block.path))
                old = next((style.get(name) for style in styles if name in style), None)
                yield _declared(name, old), _declared(name, value)


def _inline_values(inline: Inline, edit: SetMark | SetLink | SetImage) -> tuple[Piece, Piece]:
    marks = inline.marks
    if isinstance(edit, SetLink):
        return Piece("" if marks.link is None else marks.link.href), Piece(edit.href or "")
    name, new = edit.name, _declared(edit.name, edit.value)
    if isinstance(edit, SetMark):
        old = getattr(marks, name) if name in FLAGS else marks.style.get(name)
        return _declared(name, old), new
    if not isinstance(inline, Image):
        return Piece(""), Piece("")
    old = getattr(inline, name) if name in _OF_IMAGES else None
    return _declared(name, old or inline.style.get(name)), new


def _is_address(edit: Edit) -> bool:
    return isinstance(edit, SetLink) or (isinstance(edit, SetImage) and edit.name == "src")


def _declared(name: str, value: str | bool | None) -> Piece:  # noqa: FBT001 - SetMark's
    if not value:
        return Piece("")
    if value is True:
        return Piece(name, look=(name, ""))
    return Piece(f"{name}: {value}", look=(name, value))


def _inlines(document: Document, edit: Edit) -> Iterator[Inline]:
    for index in _blocks(document, edit):
        block, base = document.blocks[index], document.starts[index]
        yield from cut(block, max(edit.start - base, 0), min(edit.end - base, len(block.text)))


def _blocks(document: Document, edit: Edit) -> range:
    return range(document.block_index(edit.start), document.block_index(edit.end) + 1)


def _difference(old: Piece, new: Piece, *, inside: bool) -> Iterator[Piece]:
    """Yield what of `old` becomes `new`; `inside` only the characters that differ."""
    if inside and old.text and new.text:
        pieces = _changed_inside(old.text, new.text)
    else:
        pieces = (replace(old, kind=PieceKind.STRUCK), replace(new, kind=PieceKind.ADDED))
    return (piece for piece in pieces if piece.text)


def _changed_inside(old: str, new: str) -> tuple[Piece, ...]:
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    before, after = old[:head], old[len(old) - tail :]
    return (
        Piece(before if len(before) <= CONTEXT else f"…{before[-CONTEXT:]}"),
        Piece(old[head : len(old) - tail], PieceKind.STRUCK),
        Piece(new[head : len(new) - tail], PieceKind.ADDED),
        Piece(after if len(after) <= CONTEXT else f"{after[:CONTEXT]}…"),
    )


def _shared(one: str, other: str) -> int:
    """Return how many leading characters are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))

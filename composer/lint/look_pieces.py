"""What edits that leave the text alone do: the look or the address there was, and what comes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from composer.document import Block, Document, Image, Inline, Text
from composer.document.cutting import cut
from composer.document.edits import (
    Edit,
    SetBlockStyle,
    SetImage,
    SetLink,
    SetMark,
    SetTag,
    apply,
)
from composer.document.inline import FLAGS
from composer.document.used import used_block, used_text
from composer.lint.pieces import Piece, PieceKind, outside, visible

_LONGEST = 60
_EITHER_END = 28  # characters of a long address
_OF_IMAGES = ("src", "alt", "width", "height")
_NORMAL = Piece("normal", look=("normal", ""))


def look_pieces(document: Document, edits: Sequence[Edit], language: str) -> tuple[Piece, ...]:
    """Return what `edits` do in a message in `language`, behind the words they are about."""
    words = visible(document, edits[0].start, max(edit.end for edit in edits))
    if len(words) > _LONGEST:
        words = f"{words[: outside(words, _LONGEST - 1, -1)].rstrip()}…"
    pieces = [Piece(words)] if words.strip() else []
    seen = set()
    for edit in edits:
        for old, new in _values(document, edit, language):
            if (old, new) not in seen and old != new:
                seen.add((old, new))
                pieces += [Piece("  ")] if pieces else []
                pieces += _difference(old, new, inside=_is_address(edit))
    return tuple(pieces)


def _values(document: Document, edit: Edit, language: str) -> Iterator[tuple[Piece, Piece]]:
    """Yield what the range of `edit` has and what it will have instead."""
    match edit:
        case SetMark() | SetLink() | SetImage():
            for block, inline in _inlines(document, edit):
                yield _inline_values(block, inline, edit)
        case SetTag(tag=tag):
            for block in _blocks(document, edit):
                yield Piece(block.tag), Piece(tag)
        case SetBlockStyle(name=name, value=value):
            for block in _blocks(document, edit):
                styles = (block.style, *(container.style for container in block.path))
                old = next((style.get(name) for style in styles if name in style), None)
                new = value or (_bare_look(block, name, language) if old else None)
                yield _declared(name, old), _NORMAL if old and not new else _declared(name, new)


def _inline_values(
    block: Block, inline: Inline, edit: SetMark | SetLink | SetImage
) -> tuple[Piece, Piece]:
    marks = inline.marks
    if isinstance(edit, SetLink):
        return Piece("" if marks.link is None else marks.link.href), Piece(edit.href or "")
    name, new = edit.name, _declared(edit.name, edit.value)
    if isinstance(edit, SetMark):
        old = _declared(name, getattr(marks, name) if name in FLAGS else marks.style.get(name))
        if old.text and not edit.value and name not in FLAGS:
            return old, _without(block, inline, name)
        return old, new
    if not isinstance(inline, Image):
        return Piece(""), Piece("")
    declared = getattr(inline, name) if name in _OF_IMAGES else None
    return _declared(name, declared or inline.style.get(name)), new


def _without(block: Block, inline: Inline, name: str) -> Piece:
    """What comes where `inline` has no `name` of its own any more."""
    bare = replace(inline, marks=inline.marks.styled(name, None))
    if name == "font-size":
        return _declared(name, f"{used_text(block, bare).size:g}px")
    around = (block.style, *(container.style for container in block.path))
    return Piece("") if any(name in style for style in around) else _NORMAL


def _bare_look(block: Block, name: str, language: str) -> str | None:
    """How `block` will lie, or be sized, without a `name` of its own or around it."""
    edit = SetBlockStyle(0, len(block.text), name, None)
    (bare,) = apply(Document((block,)), [edit]).blocks
    if name == "text-align":
        return used_block(bare, language).align
    if name == "font-size":
        return f"{used_text(bare, Text('x')).size:g}px"
    return None


def _declared(name: str, value: str | bool | None) -> Piece:  # noqa: FBT001 - SetMark's
    if not value:
        return Piece("")
    if value is True:
        return Piece(name, look=(name, ""))
    return Piece(f"{name}: {value}", look=(name, value))


def _is_address(edit: Edit) -> bool:
    return isinstance(edit, SetLink) or (isinstance(edit, SetImage) and edit.name == "src")


def _inlines(document: Document, edit: Edit) -> Iterator[tuple[Block, Inline]]:
    first = document.block_index(edit.start)
    for index, block in enumerate(_blocks(document, edit), first):
        base = document.starts[index]
        low, high = max(edit.start - base, 0), min(edit.end - base, len(block.text))
        yield from ((block, inline) for inline in cut(block, low, high))


def _blocks(document: Document, edit: Edit) -> tuple[Block, ...]:
    first, last = document.block_index(edit.start), document.block_index(edit.end)
    return document.blocks[first : last + 1]


def _difference(old: Piece, new: Piece, *, inside: bool) -> Iterator[Piece]:
    """Yield what of `old` becomes `new`; `inside` only the characters that differ."""
    if inside and old.text and new.text:
        pieces = _changed_inside(old.text, new.text)
    else:
        between = Piece(" " if old.text and new.text else "")
        struck, added = replace(old, kind=PieceKind.STRUCK), replace(new, kind=PieceKind.ADDED)
        pieces = (struck, between, added)
    return (piece for piece in pieces if piece.text)


def _changed_inside(old: str, new: str) -> tuple[Piece, ...]:
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return (
        Piece(_elided(old[:head])),
        Piece(old[head : len(old) - tail], PieceKind.STRUCK),
        Piece(new[head : len(new) - tail], PieceKind.ADDED),
        Piece(_elided(old[len(old) - tail :])),
    )


def _elided(text: str) -> str:
    """A part of an address with its ends, which tell where it leads."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_EITHER_END]}…{text[-_EITHER_END:]}"


def _shared(one: str, other: str) -> int:
    """Return how many leading characters are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))

"""The same message in two languages: what has to be in both, whatever the words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from composer.document.block import Block
from composer.document.comparison.alignment import align
from composer.document.comparison.model import Difference, Kind, Piece, Pieces, Row
from composer.document.inline import Image, Inline, Link, Placeholder
from composer.document.model import Document

_KIND_SCORE, _PART_SCORE, _LOST_SCORE, _LENGTH_SCORE = 2.0, 2.0, 0.5, 0.5
_LEAST = 0.1  # any two paragraphs may be translations of each other


@dataclass(frozen=True, slots=True)
class _Part:
    """A placeholder, image or link; addresses differ between stores, so links only count."""

    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    block: Block
    kind: tuple[str, ...]
    parts: Counter[_Part] = field(default_factory=Counter)


def compare_structure(
    left: tuple[Document, Document], right: tuple[Document, Document]
) -> Difference:
    """Return which placeholders, links, images and paragraphs one language has alone."""
    (old_subject, old_body), (new_subject, new_body) = left, right
    subject = _row(_paragraph(old_subject.blocks[0]), _paragraph(new_subject.blocks[0]))
    pairs = align(_paragraphs(old_body), _paragraphs(new_body), _score)
    return Difference(subject, tuple(_row(*pair) for pair in pairs))


def _paragraphs(document: Document) -> Sequence[_Paragraph]:
    return tuple(_paragraph(block) for block in document.blocks)


def _paragraph(block: Block) -> _Paragraph:
    kind = (block.tag, *(each.tag for each in block.path))
    return _Paragraph(block, kind, Counter(part for part, _ in _units(block) if part))


def _units(block: Block) -> Iterator[tuple[_Part | None, tuple[Inline, ...]]]:
    """Yield what has to be at the other side too, with the words that stand for it."""
    before: Link | None = None
    for (link, alone), group in groupby(block.inlines, key=_unit):
        inlines = tuple(group)
        if alone is not None:
            yield from ((alone, (inline,)) for inline in inlines)
        else:
            yield (_Part("link") if link is not None and link != before else None), inlines
        before = link


def _unit(inline: Inline) -> tuple[Link | None, _Part | None]:
    if isinstance(inline, Placeholder):
        return inline.marks.link, _Part("placeholder", inline.name)
    return inline.marks.link, _Part("image") if isinstance(inline, Image) else None


def _score(left: _Paragraph, right: _Paragraph) -> float:
    shared = (left.parts & right.parts).total()
    lost = (left.parts - right.parts).total() + (right.parts - left.parts).total()
    lengths = len(left.block.text) + 1, len(right.block.text) + 1
    score = (
        _KIND_SCORE * (left.kind == right.kind)
        + _PART_SCORE * shared
        - _LOST_SCORE * lost
        + _LENGTH_SCORE * min(lengths) / max(lengths)
    )
    return max(score, _LEAST)


def _row(left: _Paragraph | None, right: _Paragraph | None) -> Row:
    if left is None or right is None:
        here = left or right
        assert here is not None  # noqa: S101 - a row has a side
        pieces = _pieces(here.block, Counter())
        if right is None:
            return Row(Kind.REMOVED, here.block, None, pieces)
        return Row(Kind.ADDED, None, here.block, (), pieces)
    one = _pieces(left.block, left.parts - right.parts)
    other = _pieces(right.block, right.parts - left.parts)
    kind = Kind.SAME if left.kind == right.kind else Kind.LOOK
    if left.parts != right.parts:
        kind = Kind.CHANGED
    return Row(kind, left.block, right.block, one, other)


def _pieces(block: Block, alone: Counter[_Part]) -> Pieces:
    """Mark the last of each part that the other side has too few of: the first are the pairs."""
    made: list[Piece] = []
    left = Counter(alone)
    for part, inlines in reversed(list(_units(block))):
        marked = part is not None and left[part] > 0
        if part is not None and marked:
            left[part] -= 1
        made += [Piece(inline, marked) for inline in reversed(inlines)]
    return tuple(reversed(made))

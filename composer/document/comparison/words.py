"""Two versions of a message, word by word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from composer.document.block import Block
from composer.document.comparison.alignment import Pair, align, in_order, likeness
from composer.document.comparison.model import Difference, Kind, Piece, Pieces, Row
from composer.document.comparison.shortest import Effort, Match, matches
from composer.document.comparison.tokens import Key, Token, tokens
from composer.document.inline import Marks, Text
from composer.document.model import Document

# Steps for one comparison, about a second at most: beyond them whole paragraphs are marked.
MOST_STEPS = 2_000_000
# Paragraphs with less in common are no versions of each other.
LEAST_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class _Paragraph:
    block: Block
    tokens: tuple[Token, ...]
    keys: tuple[Key, ...]
    words: Counter[str]


def compare_words(left: tuple[Document, Document], right: tuple[Document, Document]) -> Difference:
    """Return what differs between two messages, each its subject and its body."""
    effort = Effort(MOST_STEPS)
    (old_subject, old_body), (new_subject, new_body) = left, right
    subject = _row(_paragraph(old_subject.blocks[0]), _paragraph(new_subject.blocks[0]), effort)
    pairs = _pairs(_paragraphs(old_body), _paragraphs(new_body), effort)
    return Difference(subject, tuple(_row(*pair, effort) for pair in pairs))


def _paragraphs(document: Document) -> tuple[_Paragraph, ...]:
    return tuple(_paragraph(block) for block in document.blocks)


def _paragraph(block: Block) -> _Paragraph:
    found = tokens(block)
    keys = tuple(token.key for token in found)
    if block.tag == "hr":
        keys = (("rule",),)
    words = Counter("\x1f".join(token.key) for token in found if token.is_word)
    return _Paragraph(block, found, keys, words)


def _pairs(
    left: Sequence[_Paragraph], right: Sequence[_Paragraph], effort: Effort
) -> Iterator[Pair[_Paragraph]]:
    kept = matches([it.keys for it in left], [it.keys for it in right], effort)
    row = column = 0
    for match in (*kept, Match(len(left), len(right), 0)):
        yield from _changed_pairs(left[row : match.left], right[column : match.right])
        row, column = match.left + match.length, match.right + match.length
        yield from zip(left[match.left : row], right[match.right : column], strict=True)


def _changed_pairs(
    left: Sequence[_Paragraph], right: Sequence[_Paragraph]
) -> Iterator[Pair[_Paragraph]]:
    """Pair what is alike; what is left over between stands in the same rows, in order."""

    def score(one: _Paragraph, other: _Paragraph) -> float:
        found = likeness(one.words, other.words)
        return found if found >= LEAST_ALIKE else 0.0

    aligned = align(left, right, score)
    for alike, group in groupby(aligned, key=lambda pair: None not in pair):
        pairs = list(group)
        if alike:
            yield from pairs
        else:
            ones = [one for one, _ in pairs if one is not None]
            others = [other for _, other in pairs if other is not None]
            yield from in_order(ones, others)


def _row(left: _Paragraph | None, right: _Paragraph | None, effort: Effort) -> Row:
    if left is None:
        assert right is not None  # noqa: S101 - a row has a side
        return Row(Kind.ADDED, None, right.block, (), _pieces(right.tokens, marked=True))
    if right is None:
        return Row(Kind.REMOVED, left.block, None, _pieces(left.tokens, marked=True))
    if left.keys == right.keys:
        same = _look(left.block) == _look(right.block)
        return Row(
            Kind.SAME if same else Kind.LOOK,
            left.block,
            right.block,
            _pieces(left.tokens),
            _pieces(right.tokens),
        )
    alike = likeness(left.words, right.words) >= LEAST_ALIKE
    kept = matches(left.keys, right.keys, effort) if alike else ()
    kept = tuple(_worth_showing(kept, left.tokens, right.tokens))
    return Row(
        Kind.CHANGED,
        left.block,
        right.block,
        _marked(left.tokens, ((match.left, match.length) for match in kept)),
        _marked(right.tokens, ((match.right, match.length) for match in kept)),
    )


def _worth_showing(
    kept: Sequence[Match], left: Sequence[Token], right: Sequence[Token]
) -> Iterator[Match]:
    """Leave out a lone space or full stop between two changes: it only tears them apart."""
    for match in kept:
        ends = match.left + match.length, match.right + match.length
        inside = match.left and match.right and ends[0] < len(left) and ends[1] < len(right)
        words = sum(it.is_word for it in left[match.left : ends[0]])
        if words or not inside:
            yield match


def _look(block: Block) -> object:
    """What of a block may differ while its words are the same; places in their parents do not."""
    path = tuple((each.tag, each.style, each.attributes) for each in block.path)
    return block.tag, block.inlines, block.style, block.attributes, path


def _marked(found: Sequence[Token], kept: Iterable[tuple[int, int]]) -> Pieces:
    unmarked = {place for start, length in kept for place in range(start, start + length)}
    return _joined(Piece(it.inline, n not in unmarked) for n, it in enumerate(found))


def _pieces(found: Iterable[Token], *, marked: bool = False) -> Pieces:
    return _joined(Piece(token.inline, marked) for token in found)


def _joined(pieces: Iterable[Piece]) -> Pieces:
    """Return `pieces` with neighbouring text of one look joined."""
    made: list[Piece] = []
    for (marks, marked), group in groupby(pieces, key=lambda it: (_text_marks(it), it.marked)):
        if marks is None:
            made += group
            continue
        words = "".join(it.inline.text for it in group if isinstance(it.inline, Text))
        made.append(Piece(Text(words, marks), marked))
    return tuple(made)


def _text_marks(piece: Piece) -> Marks | None:
    return piece.inline.marks if isinstance(piece.inline, Text) else None

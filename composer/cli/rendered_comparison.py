"""Two readings of one message beside one another: where our used styles are not the browser's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from composer.cli.rendered_pieces import ImagePiece, Insets, Piece, TextPiece
from composer.cli.text_alignment import aligned

SIZE_WITHIN = 0.5  # px
HEIGHT_WITHIN = 0.5  # px
CHANNEL_WITHIN = 2  # of 255: blending rounds
SHARE_WITHIN = 0.01
NOT_RESOLVED = "reported as not resolved"
FOR_WINDOWS = "style rules for some windows only"
_EXCERPT = 60

TEXT_PROPERTIES = ("size", "family", "color", "line-height", "alignment")
"""What a run of text must agree in."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One property of one piece that we tell otherwise than the browser."""

    text: str
    property: str
    ours: str
    rendered: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many agree; `known` are those of them that our side claims to know."""

    pieces: int = 0
    known: int = 0
    agreeing: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.pieces + other.pieces, self.known + other.known, self.agreeing + other.agreeing
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing: `counts` by property, ``text`` for whole runs of text."""

    counts: dict[str, Count]
    differences: tuple[Difference, ...]


def compare(ours: Sequence[Piece], rendered: Sequence[Piece]) -> Comparison:
    """Compare our pieces with the browser's; text is split where either side splits it."""
    counts: dict[str, Count] = {}
    differences: list[Difference] = []
    for text, mine, theirs in _pairs(ours, rendered):
        if not _either_seen(mine, theirs):
            continue
        found = list(_differences(text, mine, theirs))
        differences += found
        for name, count in _counted(mine, theirs, {difference.property for difference in found}):
            counts[name] = counts.get(name, Count()) + count
    return Comparison(counts, tuple(differences))


_Pair = tuple[str, Piece | None, Piece | None]


def _either_seen(mine: Piece | None, theirs: Piece | None) -> bool:
    return any(piece is not None and piece.seen for piece in (mine, theirs))


def _counted(
    mine: Piece | None, theirs: Piece | None, wrong: set[str]
) -> Iterator[tuple[str, Count]]:
    if isinstance(mine or theirs, ImagePiece):
        known = isinstance(mine, ImagePiece) and mine.share is not None
        yield "image", Count(1, known, known and not wrong)
        return
    for name in TEXT_PROPERTIES:
        yield name, Count(1, 1, not wrong & {name, "text"})
    yield "text", Count(1, 1, not wrong - {"inset"})
    known = isinstance(mine, TextPiece) and mine.insets is not None
    yield "inset", Count(1, known, known and not wrong & {"inset", "text"})


def _differences(text: str, mine: Piece | None, theirs: Piece | None) -> Iterator[Difference]:
    if mine is None or theirs is None or mine.seen != theirs.seen:
        kind, reason = _kind(mine or theirs), _reason(theirs)
        yield Difference(_excerpt(text), kind, _presence(mine), _presence(theirs), reason)
    elif isinstance(mine, ImagePiece) and isinstance(theirs, ImagePiece):
        if mine.share is not None and not _near(mine.share, theirs.share or 0.0, SHARE_WITHIN):
            shares = _share(mine.share), _share(theirs.share or 0.0)
            yield Difference(mine.alt or theirs.alt, "image", *shares, _reason(theirs))
    elif isinstance(mine, TextPiece) and isinstance(theirs, TextPiece):
        for name, own, other in _unlike(mine, theirs):
            reason = NOT_RESOLVED if name in _not_resolved(mine) else _reason(theirs)
            yield Difference(_excerpt(text), name, own, other, reason)


def _reason(theirs: Piece | None) -> str:
    return FOR_WINDOWS if theirs is not None and theirs.conditional else ""


def _not_resolved(mine: TextPiece) -> set[str]:
    names = {"font-size": "size", "font-family": "family"}
    return {names.get(name, name) for name in mine.unknown}


def _unlike(mine: TextPiece, theirs: TextPiece) -> Iterator[tuple[str, str, str]]:
    if not _near(mine.size, theirs.size, SIZE_WITHIN):
        yield "size", f"{mine.size:g}px", f"{theirs.size:g}px"
    if mine.family != theirs.family:
        yield "family", ", ".join(mine.family), ", ".join(theirs.family)
    if not _alike(mine.color, theirs.color):
        yield "color", mine.color, theirs.color
    if not _same_height(mine.line_height, theirs.line_height):
        yield "line-height", _height(mine.line_height), _height(theirs.line_height)
    if mine.align != theirs.align:
        yield "alignment", mine.align, theirs.align
    if mine.insets is not None and theirs.insets is not None:
        sides = zip(_both(mine.insets), _both(theirs.insets), strict=True)
        if not all(_near(own, other, SHARE_WITHIN) for own, other in sides):
            yield "inset", _insets(mine.insets), _insets(theirs.insets)


def _near(one: float, other: float, within: float) -> bool:
    return abs(one - other) <= within + 1e-6


def _same_height(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return _near(one, other, HEIGHT_WITHIN)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    except ValueError:
        return False
    return all(_near(own, their, CHANNEL_WITHIN) for own, their in pairs)


def _both(insets: Insets) -> tuple[float, float]:
    return insets.left, insets.right


def _insets(insets: Insets) -> str:
    return f"{_share(insets.left)} / {_share(insets.right)}"


def _share(share: float) -> str:
    return f"{share:.1%}"


def _height(height: float | None) -> str:
    return "normal" if height is None else f"{height:g}px"


def _kind(piece: Piece | None) -> str:
    return "image" if isinstance(piece, ImagePiece) else "text"


def _presence(piece: Piece | None) -> str:
    if piece is None:
        return "not there"
    return "seen" if piece.seen else "hidden"


def _excerpt(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _EXCERPT else flat[: _EXCERPT - 1] + "…"


def _pairs(ours: Sequence[Piece], rendered: Sequence[Piece]) -> Iterator[_Pair]:
    """Yield the stretches of text and the images, each with its piece on both sides.

    What is not a space is the same on both sides and in the same order, but for what only one of
    them has.
    """
    (mine, own_places), (theirs, other_places) = _characters(ours), _characters(rendered)
    stretch: list[tuple[_Place | None, _Place | None]] = []
    for _, at, at_other in aligned(mine, theirs):
        own = own_places[at] if at >= 0 else None
        other = other_places[at_other] if at_other >= 0 else None
        if stretch and not _goes_on(stretch[-1], (own, other)):
            yield _pair(stretch, ours, rendered)
            stretch = []
        stretch.append((own, other))
    if stretch:
        yield _pair(stretch, ours, rendered)


_Place = tuple[int, int]  # number of a piece, and a position in its text


def _goes_on(
    before: tuple[_Place | None, _Place | None], now: tuple[_Place | None, _Place | None]
) -> bool:
    return all((old and old[0]) == (new and new[0]) for old, new in zip(before, now, strict=True))


def _pair(
    stretch: list[tuple[_Place | None, _Place | None]],
    ours: Sequence[Piece],
    rendered: Sequence[Piece],
) -> _Pair:
    (own, other), (own_last, other_last) = stretch[0], stretch[-1]
    mine = ours[own[0]] if own else None
    theirs = rendered[other[0]] if other else None
    if mine is not None and own and own_last:
        return mine.text[own[1] : own_last[1] + 1], mine, theirs
    text = theirs.text if theirs is not None else ""
    return text[other[1] : other_last[1] + 1] if other and other_last else text, mine, theirs


def _characters(pieces: Sequence[Piece]) -> tuple[str, list[_Place]]:
    """All characters but spaces, and where each of them stands."""
    places = [
        (number, at)
        for number, piece in enumerate(pieces)
        for at, char in enumerate(piece.text)
        if not char.isspace()
    ]
    return "".join(pieces[number].text[at] for number, at in places), places

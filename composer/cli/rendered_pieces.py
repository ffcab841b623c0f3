"""The text runs and images of a message with their used values, as we and as a browser tell them.

Both sides become the same kind of piece, in the order of the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from composer.document.block import Block
from composer.document.html.reader import HtmlReading
from composer.document.inline import Image, Text
from composer.document.used import single_columns, used_block, used_image, used_text
from composer.document.used.colors import WHITE, Color, parse_color
from composer.document.used.direction import RTL, language_direction

FAMILY, LINK_COLOR, TEXT_COLOR = "arial", "#0000ee", "#000000"
"""What the engine draws text and links with where the message does not say it."""
OBJECT = "\ufffc"
_LEFT_OVER = 0.005
# Words in a box of their own: how far they are set in is not how far their block is.
_APART = frozenset({"display", "float", "position"})
_LANGUAGE_OF = {"rtl": "ar", "ltr": "en"}


@dataclass(frozen=True, slots=True)
class Insets:
    """How far the content of a block is set in, as fractions of the message width."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A run of text.

    Lengths are in px, `family` is in lower case without quotes. `line_height` is None for what the
    font asks for, `insets` where they are not known. `unknown` names what was not resolved.
    `conditional` says that style rules for some windows only hold in this one.
    """

    text: str
    seen: bool
    size: float
    family: tuple[str, ...]
    color: str
    line_height: float | None
    align: str
    insets: Insets | None
    unknown: tuple[str, ...] = ()
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class ImagePiece:
    """An image; `share` is its width as a fraction of the message's, None where it is not known."""

    alt: str
    seen: bool
    share: float | None
    conditional: bool = False

    @property
    def text(self) -> str:
        """One character stands for an image."""
        return OBJECT


Piece = TextPiece | ImagePiece


def direction_of(reading: HtmlReading) -> str:
    """Return the direction of a message: what it says, else that of its language."""
    if reading.dir is not None and reading.dir.strip().lower() in _LANGUAGE_OF:
        return reading.dir.strip().lower()
    return language_direction(reading.lang or "en")


def used_pieces(reading: HtmlReading) -> Iterator[Piece]:
    """Yield the pieces of a message as our own used styles have them."""
    language = _LANGUAGE_OF[direction_of(reading)]
    columns = single_columns(reading.document)
    for block in reading.document.blocks:
        lines = used_block(block, language, columns)
        # A box narrower than its room leaves some at a side, which no inset stands for.
        filled = lines.inset_left + lines.width + lines.inset_right > 1 - _LEFT_OVER
        known = filled and not lines.unknown
        insets = Insets(lines.inset_left, lines.inset_right) if known else None
        for _, _, inline in block.runs():
            if isinstance(inline, Text):
                apart = _APART.isdisjoint(name for name, _ in inline.marks.style)
                yield _text_piece(block, inline, lines.align, insets if apart else None)
            elif isinstance(inline, Image):
                used = used_image(block, inline)
                seen = not used_text(block, inline).hidden
                yield ImagePiece(inline.alt or "", seen, used.width if used.known else None)


def _text_piece(block: Block, inline: Text, align: str, insets: Insets | None) -> TextPiece:
    used = used_text(block, inline)
    return TextPiece(
        text=inline.text,
        seen=not used.hidden,
        size=used.size,
        family=_families(used.family or FAMILY),
        color=used.color or (LINK_COLOR if inline.marks.link else TEXT_COLOR),
        line_height=used.line_height,
        align=align,
        insets=insets,
        unknown=used.unknown,
    )


def rendered_pieces(answer: object) -> Iterator[Piece]:
    """Yield the pieces of a message as the measuring script found them."""
    for found in _rows(answer):
        if "image" in found:
            yield ImagePiece(
                alt=str(found["alt"]),
                seen=bool(found["seen"]),
                share=_number(found["share"]),
                conditional=bool(found["conditional"]),
            )
        else:
            yield _measured(found)


def _measured(found: dict[str, object]) -> TextPiece:
    backgrounds = found["backgrounds"]
    layers = backgrounds if isinstance(backgrounds, list) else []
    return TextPiece(
        text=str(found["text"]),
        seen=bool(found["seen"]),
        size=_number(found["size"]) or 0.0,
        family=_families(str(found["family"])),
        color=_seen_color(str(found["color"]), [str(color) for color in layers]),
        line_height=_number(found["lineHeight"]),
        align=_side(str(found["align"]), str(found["direction"])),
        insets=Insets(
            *(min(max(_number(found[side]) or 0.0, 0.0), 1.0) for side in ("left", "right"))
        ),
        conditional=bool(found["conditional"]),
    )


def _rows(answer: object) -> Iterator[dict[str, object]]:
    if not isinstance(answer, list):
        raise TypeError("the measuring script did not answer with a list")
    yield from answer


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _families(value: str) -> tuple[str, ...]:
    names = (part.strip().strip("\"'") for part in value.split(","))
    return tuple(" ".join(name.lower().split()) for name in names if name)


def _seen_color(color: str, backgrounds: list[str]) -> str:
    back: Color = WHITE
    for name in backgrounds:
        layer = parse_color(name)
        back = layer.over(back) if layer is not None else back
    found = parse_color(color)
    return color if found is None else found.over(back).hex


def _side(align: str, direction: str) -> str:
    starts, ends = ("right", "left") if direction == RTL else ("left", "right")
    return {"start": starts, "end": ends}.get(align, align.removeprefix("-webkit-"))

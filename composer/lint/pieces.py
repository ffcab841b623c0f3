"""Words of a document as one line that shows what is struck and what is added."""

from dataclasses import dataclass
from enum import StrEnum

from composer.document import Document, Image, Inline, LineBreak, Placeholder
from composer.document.cutting import cut
from composer.document.inline import inline_text
from composer.document.placeholders import CANONICAL

CONTEXT = 32


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


def visible(document: Document, start: int, end: int, *, struck: bool = False) -> str:
    """Return a range as one line: placeholders by name, pictures by their words.

    What is `struck` shows how a placeholder is spelled, and each space where there is nothing else.
    """
    first, last = document.block_index(start), document.block_index(end)
    lines = []
    for index in range(first, last + 1):
        block, base = document.blocks[index], document.starts[index]
        runs = cut(block, max(start - base, 0), min(end - base, len(block.text)))
        lines.append("".join([_shown(run, struck=struck) for run in runs]))
    text = "↵".join(lines)
    if struck and not text.replace("↵", "").strip():
        return "".join("␣" if char.isspace() else char for char in text)
    return text


def around(document: Document, position: int, direction: int) -> str:
    """Return the words of the line after (1) or before (-1) `position`, the nearest ones."""
    index = document.block_index(position)
    base = document.starts[index]
    if direction > 0:
        text = visible(document, position, base + len(document.blocks[index].text))
        near = text[: outside(text, CONTEXT, -1)]
        return text if near == text else f"{near.rpartition(' ')[0] or near}…"
    text = visible(document, base, position)
    near = text[outside(text, max(len(text) - CONTEXT, 0), 1) :]
    return text if near == text else f"…{near.partition(' ')[2] or near}"


def outside(text: str, at: int, direction: int) -> int:
    """Return `at`, or where a placeholder that it is in ends (1) or starts (-1)."""
    for match in CANONICAL.find(text):
        if match.start < at < match.end:
            return match.end if direction > 0 else match.start
    return at


def _shown(inline: Inline, *, struck: bool) -> str:
    match inline:
        case Placeholder(name=name):
            return inline.spelling if struck else Placeholder(name).spelling
        case Image(alt=alt, src=src):
            return f"[{alt or src.rpartition('/')[2]}]"
        case LineBreak():
            return "↵"
        case _:
            return inline_text(inline)

"""What a change shows of itself, in words: "13 px", "centred", and placeholders by name."""

import re
from collections.abc import Iterator

from composer.document import Placeholder
from composer.document.placeholders import CANONICAL
from composer.gui.editor.objects import words_of
from composer.gui.words.text import english, tr_
from composer.lint.pieces import Piece, PieceKind

_SIZE = re.compile(r"(-?[\d.]+)([a-z]+)", re.IGNORECASE)
_BY_ITSELF = frozenset({"font-size", "text-align"})  # the value alone tells what it is


def piece_words(piece: Piece) -> str:
    """Return what stands for `piece` on screen."""
    return "".join(words for words, _ in piece_runs(piece))


def piece_runs(piece: Piece) -> Iterator[tuple[str, bool]]:
    """Yield what stands for `piece` on screen, and whether that is the name of a placeholder.

    What another tool spells its own way is shown so where it goes.
    """
    if piece.look is not None:
        yield _look_words(*piece.look), False
        return
    position = 0
    for match in CANONICAL.find(piece.text):
        if piece.kind is PieceKind.STRUCK and match.source is not None:
            continue
        if piece.text[position : match.start]:
            yield piece.text[position : match.start], False
        yield words_of(Placeholder(match.name)), True
        position = match.end
    if piece.text[position:]:
        yield piece.text[position:], False


def _look_words(name: str, value: str) -> str:
    if not value:
        return _word(f"look.{name}", name)
    value = _SIZE.sub(r"\1 \2", _word(f"look.{value}", value))
    if name in _BY_ITSELF:
        return value
    return tr_("look.of", name=_word(f"look.name.{name}", name.replace("-", " ")), value=value)


def _word(key: str, otherwise: str) -> str:
    return tr_(key) if key in english() else otherwise

"""What a change says of looks, in words: "13 px" and "centred"."""

import re

from composer.gui.words.text import english, tr_
from composer.lint.pieces import Piece

_SIZE = re.compile(r"(-?[\d.]+)([a-z]+)", re.IGNORECASE)
_BY_ITSELF = frozenset({"font-size", "text-align"})  # the value alone tells what it is


def piece_words(piece: Piece) -> str:
    """Return what stands for `piece` on screen."""
    if piece.look is None:
        return piece.text
    name, value = piece.look
    if not value:
        return _word(f"look.{name}", name)
    value = _SIZE.sub(r"\1 \2", _word(f"look.{value}", value))
    if name in _BY_ITSELF:
        return value
    return tr_("look.of", name=_word(f"look.name.{name}", name.replace("-", " ")), value=value)


def _word(key: str, otherwise: str) -> str:
    return tr_(key) if key in english() else otherwise

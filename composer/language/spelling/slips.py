"""One slip of the finger: a letter too many, missing, wrong or in the wrong place."""

from collections.abc import Callable

_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"


def is_slip(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether one slip away from `word` there is a known word; if not, it is likely a name."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    near = {head + tail[1:] for head, tail in cuts if tail}
    near |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    near |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    near |= {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    return any(map(knows, near - {word}))

"""One slip of the finger: a letter too many, missing, wrong or in the wrong place."""

from collections.abc import Callable, Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"


def one_slip_away(word: str, knows: Callable[[str], bool]) -> Iterator[str]:
    """Yield the known words that are one slip away from `word`."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    near = {head + tail[1:] for head, tail in cuts if tail}
    near |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    near |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    near |= {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    return filter(knows, sorted(near - {word}))

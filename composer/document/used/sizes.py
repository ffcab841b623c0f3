"""Font sizes: what a declaration makes of the parent's size (CSS Fonts 4, section 2.5)."""

from dataclasses import dataclass
from functools import lru_cache

from composer.document.css_values import Length, parse_length

BASE = 16.0
SMALLER = 1 / 1.2
LARGER = 1.2
MONOSPACE = "monospace"
# Browsers draw text in the plain `monospace` family smaller, unless its size is a length.
_MONOSPACE_FACTOR = 13 / 16

_KEYWORDS = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": BASE,
    "initial": BASE,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
    "xxx-large": 48.0,
}
_MONOSPACE = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 12.0,
    "medium": 13.0,
    "initial": 13.0,
    "large": 16.0,
    "x-large": 20.0,
    "xx-large": 26.0,
    "xxx-large": 39.0,
}
"""Keywords in text that is plain monospace."""
_RELATIVE = {"smaller": SMALLER, "larger": LARGER}
_EM = {"em": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5}


@dataclass(frozen=True, slots=True)
class Size:
    """A font size in px; not known where it was not resolved.

    It is `absolute` where a length set it, and a `keyword` where one did, or nothing did.
    """

    px: float = BASE
    absolute: bool = False
    known: bool = True
    keyword: str = ""

    def scaled(self, factor: float) -> "Size":
        """Return this size multiplied."""
        return self if factor == 1 else Size(self.px * factor, self.absolute, self.known)


@lru_cache(maxsize=4096)
def declared_size(value: str, parent: Size) -> Size | None:
    """Return the size that `value` gives under `parent`, or None where CSS ignores the value.

    What depends on the window or on a calculation gives the parent's size, not known.
    """
    unresolved = Size(parent.px, parent.absolute, known=False)
    if value in _KEYWORDS:
        return Size(_KEYWORDS[value], keyword=value)
    if value in _RELATIVE:
        return parent.scaled(_RELATIVE[value])
    length = parse_length(value)
    if length is None:
        return unresolved if "(" in value else None
    return _of_length(length, parent) or (unresolved if _is_window(length) else None)


def _of_length(length: Length, parent: Size) -> Size | None:
    if length.value < 0:
        return None
    if length.px is not None:
        return Size(length.px, absolute=True)
    if length.unit == "rem":
        return Size(BASE * length.value, absolute=True)
    factor = _EM.get(length.unit)
    return None if factor is None else parent.scaled(length.value * factor)


def _is_window(length: Length) -> bool:
    return bool(length.unit) and length.value > 0


def family_size(size: Size, before: str | None, after: str | None) -> Size:
    """Return `size` as it changes where the family becomes plain monospace, or stops being it."""
    if size.keyword in _MONOSPACE:
        sizes = _MONOSPACE if (after or "").lower() == MONOSPACE else _KEYWORDS
        return Size(sizes[size.keyword], size.absolute, size.known, size.keyword)
    was, is_ = ((name or "").lower() == MONOSPACE for name in (before, after))
    if was == is_ or size.absolute:
        return size
    return size.scaled(_MONOSPACE_FACTOR if is_ else 1 / _MONOSPACE_FACTOR)

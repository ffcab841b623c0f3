"""Whether an element hides its content, by any of the ways that emails use."""

from functools import lru_cache

from composer.document.css_values import parse_length
from composer.document.style import Style

_CLIPPED = frozenset({"hidden", "clip"})


@lru_cache(maxsize=4096)
def hides(style: Style) -> bool:
    """Whether an element with this style shows nothing, whatever stands in it."""
    if not style:
        return False
    if style.get("display") == "none":
        return True
    if _is_zero(style.get("opacity")):
        return True
    clipped = any((style.get(name) or "") in _CLIPPED for name in _OVERFLOW)
    return clipped and any(_is_zero(style.get(name)) for name in _EXTENTS)


def hides_in_word(style: Style) -> bool:
    """Whether Word, and so Outlook, shows nothing of an element that others may show."""
    return hides(style) or style.get("mso-hide") in {"all", "yes"}


_OVERFLOW = ("overflow", "overflow-x", "overflow-y")
_EXTENTS = ("max-height", "height", "max-width", "width")


def _is_zero(value: str | None) -> bool:
    length = parse_length(value) if value else None
    return length is not None and length.value == 0

"""Lengths of boxes in px, with whether a percentage decides them."""

from dataclasses import dataclass

from composer.document.css_values import parse_length
from composer.document.used.sizes import BASE


@dataclass(frozen=True, slots=True)
class Extent:
    """A length in px; `relative` where it is a share of the message's width."""

    px: float = 0.0
    relative: bool = False


NONE = Extent()


def extent(value: str, *, size: float, whole: float) -> Extent | None:
    """Return what a CSS length is in px, or None for keywords and what is not resolved.

    `size` is the font size and `whole` what a percentage is a share of, both in px.
    """
    length = parse_length(value)
    if length is None:
        return None
    if length.px is not None:
        return Extent(length.px)
    factors = {"em": size, "rem": BASE, "ex": size / 2, "ch": size / 2}
    if length.unit == "%":
        return Extent(whole * length.value / 100, relative=True)
    return Extent(length.value * factors[length.unit]) if length.unit in factors else None


def attribute_extent(value: str, whole: float) -> Extent | None:
    """Return what a ``width`` attribute is in px: a number that ``%`` or junk may follow."""
    digits = ""
    text = value.strip()
    for char in text:
        if not (char.isascii() and char.isdigit()) and (char != "." or "." in digits):
            break
        digits += char
    if not digits.strip("."):
        return None
    number = float(digits)
    if text[len(digits) :].startswith("%"):
        return Extent(whole * number / 100, relative=True)
    return Extent(number)


def is_unresolved(value: str | None) -> bool:
    """Whether `value` is a length that only a browser could resolve."""
    if value is None:
        return False
    length = parse_length(value)
    return "(" in value or (length is not None and length.unit.startswith(("v", "s", "l", "d")))

"""CSS colours: parsed, laid over one another, and written as ``#rrggbb``."""

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache

from composer.document.color_names import NAMED
from composer.document.css import split_values
from composer.document.css_values import Length, parse_length


@dataclass(frozen=True, slots=True)
class Color:
    """Red, green, blue from 0 to 255, and alpha from 0 to 1."""

    red: int
    green: int
    blue: int
    alpha: float = 1.0

    @property
    def hex(self) -> str:
        """The colour as ``#rrggbb``; alpha is left out."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    def over(self, back: "Color") -> "Color":
        """Return the opaque colour seen where this one lies over `back`."""
        if self.alpha >= 1:
            return self
        mixed = (
            round(own * self.alpha + other * (1 - self.alpha))
            for own, other in zip(self.channels, back.channels, strict=True)
        )
        red, green, blue = mixed
        return Color(red, green, blue)

    @property
    def channels(self) -> tuple[int, int, int]:
        """Red, green and blue."""
        return self.red, self.green, self.blue


_ANGLES = {"deg": 1.0, "grad": 0.9, "rad": 57.29577951308232, "turn": 360.0}
BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


@lru_cache(maxsize=1024)
def parse_color(value: str) -> Color | None:
    """Return the colour `value` names, or None where it is no colour or not resolved here.

    Understands names, hexadecimal, ``rgb()`` and ``hsl()`` with or without alpha (CSS Color 4).
    """
    word = value.strip().lower()
    if word == "transparent":
        return Color(0, 0, 0, 0.0)
    if word.startswith("#") or word in NAMED:
        return _from_hex(NAMED.get(word, word[1:]))
    function, bracket, rest = word.partition("(")
    if not bracket or not rest.endswith(")"):
        return None
    parts = [part for part in split_values(rest[:-1]) if part not in {",", "/"}]
    name = function.removesuffix("a")
    numbers = [parse_length(part) for part in (*map(_degrees, parts[:1]), *parts[1:])]
    return _from_function(name, [number for number in numbers if number is not None])


def _degrees(angle: str) -> str:
    """An angle in degrees as a bare number; anything else as it is (CSS Values 4, section 7.1)."""
    for unit, degrees in _ANGLES.items():
        number = angle.removesuffix(unit)
        if number != angle and (length := parse_length(number)) is not None:
            return f"{length.value * degrees:.6f}"
    return angle


def _from_function(name: str, numbers: list[Length]) -> Color | None:
    if len(numbers) not in {3, 4} or name not in {"rgb", "hsl"}:
        return None
    alpha = _share(numbers[3], 1) if len(numbers) == 4 else 1.0
    if name == "rgb":
        red, green, blue = (_share(number, 255) for number in numbers[:3])
    else:
        lightness, saturation = _share(numbers[2], 100), _share(numbers[1], 100)
        red, green, blue = colorsys.hls_to_rgb(numbers[0].value / 360 % 1, lightness, saturation)
    return Color(round(255 * red), round(255 * green), round(255 * blue), alpha)


def _from_hex(digits: str) -> Color | None:
    if not re.fullmatch("(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", digits):
        return None
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return Color(red, green, blue, int(digits[6:], 16) / 255 if digits[6:] else 1.0)


def _share(length: Length, whole: float) -> float:
    return min(max(length.value / (100 if length.unit == "%" else whole), 0.0), 1.0)

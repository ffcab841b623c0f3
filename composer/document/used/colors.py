"""CSS colours: parsed, laid over one another, and written as ``#rrggbb``."""

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache

from composer.document.css import split_values
from composer.document.css_values import Length, parse_length

# CSS Color 4, section 6.1.
_NAMED = dict(
    pair.split()
    for pair in """
aliceblue f0f8ff, antiquewhite faebd7, aqua 00ffff, aquamarine 7fffd4, azure f0ffff,
beige f5f5dc, bisque ffe4c4, black 000000, blanchedalmond ffebcd, blue 0000ff,
blueviolet 8a2be2, brown a52a2a, burlywood deb887, cadetblue 5f9ea0, chartreuse 7fff00,
chocolate d2691e, coral ff7f50, cornflowerblue 6495ed, cornsilk fff8dc, crimson dc143c,
cyan 00ffff, darkblue 00008b, darkcyan 008b8b, darkgoldenrod b8860b, darkgray a9a9a9,
darkgreen 006400, darkgrey a9a9a9, darkkhaki bdb76b, darkmagenta 8b008b,
darkolivegreen 556b2f, darkorange ff8c00, darkorchid 9932cc, darkred 8b0000,
darksalmon e9967a, darkseagreen 8fbc8f, darkslateblue 483d8b, darkslategray 2f4f4f,
darkslategrey 2f4f4f, darkturquoise 00ced1, darkviolet 9400d3, deeppink ff1493,
deepskyblue 00bfff, dimgray 696969, dimgrey 696969, dodgerblue 1e90ff, firebrick b22222,
floralwhite fffaf0, forestgreen 228b22, fuchsia ff00ff, gainsboro dcdcdc, ghostwhite f8f8ff,
gold ffd700, goldenrod daa520, gray 808080, green 008000, greenyellow adff2f, grey 808080,
honeydew f0fff0, hotpink ff69b4, indianred cd5c5c, indigo 4b0082, ivory fffff0, khaki f0e68c,
lavender e6e6fa, lavenderblush fff0f5, lawngreen 7cfc00, lemonchiffon fffacd,
lightblue add8e6, lightcoral f08080, lightcyan e0ffff, lightgoldenrodyellow fafad2,
lightgray d3d3d3, lightgreen 90ee90, lightgrey d3d3d3, lightpink ffb6c1, lightsalmon ffa07a,
lightseagreen 20b2aa, lightskyblue 87cefa, lightslategray 778899, lightslategrey 778899,
lightsteelblue b0c4de, lightyellow ffffe0, lime 00ff00, limegreen 32cd32, linen faf0e6,
magenta ff00ff, maroon 800000, mediumaquamarine 66cdaa, mediumblue 0000cd,
mediumorchid ba55d3, mediumpurple 9370db, mediumseagreen 3cb371, mediumslateblue 7b68ee,
mediumspringgreen 00fa9a, mediumturquoise 48d1cc, mediumvioletred c71585,
midnightblue 191970, mintcream f5fffa, mistyrose ffe4e1, moccasin ffe4b5, navajowhite ffdead,
navy 000080, oldlace fdf5e6, olive 808000, olivedrab 6b8e23, orange ffa500, orangered ff4500,
orchid da70d6, palegoldenrod eee8aa, palegreen 98fb98, paleturquoise afeeee,
palevioletred db7093, papayawhip ffefd5, peachpuff ffdab9, peru cd853f, pink ffc0cb,
plum dda0dd, powderblue b0e0e6, purple 800080, rebeccapurple 663399, red ff0000,
rosybrown bc8f8f, royalblue 4169e1, saddlebrown 8b4513, salmon fa8072, sandybrown f4a460,
seagreen 2e8b57, seashell fff5ee, sienna a0522d, silver c0c0c0, skyblue 87ceeb,
slateblue 6a5acd, slategray 708090, slategrey 708090, snow fffafa, springgreen 00ff7f,
steelblue 4682b4, tan d2b48c, teal 008080, thistle d8bfd8, tomato ff6347, turquoise 40e0d0,
violet ee82ee, wheat f5deb3, white ffffff, whitesmoke f5f5f5, yellow ffff00,
yellowgreen 9acd32
""".replace("\n", " ").split(",")
)


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
    if word.startswith("#") or word in _NAMED:
        return _from_hex(_NAMED.get(word, word[1:]))
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

"""CSS values: lengths, and percentages."""

import re
from dataclasses import dataclass
from functools import lru_cache

BOX_SIDES = ("top", "right", "bottom", "left")
ABSOLUTE_PX = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
}
"""Pixels in one of each absolute unit (CSS Values and Units 4, section 6.2)."""

_LENGTH = re.compile(r"([+-]?(?:\d+|\d*\.\d+)(?:e[+-]?\d+)?)(%|[a-z]+)?\Z", re.IGNORECASE)
_UNITS = frozenset(
    {
        *ABSOLUTE_PX,
        *("em", "rem", "ex", "ch", "cap", "ic", "lh", "rlh", "vw", "vh", "vi", "vb"),
        *("vmin", "vmax", "svw", "svh", "lvw", "lvh", "dvw", "dvh", "%", ""),
    }
)


@dataclass(frozen=True, slots=True)
class Length:
    """A number and its unit in lower case: ``px``, ``%``, or nothing for a bare number."""

    value: float
    unit: str

    @property
    def px(self) -> float | None:
        """The length in CSS pixels, or None for a relative one; zero is zero in any unit."""
        if self.value == 0:
            return 0.0
        factor = ABSOLUTE_PX.get(self.unit)
        return None if factor is None else self.value * factor

    def __str__(self) -> str:
        return f"{self.value:.6g}{self.unit}"


@lru_cache(maxsize=4096)
def parse_length(value: str) -> Length | None:
    """Return a length, percentage or bare number, or None for anything else (keyword, calc)."""
    match = _LENGTH.match(value.strip())
    if match is None:
        return None
    unit = (match[2] or "").lower()
    return Length(float(match[1]), unit) if unit in _UNITS else None

"""Line heights: what a declaration hands down, a factor or a length (CSS 2.2, section 10.8.1)."""

from dataclasses import dataclass
from functools import lru_cache

from composer.document.css_values import parse_length
from composer.document.used.lengths import extent


@dataclass(frozen=True, slots=True)
class LineHeight:
    """A factor of each font size below, a length in px for all of them, or what fonts ask for."""

    factor: float | None = None
    length: float | None = None

    def px(self, size: float) -> float | None:
        """The height in px of lines in the font size `size`; None for what the font asks for."""
        return self.length if self.factor is None else self.factor * size


NORMAL = LineHeight()


@lru_cache(maxsize=4096)
def declared_line_height(value: str, size: float) -> LineHeight | None:
    """Return what `value` gives at the font size `size`, or None where it gives nothing."""
    if value in {"normal", "initial"}:
        return NORMAL
    length = parse_length(value)
    if length is None or length.value < 0:
        return None
    if not length.unit:
        return LineHeight(factor=length.value)
    found = extent(value, size=size, whole=size)
    return None if found is None else LineHeight(length=found.px)

"""The interface's typeface and its few sizes."""

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontDatabase

_NATIVE = {"win32": "Segoe UI", "darwin": ".AppleSystemUIFont"}
_FALLBACKS = ("Inter", "Noto Sans", "DejaVu Sans")
_HAN = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
_POINTS_PER_PIXEL = {"darwin": 1.0}

# Not Bold: Qt draws the letters of a family without it, as Inter is here, twice and smeared.
STRONG = QFont.Weight.DemiBold

# For drawing text into a line's box: scripts of another face are higher than the box, Chinese say.
WHOLE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)


@dataclass(frozen=True, slots=True)
class TypeScale:
    """One family in four sizes, in points, so that the desktop's text scaling applies.

    `han` is the family for Chinese characters, where it matters which: their shapes differ between
    China and Japan.
    """

    family: str
    base: float
    small: float
    tiny: float
    title: float
    han: str = ""

    def font(self, size: float | None = None, *, strong: bool = False) -> QFont:
        """Return the interface font at `size` points, the base size unless told."""
        font = QFont([self.family, self.han] if self.han else [self.family])
        font.setPointSizeF(size or self.base)
        if strong:
            font.setWeight(STRONG)
        return font


@cache
def load_fonts(folder: Path) -> None:
    """Make the font files in `folder` known to the application, which keeps them once it has."""
    for file in sorted(folder.glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


def type_scale(platform: str = sys.platform) -> TypeScale:
    """Return the platform's own interface face, or the best one there is, at 13 px.

    13 px is 9.75 pt at the 96 dpi of Windows and Linux and 13 pt on macOS.
    """
    families = set(QFontDatabase.families())
    wanted = (*((_NATIVE[platform],) if platform in _NATIVE else ()), *_FALLBACKS)
    # The system face of macOS is private and not listed, yet asking for it by name works.
    family = next(
        (name for name in wanted if name in families or name.startswith(".")),
        QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),
    )
    chinese = QLocale().language() == QLocale.Language.Chinese
    han = next((name for name in _HAN if chinese and name in families), "")
    unit = _POINTS_PER_PIXEL.get(platform, 0.75)
    return TypeScale(
        family, base=13 * unit, small=12 * unit, tiny=10.5 * unit, title=18 * unit, han=han
    )

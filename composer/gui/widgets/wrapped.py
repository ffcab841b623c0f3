"""Words that are too long for their place: broken into lines, or cut."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout

LONGEST = 60  # characters of an entry in a menu


def shortened(text: str, most: int = LONGEST) -> str:
    """Return `text`, or its beginning of at most `most` characters with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip(" ,;:") + "…"


def wrapped(text: str, font: QFont, width: int, most: int) -> str:
    """Return `text` in at most `most` lines of `width` pixels, the last one cut if it must be."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    starts = _line_starts(text, font, width)
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most:
        rest = text[starts[most - 1] :]
        cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines = [*lines[: most - 1], cut]
    return "\n".join(lines)


def _line_starts(text: str, font: QFont, width: int) -> list[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    # Qt counts in UTF-16 units, Python in code points.
    units = text.encode("utf-16-le")
    return [
        len(units[: 2 * layout.lineAt(number).textStart()].decode("utf-16-le"))
        for number in range(layout.lineCount())
    ]

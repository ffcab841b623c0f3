"""Code points of a long text to Qt's UTF-16 units and back, line by line."""

from bisect import bisect_right

from composer.gui.editor.bridge.positions import to_code_points, utf16_length


class Units:
    """Where the lines of one text begin, in both ways of counting."""

    def __init__(self, text: str) -> None:
        """Take the text; its lines end in one newline each."""
        self._text = text
        self._same = text.isascii()
        self._points, self._units = [0], [0]
        if self._same:
            return
        point = unit = 0
        for line in text.split("\n"):
            point += len(line) + 1
            unit += utf16_length(line) + 1
            self._points.append(point)
            self._units.append(unit)

    def unit(self, point: int) -> int:
        """Return the unit at which the code point `point` stands."""
        if self._same:
            return point
        line = bisect_right(self._points, point) - 1
        return self._units[line] + utf16_length(self._text[self._points[line] : point])

    def point(self, unit: int) -> int:
        """Return the code point at a unit; inside a pair, that of the pair."""
        if self._same:
            return min(unit, len(self._text))
        line = min(bisect_right(self._units, unit) - 1, len(self._points) - 2)
        start = self._points[line]
        rest = self._text[start : self._points[line + 1]]
        return min(start + to_code_points(rest, unit - self._units[line]), len(self._text))

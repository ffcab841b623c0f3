"""Colours for HTML source: tags, attributes, their values, comments, references, placeholders."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

_INSIDE = 1  # the line begins inside a comment
_COMMENT = re.compile(r"<!--.*?(?:-->|$)")
_COMMENT_END = re.compile(r".*?(?:-->|$)")
_TAG = re.compile(r"</?[A-Za-z][^\s>]*|/?>")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(\s*=\s*)("[^"]*"?|'[^']*'?)""")
_REFERENCE = re.compile(r"&(?:#\w+|\w+);")
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")


@dataclass(frozen=True, slots=True)
class SourceColours:
    """What each part is painted in, as ``#rrggbb``; `number` is that of a line."""

    tag: str
    attribute: str
    value: str
    comment: str
    placeholder: str
    number: str
    current_number: str


class HtmlHighlighter(QSyntaxHighlighter):
    """Colours the lines of a document as they change."""

    def __init__(self, document: QTextDocument, colours: SourceColours) -> None:
        super().__init__(document)
        self._rules: list[tuple[re.Pattern[str], int, QTextCharFormat]] = []
        self._comment = QTextCharFormat()
        self.set_colours(colours)

    def set_colours(self, colours: SourceColours) -> None:
        """Paint in other colours."""
        self._comment = _painted(colours.comment)
        placeholder = _painted(colours.placeholder)
        self._rules = [
            (_TAG, 0, _painted(colours.tag)),
            (_ATTRIBUTE, 1, _painted(colours.attribute)),
            (_ATTRIBUTE, 3, _painted(colours.value)),
            (_REFERENCE, 0, placeholder),
            (_PLACEHOLDER, 0, placeholder),
        ]
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        units = _units(text)
        for pattern, group, style in self._rules:
            for match in pattern.finditer(text):
                self._paint(units, *match.span(group), style)
        self.setCurrentBlockState(0)
        start = 0
        if self.previousBlockState() == _INSIDE:
            end = _COMMENT_END.match(text)
            start = end.end() if end else 0
            self._paint(units, 0, start, self._comment)
            if not text[:start].endswith("-->"):
                self.setCurrentBlockState(_INSIDE)
        for match in _COMMENT.finditer(text, start):
            self._paint(units, *match.span(), self._comment)
            if not match[0].endswith("-->"):
                self.setCurrentBlockState(_INSIDE)

    def _paint(self, units: list[int] | None, start: int, end: int, style: QTextCharFormat) -> None:
        low, high = (start, end) if units is None else (units[start], units[end])
        self.setFormat(low, high - low, style)


def _units(text: str) -> list[int] | None:
    """The UTF-16 offset of each character, None where it is its number."""
    if all(char <= "\uffff" for char in text):
        return None
    offsets = [0]
    for char in text:
        offsets.append(offsets[-1] + (2 if char > "\uffff" else 1))
    return offsets


def _painted(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made

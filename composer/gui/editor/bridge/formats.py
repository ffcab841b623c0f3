"""How blocks and marks look in the editor: display only, nothing here is ever read back."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from composer.document import CELLS, HEADINGS, LISTS, NO_MARKS, PLAIN, Block, Inline, Marks, Text
from composer.document.used import used_block, used_text
from composer.gui.editor.bridge.table import (
    FRAME,
    MARKS,
    OBJECT_SERIAL,
    OBJECT_TYPE,
    OBJECT_VALUE,
    FormatTable,
    Frame,
    InlineObject,
)
from composer.gui.theme.fonts import STRONG

INDENT = 24  # px for each list around a block
QUOTE_INDENT = 16
CELL_INDENT = 12
CELL_GAP = 8  # px around the border between two cells
LINE_GAP = 5  # px between lines, for comfort
REFERENCE_WIDTH = 600  # px: what insets given as a fraction are shown in
_GAPS = {"p": 12, "hr": 12, "h1": 12, "h2": 10, "h3": 8, "h4": 8, "h5": 8, "h6": 8}
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
_MAIL_SIZE = used_text(Block(), Text("x")).size


@dataclass(frozen=True, slots=True)
class _TextKey:
    frame: Frame
    marks: Marks


class Formats:
    """Makes Qt's formats for frames, marks and objects; equal ones are made once.

    `size` is the body text's size in px; `language` is a BCP 47 tag, used for direction.
    """

    def __init__(self, table: FormatTable, size: int = 15, language: str = "en") -> None:
        self.table = table
        self.size = size
        self.language = language
        self._blocks: dict[tuple[Frame, str], QTextBlockFormat] = {}
        self._texts: dict[_TextKey, QTextCharFormat] = {}

    def block(self, frame: Frame) -> QTextBlockFormat:
        """Return the block format of `frame`; treat it as read-only."""
        made = self._blocks.get((frame, self.language))
        if made is None:
            made = self._blocks[frame, self.language] = self._make_block(frame)
        return made

    def text(self, frame: Frame, marks: Marks = NO_MARKS) -> QTextCharFormat:
        """Return the format of text with `marks` in `frame`; treat it as read-only."""
        key = _TextKey(frame, marks)
        made = self._texts.get(key)
        if made is None:
            made = self._texts[key] = self._make_text(frame, marks)
        return made

    def text_of(self, block: Block, marks: Marks) -> QTextCharFormat:
        """Return the format of text with `marks` in `block`; treat it as read-only."""
        return self.text(Frame.of(block), marks)

    def object(self, frame: Frame, value: InlineObject) -> QTextCharFormat:
        """Return a format of its own for the chip, image or raw markup `value`."""
        made = QTextCharFormat(self.text(frame, value.marks))
        made.setObjectType(OBJECT_TYPE)
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        made.setProperty(OBJECT_VALUE, self.table.objects.number(value))
        made.setProperty(OBJECT_SERIAL, self.table.serial())
        return made

    def inline(self, frame: Frame, inline: Inline) -> QTextCharFormat:
        """Return the format of any inline."""
        if isinstance(inline, InlineObject):
            return self.object(frame, inline)
        return self.text(frame, inline.marks)

    def _make_block(self, frame: Frame) -> QTextBlockFormat:
        used = used_block(_sample(frame), self.language)
        made = QTextBlockFormat()
        made.setProperty(FRAME, self.table.frames.number(frame))
        made.setLineHeight(LINE_GAP, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        item = any(container.tag in LISTS for container in frame.path)
        gap = 4 if item and frame.tag in {"", "p", "div"} else _GAPS.get(frame.tag, 0)
        made.setBottomMargin(gap)
        if not item:
            made.setTopMargin(gap)  # of two gaps Qt takes the wider one: behind a list this one
        if any(container.tag in CELLS for container in frame.path):
            made.setTopMargin(CELL_GAP)
            made.setBottomMargin(max(gap, CELL_GAP))
        if frame.tag in HEADINGS:
            made.setTopMargin(max(gap, 6))
            made.setHeadingLevel(HEADINGS.index(frame.tag) + 1)
        bare = used_block(_sample(_undressed(frame)), self.language)
        left, right = used.inset_left - bare.inset_left, used.inset_right - bare.inset_right
        made.setLeftMargin(indent(frame) + left * REFERENCE_WIDTH)
        made.setRightMargin(right * REFERENCE_WIDTH)
        if used.direction == "rtl":
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if _aligned(frame):
            # Without AlignAbsolute, Qt takes left for the paragraph's start.
            made.setAlignment(_ALIGNMENTS[used.align] | Qt.AlignmentFlag.AlignAbsolute)
        return made

    def _make_text(self, frame: Frame, marks: Marks) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setProperty(MARKS, self.table.marks.number(marks))
        used = used_text(_sample(frame), Text("x", marks))
        if used.size != _MAIL_SIZE:
            pixels = max(1, round(used.size * self.size / _MAIL_SIZE))
            made.setProperty(QTextFormat.Property.FontPixelSize, pixels)
        if used.family:
            made.setFontFamilies([name.strip(" \"'") for name in used.family.split(",")])
        if marks.bold or frame.tag in HEADINGS or any(each.tag == "th" for each in frame.path):
            made.setFontWeight(STRONG)
        if marks.code or frame.tag == "pre":
            made.setFontFamilies(["monospace"])
            made.setFontStyleHint(QFont.StyleHint.Monospace)
        made.setFontItalic(marks.italic)
        made.setFontUnderline(marks.underline)
        made.setFontStrikeOut(marks.strike)
        if marks.subscript:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        if marks.superscript:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if marks.link is not None:
            made.setAnchor(True)
            made.setToolTip(marks.link.href)
            made.setFontUnderline(True)
        return made


def indent(frame: Frame) -> int:
    """Return how far the containers of `frame` push it in, in px."""
    pushed = 0
    if any(container.tag in CELLS for container in frame.path):
        pushed = CELL_INDENT  # once: tables in tables mostly only lay out
    for container in frame.path:
        if container.tag in LISTS:
            pushed += INDENT
        elif container.tag == "blockquote":
            pushed += QUOTE_INDENT
    return pushed


def _undressed(frame: Frame) -> Frame:
    """Return `frame` without style: what lists and quotes push in by themselves."""
    path = tuple(replace(container, style=PLAIN) for container in frame.path)
    return replace(frame, style=PLAIN, path=path)


def _aligned(frame: Frame) -> bool:
    styles = (frame.style, *(container.style for container in frame.path))
    return any("text-align" in style for style in styles)


def _sample(frame: Frame) -> Block:
    return Block(frame.tag, (), frame.style, frame.attributes, frame.path)

"""From a QTextBlock to a Block: the text, and what the numbers on its formats stand for."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat

from composer.document import LINE_SEPARATOR, OBJECT, Block, Inline, LineBreak, Marks, Text
from composer.gui.editor.bridge.positions import to_code_points, utf16_length
from composer.gui.editor.bridge.table import FRAME, HEAD, MARKS, OBJECT_VALUE, FormatTable, Frame

LOST = "\N{REPLACEMENT CHARACTER}"


def read_block(block: QTextBlock, table: FormatTable) -> Block:
    """Return the Block that `block` shows; its text has one code point for each one on screen."""
    frame = frame_of(block, table)
    inlines = tuple(_inlines(block, table))
    # A rule holds no text: one that was typed into has become a paragraph.
    tag = "p" if frame.tag == "hr" and inlines else frame.tag
    return Block(tag, inlines, frame.style, frame.attributes, frame.path)


def frame_of(block: QTextBlock, table: FormatTable) -> Frame:
    """Return the frame that `block` carries."""
    return table.frames.value(block.blockFormat().intProperty(FRAME))


def read_head(document: QTextDocument, table: FormatTable) -> tuple[str, ...]:
    """Return the head markup kept beside the blocks."""
    return table.heads.value(document.rootFrame().frameFormat().intProperty(HEAD))


def block_text(block: QTextBlock) -> str:
    """Return the text of `block`; half of a surrogate pair, which Python drops, is U+FFFD."""
    text = block.text()
    if utf16_length(text) == block.length() - 1:
        return text
    return "".join(_characters(block))


def _inlines(block: QTextBlock, table: FormatTable) -> Iterator[Inline]:
    text = block_text(block)
    bmp = len(text) == block.length() - 1
    for run in block.textFormats():
        start, end = run.start, run.start + run.length
        if not bmp:
            start, end = to_code_points(text, start), to_code_points(text, end)
        yield from _run(text[start:end], run.format, table)


def _run(text: str, style: QTextFormat, table: FormatTable) -> Iterator[Inline]:
    marks = table.marks.value(style.intProperty(MARKS))
    if OBJECT not in text and LINE_SEPARATOR not in text:
        if text:
            yield Text(text, marks)
        return
    value = table.objects.value(style.intProperty(OBJECT_VALUE))
    for index, part in enumerate(text.split(OBJECT)):
        if index:
            yield Text(LOST, marks) if value is None else replace(value, marks=marks)
        yield from _lines(part, marks)


def _lines(text: str, marks: Marks) -> Iterator[Inline]:
    for index, part in enumerate(text.split(LINE_SEPARATOR)):
        if index:
            yield LineBreak(marks)
        if part:
            yield Text(part, marks)


def _characters(block: QTextBlock) -> Iterator[str]:
    cursor = QTextCursor(block)
    position, end = block.position(), block.position() + block.length() - 1
    while position < end:
        for units in (2, 1):
            cursor.setPosition(position)
            cursor.setPosition(min(position + units, end), QTextCursor.MoveMode.KeepAnchor)
            text = cursor.selectedText()
            if len(text) == 1 and utf16_length(text) == units:
                break
        else:
            text = LOST
            units = 1
        yield text
        position += units

"""The least change that makes a QTextDocument show another Document: caret and undo stay whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from composer.document import Block, Inline, Text
from composer.document.cutting import cut
from composer.gui.editor.bridge.formats import Formats
from composer.gui.editor.bridge.positions import to_utf16, utf16_length
from composer.gui.editor.bridge.table import Frame
from composer.gui.editor.bridge.writing import insert_block, insert_inlines, set_frame


@dataclass(frozen=True, slots=True)
class _Region:
    """Old blocks [start, old_end) become new blocks [start, new_end)."""

    start: int
    old_end: int
    new_end: int


def patch(
    cursor: QTextCursor, old: tuple[Block, ...], new: tuple[Block, ...], formats: Formats
) -> None:
    """Make the cursor's document, which shows `old`, show `new`.

    The caller brackets this in an edit block: then it is one undo step.
    """
    region = _changed(old, new)
    shift = len(new) - len(old)
    for index in range(len(old) - 1, region.old_end - 1, -1):
        if Frame.of(old[index]) != Frame.of(new[index + shift]):
            _patch_block(cursor, index, old[index], new[index + shift], formats)
    paired = min(region.old_end, region.new_end)
    for index in range(paired):
        _patch_block(cursor, index, old[index], new[index], formats)
    if region.old_end > paired:
        _delete_blocks(cursor, paired, region.old_end, new[paired - 1], formats)
    for index in range(paired, region.new_end):
        _go_to_end(cursor, index - 1)
        insert_block(cursor, new[index], formats)
        insert_inlines(cursor, Frame.of(new[index]), new[index].inlines, formats)


def first_change(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[int, int]:
    """Return the block that `patch` changes first, and how far into it, in UTF-16 units."""
    pairs = enumerate(zip(old, new, strict=False))
    last = (min(len(old), len(new)) - 1, old[-1], new[-1])
    index, before, after = next(
        ((index, before, after) for index, (before, after) in pairs if before != after), last
    )
    chars = enumerate(zip(before.text, after.text, strict=False))
    shorter = min(len(before.text), len(after.text))
    same = next((at for at, (one, other) in chars if one != other), shorter)
    return index, utf16_length(before.text[:same])


def unchanged(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[int, ...]:
    """Return the numbers of the blocks that `patch` leaves alone; none where blocks come or go."""
    if len(old) != len(new):
        return ()
    pairs = enumerate(zip(old, new, strict=True))
    return tuple([index for index, (before, after) in pairs if before is after or before == after])


def _changed(old: tuple[Block, ...], new: tuple[Block, ...]) -> _Region:
    """Find the blocks between those at both ends whose content is alike."""
    shortest = min(len(old), len(new))
    start = 0
    while start < shortest and old[start].inlines == new[start].inlines:
        start += 1
    kept = 0
    while kept < shortest - start and old[-1 - kept].inlines == new[-1 - kept].inlines:
        kept += 1
    if start == 0 and kept and kept in (len(old), len(new)):
        kept -= 1  # blocks are inserted and deleted after one that stays
    return _Region(start, len(old) - kept, len(new) - kept)


def _patch_block(cursor: QTextCursor, index: int, old: Block, new: Block, formats: Formats) -> None:
    if old is new or old == new:
        return
    block = cursor.document().findBlockByNumber(index)
    frame = Frame.of(new)
    if Frame.of(old) != frame:
        cursor.setPosition(block.position())
        set_frame(cursor, new, formats)
        _restyle(cursor, old, Frame.of(old), frame, formats)
    if old.inlines != new.inlines:
        _patch_inlines(cursor, block.position(), old, new, formats)


def _restyle(cursor: QTextCursor, block: Block, old: Frame, new: Frame, formats: Formats) -> None:
    """Give the text of a block the look it has in its `new` frame."""
    start = cursor.block().position()
    for first, last, inline in block.runs():
        if formats.text(old, inline.marks) != formats.text(new, inline.marks):
            _select(cursor, start, block.text, first, last)
            cursor.setCharFormat(formats.inline(new, inline))


def _patch_inlines(
    cursor: QTextCursor, start: int, old: Block, new: Block, formats: Formats
) -> None:
    head, tail = _common(old.inlines, new.inlines)
    old_end, new_end = len(old.text) - tail, len(new.text) - tail
    frame = Frame.of(new)
    middle = cut(new, head, new_end)
    if old.text[head:old_end] == new.text[head:new_end]:
        position = head
        for inline in middle:
            end = position + _length(inline)
            _select(cursor, start, new.text, position, end)
            cursor.setCharFormat(formats.inline(frame, inline))
            position = end
        return
    _select(cursor, start, old.text, head, old_end)
    cursor.removeSelectedText()
    insert_inlines(cursor, frame, middle, formats)


def _common(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[int, int]:
    """Return how many code points are the same, marks included, at the start and at the end."""
    head = _alike(old, new, common_prefix)
    room = min(sum(map(_length, old)), sum(map(_length, new))) - head
    tail = _alike(reversed(old), reversed(new), common_suffix)
    return head, min(tail, room)


def _alike(old: Iterable[Inline], new: Iterable[Inline], common: Callable[[str, str], int]) -> int:
    same = 0
    for first, second in zip(old, new, strict=False):
        if first == second:
            same += _length(first)
            continue
        if isinstance(first, Text) and isinstance(second, Text) and first.marks == second.marks:
            same += common(first.text, second.text)
        break
    return same


def common_prefix(first: str, second: str) -> int:
    """Return how many code points `first` and `second` share at their start."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(first: str, second: str) -> int:
    """Return how many code points `first` and `second` share at their end."""
    return common_prefix(first[::-1], second[::-1])


def _length(inline: Inline) -> int:
    return len(inline.text) if isinstance(inline, Text) else 1


def _select(cursor: QTextCursor, start: int, text: str, first: int, last: int) -> None:
    low = start + to_utf16(text, first)
    cursor.setPosition(low)
    cursor.setPosition(low + utf16_length(text[first:last]), QTextCursor.MoveMode.KeepAnchor)


def _go_to_end(cursor: QTextCursor, index: int) -> None:
    block = cursor.document().findBlockByNumber(index)
    cursor.setPosition(block.position() + block.length() - 1)


def _delete_blocks(
    cursor: QTextCursor, first: int, end: int, kept: Block, formats: Formats
) -> None:
    _go_to_end(cursor, end - 1)
    stop = cursor.position()
    _go_to_end(cursor, first - 1)
    cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    set_frame(cursor, kept, formats)  # Qt keeps the last frame where the block was empty

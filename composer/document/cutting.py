"""Parts of blocks: what stands between two positions, and lines as items of a list."""

import re
from collections.abc import Iterator
from dataclasses import replace

from composer.document.block import Block
from composer.document.container import Container
from composer.document.inline import LINE_SEPARATOR, Inline, Text

NEW = 1_000_000
"""An index that no container has yet; the document numbers it."""

_LINE = re.compile(f"[^{LINE_SEPARATOR}]+")
_FIRST_WORD = re.compile(r"\s*\S+\s*")


def cut(block: Block, start: int, end: int) -> tuple[Inline, ...]:
    """Return the inlines of `block` between two positions, splitting text where needed."""
    kept: list[Inline] = []
    for first, last, inline in block.runs():
        low, high = max(first, start), min(last, end)
        if low < high:
            kept.append(_slice(inline, low - first, high - first))
    return tuple(kept)


def with_list(block: Block, start: int, end: int, tag: str) -> tuple[Block, ...]:
    """Return `block` with the lines between two positions as items, each without its first word.

    What stands before and behind them keeps its block; without such lines nothing changes.
    """
    text = block.text
    items = tuple(_items(block, start, end, tag))
    if not items:
        return (block,)
    before = start - 1 if text[start - 1 : start] == LINE_SEPARATOR else start
    after = end + 1 if text[end : end + 1] == LINE_SEPARATOR else end
    around = (cut(block, 0, before), cut(block, after, len(text)))
    head, tail = (((replace(block, inlines=it),) if it else ()) for it in around)
    return *head, *items, *tail


def _items(block: Block, start: int, end: int, tag: str) -> Iterator[Block]:
    plain = block.tag in {"p", "div"} and not block.style and not block.attributes
    whole = Container(tag, NEW + start)
    for line in _LINE.finditer(block.text, start, end):
        mark = _FIRST_WORD.match(block.text, *line.span())
        if mark is not None and mark.end() < line.end():
            path = (*block.path, whole, Container("li", NEW + line.start()))
            inlines = cut(block, mark.end(), line.end())
            yield replace(block, tag="" if plain else block.tag, inlines=inlines, path=path)


def _slice(inline: Inline, start: int, end: int) -> Inline:
    return replace(inline, text=inline.text[start:end]) if isinstance(inline, Text) else inline

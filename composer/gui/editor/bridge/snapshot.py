"""Reads a QTextDocument as it changes: only blocks that an edit touched are read again."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from PySide6.QtGui import QTextBlock, QTextDocument

from composer.document import Block, Document
from composer.document.numbering import normal_blocks
from composer.gui.editor.bridge.patching import common_prefix, common_suffix
from composer.gui.editor.bridge.positions import to_code_points, to_utf16
from composer.gui.editor.bridge.reading import read_block, read_head
from composer.gui.editor.bridge.table import FormatTable


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did: `removed` code points at `start` of the text became `added` others.

    `old` are the blocks read again, as they were; `new` as they are; `first` is the index of the
    first. An edit of marks or frames alone removes and adds nothing.
    """

    first: int
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    start: int
    removed: int
    added: int

    @property
    def differing(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """The blocks as they were and as they are, less those that stayed the same in place."""
        if len(self.old) != len(self.new):
            return self.old, self.new
        pairs = zip(self.old, self.new, strict=True)
        changed = [(before, after) for before, after in pairs if before is not after]
        return tuple([before for before, _ in changed]), tuple([after for _, after in changed])


class Snapshotter:
    """Keeps the Blocks of one QTextDocument, the same objects as long as they are not edited."""

    def __init__(self, qt_document: QTextDocument, table: FormatTable) -> None:
        self._qt_document = qt_document
        self._table = table
        self._blocks: list[Block] = []
        self._starts: list[int] | None = None
        self._document: Document | None = None
        self._head: tuple[str, ...] = ()
        self._numbered: dict[int, tuple[Block, Block]] = {}
        self._untouched: frozenset[int] = frozenset()
        self.read_all()

    @property
    def blocks(self) -> list[Block]:
        """The blocks with the paths their frames carry; list items may not be numbered yet."""
        return self._blocks

    @property
    def starts(self) -> list[int]:
        """Where each block starts, in code points of the text."""
        if self._starts is None:
            lengths = (len(block.text) + 1 for block in self._blocks)
            self._starts = list(accumulate(lengths, initial=0))[:-1]
        return self._starts

    @property
    def document(self) -> Document:
        """The document as it is now."""
        if self._document is None:
            before = self._numbered
            numbered = normal_blocks(tuple(self._blocks))
            # A block that was numbered like this before stays the same object.
            self._numbered = {
                id(raw): (raw, self._same(before, raw, block))
                for raw, block in zip(self._blocks, numbered, strict=True)
                if raw is not block
            }
            blocks = tuple(
                block if raw is block else self._numbered[id(raw)][1]
                for raw, block in zip(self._blocks, numbered, strict=True)
            )
            self._document = Document(blocks, self._head)
        return self._document

    @staticmethod
    def _same(before: dict[int, tuple[Block, Block]], raw: Block, block: Block) -> Block:
        held = before.get(id(raw))
        return held[1] if held is not None and held[1] == block else block

    def qt_position(self, position: int) -> int:
        """Return the position in the QTextDocument of the code point `position`."""
        index = max(0, bisect_right(self.starts, position) - 1)
        start = self._qt_document.findBlockByNumber(index).position()
        return start + to_utf16(self._blocks[index].text, position - self.starts[index])

    def model_position(self, position: int) -> int:
        """Return the code point at `position` of the QTextDocument."""
        block = self._qt_document.findBlock(position)
        index = block.blockNumber()
        units = position - block.position()
        return self.starts[index] + to_code_points(self._blocks[index].text, units)

    def read_all(self) -> None:
        """Read every block again."""
        self._blocks = []
        self._numbered = {}
        self._head = read_head(self._qt_document, self._table)
        block = self._qt_document.begin()
        while block.isValid():
            self._blocks.append(read_block(block, self._table))
            block = block.next()
        self._starts = self._document = None

    @contextmanager
    def leaving(self, untouched: Iterable[int]) -> Iterator[None]:
        """Take the word of who edits within this that blocks, by their numbers, stay as they are.

        Nothing may be inserted or taken out before them.
        """
        self._untouched = frozenset(untouched)
        try:
            yield
        finally:
            self._untouched = frozenset()

    def update(self, position: int, added: int) -> Change | None:
        """Read what a ``contentsChange(position, ..., added)`` touched; None if nothing differs."""
        document = self._qt_document
        block = document.findBlock(position)
        first = block.blockNumber()
        end = document.findBlock(min(position + added, document.characterCount() - 1))
        count = end.blockNumber() - first + 1
        grown = document.blockCount() - len(self._blocks)
        old = self._blocks[first : first + count - grown]
        new = self._read(block, first, count)
        head = read_head(document, self._table)
        if new == old and head == self._head:
            return None
        self._head = head
        return self._replace(first, old, new)

    def _read(self, block: QTextBlock, first: int, count: int) -> list[Block]:
        """Read `block`, the one numbered `first`, and those behind it, `count` in all."""
        if self._untouched:
            blocks = self._blocks[first : first + count]
            for index in range(first, first + count):
                if index not in self._untouched:
                    touched = self._qt_document.findBlockByNumber(index)
                    blocks[index - first] = read_block(touched, self._table)
            return blocks
        blocks = []
        for _ in range(count):
            blocks.append(read_block(block, self._table))
            block = block.next()
        return blocks

    def _replace(self, first: int, old: list[Block], new: list[Block]) -> Change:
        start = self.starts[first]
        pairs = [(before, block) for before, block in zip_longest(old, new) if before is not block]
        kept = {before: before for before, _ in pairs if before is not None}
        new = [
            block if block is before else kept.get(block, block)
            for before, block in zip_longest(old, new)
            if block is not None
        ]
        before = "\n".join(block.text for block in old)
        after = "\n".join(block.text for block in new)
        head = common_prefix(before, after)
        room = min(len(before), len(after)) - head
        tail = min(room, common_suffix(before, after))
        starts = self.starts
        self._blocks[first : first + len(old)] = new
        self._document = None
        if len(old) == len(new) == 1:
            grown = len(after) - len(before)
            starts[first + 1 :] = [position + grown for position in starts[first + 1 :]]
        else:
            self._starts = None
        return Change(
            first,
            tuple(old),
            tuple(new),
            start + head,
            len(before) - head - tail,
            len(after) - head - tail,
        )

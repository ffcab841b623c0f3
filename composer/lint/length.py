"""How long a message is as its channel may count it, and how long it may be."""

import re
from dataclasses import dataclass

from composer.document import OBJECT, Block, Document, Inline, LineBreak, Placeholder, Text
from composer.document.text import write_text
from composer.document.used import fact, used_text
from composer.policy import ChannelLimit, Policy

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_AROUND = 12  # characters that numbers, bullets and spaces take at most for each container
_WORD = re.compile(f"[{_IDEOGRAPHS}]|[^\\s{_IDEOGRAPHS}]+")


@dataclass(frozen=True, slots=True)
class Length:
    """Words and characters of a text.

    `written` are the characters as they stand; the others count placeholders at their longest.
    Amazon does not say how it counts: `characters` are code points, `most` counts those outside
    the basic plane twice. `limit` is None where none is known; `assumed` tells that no source
    states it.
    """

    words: int
    written: int
    characters: int
    most: int
    limit: int | None = None
    assumed: bool = False

    @property
    def over(self) -> int:
        """How many characters, counted the longest way, are too many."""
        return max(0, self.most - self.limit) if self.limit else 0

    @property
    def certain(self) -> bool:
        """Whether what is too long is so however it is counted, by a limit that a source states."""
        return bool(self.limit) and self.characters > (self.limit or 0) and not self.assumed


def length(document: Document, policy: Policy, reason: str, channel: str) -> Length:
    """Return how long `document` is, and how long `reason` and `channel` let it be."""
    text = write_text(document)
    longer = sum(_growth(block, policy) for block in document.blocks)
    written = len(text)
    count = written + longer
    units = _units(text) + longer
    words = word_count(document)
    found = text_limit(policy, reason, channel)
    if found is None:
        return Length(words, written, count, units)
    return Length(words, written, count, units, found.characters, found.assumed)


def surely_fits(document: Document, policy: Policy, limit: int) -> bool:
    """Whether `document` is not longer than `limit` characters, told without writing it out.

    Where it is false, `length` may still find that it fits.
    """
    most = 0
    for block in document.blocks:
        room = _most(block)
        if room is None:
            return False
        most += room + _growth(block, policy)
        if most > limit:
            return False
    return True


def text_limit(policy: Policy, reason: str, channel: str) -> ChannelLimit | None:
    """Return what says how long a text may be for a reason and channel; None where nothing does."""
    found = policy.channel_limit(reason or "other", channel)
    return None if found is None or not found.offered or found.characters is None else found


def length_seen(document: Document, policy: Policy) -> Length:
    """Return how long `document` is to the eye: without the addresses of its links, no limit."""
    breaks = len(document.blocks) - 1
    bare = sum(len(_seen_text(block)) for block in document.blocks) + breaks
    names = [pair for block in document.blocks for pair in _placeholders(block)]
    known = policy.placeholders
    longest = [known[name].longest if name in known else spelled for name, spelled in names]
    count = bare - len(names) + sum(longest)
    written = bare - len(names) + sum(spelled for _, spelled in names)
    units = sum(_units(_seen_text(block)) for block in document.blocks)
    return Length(word_count(document), written, count, units + breaks + count - bare)


def word_count(document: Document) -> int:
    """Return how many words a buyer sees: a placeholder is one, as is each Chinese sign."""
    return sum(_words(block) for block in document.blocks)


def _units(text: str) -> int:
    """How many UTF-16 units `text` takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _growth(block: Block, policy: Policy) -> int:
    """How many characters more the placeholders of `block` take at their longest."""
    known = policy.placeholders
    return sum(
        max(0, known[name].longest - spelled)
        for name, spelled in _placeholders(block)
        if name in known
    )


@fact
def _most(block: Block) -> int | None:
    """UTF-16 units that the words of `block` take at most, with what parts them from the next.

    None where there is more than words, placeholders and links.
    """
    spelled = 0
    for inline in block.inlines:
        if isinstance(inline, Placeholder):
            spelled += len(inline.spelling)
        elif not isinstance(inline, Text | LineBreak):
            return None
        if inline.marks.link:
            spelled += len(inline.marks.link.href) + _AROUND
    return _units(block.text) + spelled + _AROUND * (len(block.path) + 1)


@fact
def _placeholders(block: Block) -> tuple[tuple[str, int], ...]:
    if OBJECT not in block.text:
        return ()
    found = (inline for inline in block.inlines if isinstance(inline, Placeholder))
    return tuple([(inline.name, len(inline.spelling)) for inline in found])


@fact
def _words(block: Block) -> int:
    return sum(any(map(str.isalnum, word)) for word in _WORD.findall(_seen_text(block)))


@fact
def _seen_text(block: Block) -> str:
    """What the eye sees, one sign for each placeholder and a space for each image."""
    return "".join([_seen(block, start, end, inline) for start, end, inline in block.runs()])


def _seen(block: Block, start: int, end: int, inline: Inline) -> str:
    if isinstance(inline, Placeholder):
        return "x"
    text = block.text[start:end]
    if isinstance(inline, LineBreak) or text == OBJECT:
        return " "
    return "" if used_text(block, inline).hidden else text

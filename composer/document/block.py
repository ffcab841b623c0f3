"""Blocks: paragraphs, headings, lines and rules, each with the containers around it."""

from dataclasses import dataclass, field
from typing import Any

from composer.document.container import Path, check_path
from composer.document.inline import Attributes, Inline, Text, inline_text
from composer.document.normal import normal_inlines
from composer.document.style import PLAIN, Style

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset({"", "p", "div", "pre", "hr", *HEADINGS})

Run = tuple[int, int, Inline]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, line or rule, with the containers around it.

    `tag` is its HTML element: ``p``, ``div``, ``pre``, ``hr``, ``h1`` to ``h6``, or nothing for
    text that stands directly in its container (``<td>text</td>``). A block holds no position.
    `memo` is where others remember what they found out about it.

    Raises:
        ValueError: for an unknown tag or containers that HTML does not nest like this.
    """

    tag: str = "p"
    inlines: tuple[Inline, ...] = ()
    style: Style = PLAIN
    attributes: Attributes = ()
    path: Path = ()
    text: str = field(init=False, repr=False, compare=False)
    _runs: tuple[Run, ...] = field(init=False, repr=False, compare=False)
    _hash: int | None = field(init=False, repr=False, compare=False)
    memo: dict[object, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.tag not in BLOCKS:
            message = f"not a block: {self.tag!r}"
            raise ValueError(message)
        check_path(self.path)
        inlines = () if self.tag == "hr" else normal_inlines(self.inlines)
        runs, words, position = [], [], 0
        for inline in inlines:
            word = inline.text if isinstance(inline, Text) else inline_text(inline)
            words.append(word)
            end = position + len(word)
            runs.append((position, end, inline))
            position = end
        object.__setattr__(self, "inlines", inlines)
        object.__setattr__(self, "text", "".join(words))
        object.__setattr__(self, "_runs", tuple(runs))
        object.__setattr__(self, "_hash", None)
        object.__setattr__(self, "memo", {})

    def __hash__(self) -> int:
        # Blocks are keys of every cache; most are built and asked for once, some a thousand times.
        if self._hash is None:
            content = (self.tag, self.inlines, self.style, self.attributes, self.path)
            object.__setattr__(self, "_hash", hash(content))
        return self._hash or 0

    @property
    def heading(self) -> int:
        """The heading's level from 1 to 6, or 0."""
        return HEADINGS.index(self.tag) + 1 if self.tag in HEADINGS else 0

    def runs(self) -> tuple[Run, ...]:
        """Return (start, end, inline) for each inline, in code points of this block's text."""
        return self._runs

    def attribute(self, name: str) -> str | None:
        """Return the attribute `name` as written, or None."""
        return dict(self.attributes).get(name)

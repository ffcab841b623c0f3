"""Font sizes a message uses of those it may (S-SIZE), and what one too many would merge into."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from composer.document import Block, Document
from composer.document.edits import SetMark
from composer.document.used import fact
from composer.document.used.visible import visible_runs
from composer.lint.context import Context
from composer.lint.rendered import Rendered, RenderedBlock
from composer.policy import Policy
from composer.template import Template

_SizedRun = tuple[int, int, float, int]
"""Start, end, CSS px rounded to half a pixel, and characters of visible text."""

NORMAL = 16.0
"""The size in px of text that nobody gave one."""


@dataclass(frozen=True, slots=True)
class SizeUse:
    """One font size in px, the ranges of the text set in it, and how many characters they hold."""

    size: float
    ranges: tuple[tuple[int, int], ...]
    weight: int


@dataclass(frozen=True)
class SizeBudget:
    """The sizes a document uses, the most used first, and how many it may use."""

    uses: tuple[SizeUse, ...]
    limit: int

    @property
    def over(self) -> bool:
        """Whether there are more sizes than the guidelines permit."""
        return len(self.uses) > self.limit

    @cached_property
    def kept(self) -> tuple[float, ...]:
        """The sizes that stay within the limit, the most used ones, from small to large."""
        return tuple(sorted(use.size for use in self.uses[: self.limit]))

    @property
    def stray(self) -> tuple[SizeUse, ...]:
        """The sizes beyond the limit, the least used ones."""
        return self.uses[self.limit :]

    def target(self, size: float) -> float | None:
        """Return the size that `size` would merge into: the nearest kept one, or None.

        The most used size is that of the message itself and merges into no other.
        """
        if not self.uses or size == self.uses[0].size:
            return None
        others = [kept for kept in self.kept if kept != size]
        return min(others, key=lambda kept: abs(kept - size), default=None)


def template_budget(template: Template, policy: Policy) -> SizeBudget | None:
    """Return the budget of a template's body; None where the channel carries no sizes."""
    if not Context(policy, channel=template.channel).html:
        return None
    return size_budget(template.body, policy.limits.font_sizes)


@fact
def size_budget(document: Document, limit: int) -> SizeBudget:
    """Return which sizes `document` uses of `limit`."""
    return _budget(document, limit, _sized_runs)


def rendered_budget(document: Document, rendered: Rendered, limit: int) -> SizeBudget | None:
    """Return which sizes `document` uses as it was rendered; None where words were not measured."""
    known = rendered.blocks
    if any(block.text.strip() and block not in known for block in document.blocks):
        return None
    return _budget(document, limit, lambda block: _rendered_runs(block, known.get(block)))


def _budget(
    document: Document, limit: int, runs_of: Callable[[Block], tuple[_SizedRun, ...]]
) -> SizeBudget:
    ranges: dict[float, list[tuple[int, int]]] = {}
    weights: dict[float, int] = {}
    last = 0.0
    for base, block in zip(document.starts, document.blocks, strict=True):
        for first, end, size, weight in runs_of(block):
            start, stop = base + first, base + end
            weights[size] = weights.get(size, 0) + weight
            here = ranges.setdefault(size, [])
            if size == last and not document.text[here[-1][1] : start].strip():
                here[-1] = (here[-1][0], stop)
            else:
                here.append((start, stop))
            last = size
    order = sorted(weights, key=lambda size: (-weights[size], size))
    uses = tuple(SizeUse(size, tuple(ranges[size]), weights[size]) for size in order)
    return SizeBudget(uses, limit)


def resized(document: Document, start: int, end: int, size: float) -> SetMark:
    """Return what gives a range the size `size`: none of its own where that is the normal one."""
    first, last = document.block_index(start), document.block_index(end)
    plain = size == NORMAL and not any(
        block.heading or "font-size" in block.style or _sized_around(block)
        for block in document.blocks[first : last + 1]
    )
    return SetMark(start, end, "font-size", None if plain else f"{size:g}px")


def merged(document: Document, use: SizeUse, size: float) -> tuple[SetMark, ...]:
    """Return what gives every range of `use` the size `size`."""
    return tuple(resized(document, start, end, size) for start, end in use.ranges)


@fact
def _sized_runs(block: Block) -> tuple[_SizedRun, ...]:
    text = block.text
    return tuple(
        [_sized(text, start, end, used.size) for start, end, _, used in visible_runs(block)]
    )


def _rendered_runs(block: Block, facts: RenderedBlock | None) -> tuple[_SizedRun, ...]:
    runs = facts.runs if facts else ()
    return tuple([_sized(block.text, run.start, run.end, run.size) for run in runs])


def _sized(text: str, start: int, end: int, size: float) -> _SizedRun:
    return start, end, round(size * 2) / 2, len(text[start:end].strip()) or 1


def _sized_around(block: Block) -> bool:
    return any("font-size" in container.style for container in block.path)

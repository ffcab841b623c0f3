"""The elements around a run of text, and what each of them declares."""

from collections.abc import Iterator
from dataclasses import dataclass

from composer.document.block import Block
from composer.document.inline import Image, Inline
from composer.document.style import IMPORTANT

INHERIT = frozenset({"inherit", "unset", "revert", "revert-layer"})
"""Keywords that take the parent's value, of an inherited property that no default rule sets."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration as authored, without ``!important``.

    `level` is ``inline``, ``block`` or ``container``; `depth` is 0 for the inline style, 1 for the
    block, and from 2 for the containers, the innermost first.
    """

    name: str
    value: str
    level: str
    depth: int


def declarations(
    block: Block, inline: Inline | None = None, name: str | None = None
) -> Iterator[Declared]:
    """Yield what is declared around `inline` in `block`, innermost first.

    With `name`, yield that CSS property only. An image's own style counts as inline.
    """
    if isinstance(inline, Image):
        yield from _of(inline.style.declarations, "inline", 0, name)
    if inline is not None:
        yield from _of(inline.marks.style.declarations, "inline", 0, name)
    yield from _of(block.style.declarations, "block", 1, name)
    for depth, container in enumerate(reversed(block.path), 2):
        yield from _of(container.style.declarations, "container", depth, name)


def _of(
    pairs: tuple[tuple[str, str], ...], level: str, depth: int, name: str | None
) -> Iterator[Declared]:
    for key, value in pairs:
        if name is None or key == name:
            yield Declared(key, value.removesuffix(IMPORTANT).rstrip(), level, depth)

"""What a browser engine made of a message: measured facts for rules to judge.

Facts belong to the block they were measured on, by its value: those of a block that nobody touched
stay good while another one is being written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from composer.document import Block, Document
from composer.policy import SampleOrder


@dataclass(frozen=True, slots=True)
class RenderedRun:
    """Words of one look; positions are code points of the block's text.

    `size` and `line_height` (None for ``normal``) are CSS px, `family` and the colours as computed;
    `background` is "" where the message sets none and ``image`` over a picture.
    """

    start: int
    end: int
    size: float
    family: str
    color: str
    background: str = ""
    line_height: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class RenderedImage:
    """An image at `position` of the block's text, and its share of the message width."""

    position: int
    share: float


@dataclass(frozen=True, slots=True)
class Violation:
    """What an accessibility audit found; `check` is the id that axe-core gives its rule.

    An empty range is the whole block. `certain` is false where a person has to look. `data` are
    the figures behind it, as text.
    """

    check: str
    start: int
    end: int
    certain: bool = True
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """One block as rendered; `left` and `right` are what it is set in by, of the message width.

    They are None where other content stands beside the block, or where the block is only as wide
    as its words. `align` is ``left``, ``right``, ``center`` or ``justify``.
    """

    left: float | None = None
    right: float | None = None
    align: str = "left"
    runs: tuple[RenderedRun, ...] = ()
    images: tuple[RenderedImage, ...] = ()
    violations: tuple[Violation, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as the engine laid it out, `width` CSS px wide, by its blocks."""

    width: float
    blocks: Mapping[Block, RenderedBlock] = field(default_factory=dict)

    def audited(self, violations: Mapping[Block, tuple[Violation, ...]]) -> "Rendered":
        """Return these facts with what an audit found since, in place of what one found before."""
        told = {
            block: replace(facts, violations=violations.get(block, ()))
            for block, facts in self.blocks.items()
            if facts.violations or block in violations
        }
        return replace(self, blocks={**self.blocks, **told}) if told else self

    def of(self, document: Document) -> Iterator[tuple[int, Block, RenderedBlock]]:
        """Yield start, block and facts of each block of `document` that was measured."""
        for start, block in zip(document.starts, document.blocks, strict=True):
            found = self.blocks.get(block)
            if found is not None:
                yield start, block, found


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a template beside its content; what has not been looked at is None.

    `order` is the one whose values are checked in place of the placeholders.
    """

    rendered: Rendered | None = None
    order: SampleOrder | None = None


NOTHING = Seen()

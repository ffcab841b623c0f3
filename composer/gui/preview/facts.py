"""The figures at the foot of the preview, as the document states them or as they were measured."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from composer.document import Block, Document, Image
from composer.document.html.writer import BLOCK_MARK, RAW_MARK
from composer.document.used import used_block, used_image
from composer.gui.preview.fact import Fact
from composer.gui.preview.images import ImageProvider
from composer.gui.words.text import tr_
from composer.lint.length import length
from composer.lint.rendered import Rendered, RenderedBlock
from composer.lint.size_budget import rendered_budget, template_budget
from composer.policy import Policy
from composer.template import Template

_KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class Figures:
    """The widest image and the widest margins as fractions of the message width, and the sizes.

    `image` is 0 without images of a known width, `sizes` None where the channel carries none.
    """

    image: float
    left: float
    right: float
    sizes: int | None


def figures(template: Template, policy: Policy, rendered: Rendered | None = None) -> Figures:
    """Return what a browser engine measured; of blocks that it did not, what their styles say."""
    known = dict(rendered.blocks) if rendered else {}
    margins = [
        _margins(block, known.get(block), template.language)
        for block in template.body.blocks
        if block.text.strip()
    ]
    return Figures(
        image=max(_image_shares(template.body.blocks, known), default=0.0),
        left=max((left for left, _ in margins), default=0.0),
        right=max((right for _, right in margins), default=0.0),
        sizes=_sizes(template, policy, rendered),
    )


def facts(found: Figures, policy: Policy) -> tuple[Fact, ...]:
    """Return the figures in words, in the order in which they matter.

    Of a message that is sent as plain text nothing is said about images and margins.
    """
    if found.sizes is None:
        return ()
    limits = policy.limits
    side = "facts.right" if found.right > found.left else "facts.left"
    sizes = "facts.sizes_over" if found.sizes > limits.font_sizes else "facts.sizes"
    said = (
        Fact(tr_(side, share=max(found.left, found.right)), "wide-margin"),
        Fact(tr_(sizes, count=found.sizes, limit=limits.font_sizes), "too-many-font-sizes"),
    )
    if not found.image:
        return said
    image = tr_("facts.image", share=found.image, limit=limits.image_width)
    return (Fact(image, "wide-image"), *said)


def counts(template: Template, policy: Policy, weight: int) -> tuple[Fact, ...]:
    """Return in words how long a message is and what it weighs, in bytes; no engine is needed."""
    counted = length(template.body, policy, template.reason, template.channel)
    if counted.limit:
        key = "facts.characters_up_to" if counted.most > counted.written else "facts.characters_of"
        kind = "_over" if counted.over else ""
        said = tr_(f"{key}{kind}", count=counted.most, limit=counted.limit)
    else:
        said = tr_("facts.characters", count=counted.written)
    size = tr_("facts.weight", size=ceil(weight / _KILOBYTE))
    return Fact(said, "text-too-long"), Fact(size)


def weight_of(text: str, document: Document, image: ImageProvider) -> int:
    """Return how many bytes a message has: `text`, written from `document`, and its images."""
    sources = {
        inline.src
        for block in document.blocks
        for inline in block.inlines
        if isinstance(inline, Image)
    }
    words = text.replace(BLOCK_MARK, "").replace(RAW_MARK, "")
    pictures = sum(len(image(source) or b"") for source in sources)
    return len(words.encode(errors="replace")) + pictures


def _margins(block: Block, known: RenderedBlock | None, language: str) -> tuple[float, float]:
    if known is not None:
        return known.left or 0.0, known.right or 0.0
    used = used_block(block, language)
    return used.inset_left, used.inset_right


def _image_shares(blocks: Iterable[Block], known: Mapping[Block, RenderedBlock]) -> Iterator[float]:
    for block in blocks:
        measured = known.get(block)
        if measured is not None and measured.images:
            yield from (image.share for image in measured.images)
        else:
            yield from (
                used_image(block, it).width or 0.0 for it in block.inlines if isinstance(it, Image)
            )


def _sizes(template: Template, policy: Policy, rendered: Rendered | None) -> int | None:
    stated = template_budget(template, policy)
    if stated is None:
        return None
    limit = policy.limits.font_sizes
    measured = rendered_budget(template.body, rendered, limit) if rendered else None
    return len((measured or stated).uses)

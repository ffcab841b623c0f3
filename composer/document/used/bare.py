"""Blocks of bare words, about which there is nothing to say but the words."""

from composer.document.block import Block
from composer.document.inline import NO_MARKS, Inline, LineBreak, Placeholder, Text
from composer.document.used.facts import fact

_BLOCKS = frozenset({"", "p", "div"})
_AROUND = frozenset({"body", "div"})


@fact
def is_bare(block: Block) -> bool:
    """Whether `block` is a paragraph of words, line breaks and placeholders and no more.

    Then no image, link, unknown markup, emphasis, style or attribute is in or around it.
    """
    return (
        block.tag in _BLOCKS
        and not block.style.declarations
        and not block.attributes
        and all(
            container.tag in _AROUND
            and not container.style.declarations
            and not container.attributes
            for container in block.path
        )
        and all(map(_is_word, block.inlines))
    )


def _is_word(inline: Inline) -> bool:
    marks = inline.marks
    return isinstance(inline, Text | LineBreak | Placeholder) and (
        marks is NO_MARKS or marks == NO_MARKS
    )

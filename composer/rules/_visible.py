"""What of a block a buyer sees as words."""

from functools import lru_cache

from composer.document import Block, Placeholder, Text
from composer.document.used import used_text


@lru_cache(maxsize=8192)
def has_text(block: Block) -> bool:
    """Whether `block` shows any words or placeholders; pictures and hidden text do not count."""
    return any(
        (isinstance(inline, Placeholder) or (isinstance(inline, Text) and inline.text.strip()))
        and not used_text(block, inline).hidden
        for inline in block.inlines
    )

"""Order IDs in text: 17 digits, in groups of 3, 7 and 7 (R-ID)."""

import re

from composer.document import Block
from composer.document.used import fact

# Other hyphens and spaces are accepted: it is still the ID.
_DASH = r"[ \u00a0]?[-\u00ad\u2010-\u2015\u2212\uff0d][ \u00a0]?|[ \u00a0]|"
# Looking back comes after the first digit: looking for that one alone is what makes it fast.
_ORDER_ID = re.compile(rf"\d(?<![\d-]\d)\d{{2}}(?:{_DASH})\d{{7}}(?:{_DASH})\d{{7}}(?![\d-])")


@fact
def order_ids(block: Block) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the order IDs in `block`, with any hyphens, spaces, or none."""
    return tuple(match.span() for match in _ORDER_ID.finditer(block.text))


def may_hold_order_id(sentence: str) -> bool:
    """Whether an order ID stands in `sentence`."""
    return _ORDER_ID.search(sentence) is not None

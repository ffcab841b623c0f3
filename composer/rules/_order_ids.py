"""Order IDs in text: 17 digits, in groups of 3, 7 and 7 (R-ID)."""

import re
from functools import lru_cache

# Other hyphens and spaces are accepted: it is still the ID.
_DASH = r"[ \u00a0]?[-\u00ad\u2010-\u2015\u2212\uff0d][ \u00a0]?|[ \u00a0]|"
_ORDER_ID = re.compile(rf"(?<![\d-])\d{{3}}(?:{_DASH})\d{{7}}(?:{_DASH})\d{{7}}(?![\d-])")
_DIGITS = 17


@lru_cache(maxsize=8192)
def find_order_ids(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the order IDs in `text`, with any hyphens, spaces, or none."""
    if len(text) < _DIGITS:
        return ()
    return tuple(match.span() for match in _ORDER_ID.finditer(text))

"""Whether a browser takes a value for a property, as far as words' looks depend on it.

What it does not take does not undo what was declared before (CSS Syntax 3, section 9.2).
"""

import re
from collections.abc import Callable
from functools import lru_cache

from composer.document.color_names import NAMED
from composer.document.css_values import parse_length

WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_SIZES = frozenset(
    {
        *("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"),
        *("smaller", "larger", "math"),
    }
)
_ALIGNS = frozenset(
    {
        *("left", "right", "center", "justify", "start", "end", "match-parent"),
        *("-webkit-left", "-webkit-right", "-webkit-center", "-webkit-match-parent"),
    }
)
_FAMILY = re.compile(
    r"""\s*(?:"[^"]*"|'[^']*'|-?(?:[a-z_]|[^\x00-\x7f]|\\.)(?:[\w-]|[^\x00-\x7f]|\\.)*"""
    r"""(?:\s+-?(?:[a-z_]|[^\x00-\x7f]|\\.)(?:[\w-]|[^\x00-\x7f]|\\.)*)*)\s*\Z""",
    re.IGNORECASE,
)
_PART = re.compile(r"""(?:"[^"]*"|'[^']*'|[^,"'])+""")
_COLOR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\Z|[a-z-]+\(.*\)\Z")
_NO_COLORS = frozenset({"transparent", "currentcolor"})


@lru_cache(maxsize=4096)
def is_valid(name: str, value: str) -> bool:
    """Whether `value` may be set for the property `name`; true for any other property."""
    test = _TESTS.get(name)
    return test is None or value in WIDE or "var(" in value or test(value)


def is_family(value: str) -> bool:
    """Whether `value` is a list of font names."""
    parts = value.split(",") if "'" not in value and '"' not in value else _PART.findall(value)
    if value.rstrip().endswith(",") or not all(_FAMILY.match(part) for part in parts):
        return False
    return WIDE.isdisjoint(part.strip().lower() for part in parts)


def is_size(value: str) -> bool:
    """Whether `value` is a font size."""
    if value in _SIZES or value.endswith(")"):
        return True
    length = parse_length(value)
    return length is not None and length.value >= 0 and bool(length.unit or length.value == 0)


def is_line_height(value: str) -> bool:
    """Whether `value` is a line height."""
    if value == "normal" or value.endswith(")"):
        return True
    length = parse_length(value)
    return length is not None and length.value >= 0


def _is_color(value: str) -> bool:
    return value in NAMED or value in _NO_COLORS or _COLOR.match(value) is not None


_TESTS: dict[str, Callable[[str], bool]] = {
    "background-color": _is_color,
    "color": _is_color,
    "font-family": is_family,
    "font-size": is_size,
    "line-height": is_line_height,
    "text-align": _ALIGNS.__contains__,
}

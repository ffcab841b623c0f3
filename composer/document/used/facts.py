"""Facts: what a function tells of a block, or of a message, remembered with it.

Rules ask the same of every block again and again. A fact is kept where it belongs: asking needs no
hash of the content, nothing is thrown out too early, and all goes when the block goes.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, TypeVarTuple


class Holder(Protocol):
    """An immutable value with room for what is remembered of it."""

    @property
    def memo(self) -> dict[object, Any]:
        """The facts found so far."""
        ...


H = TypeVar("H", bound=Holder)
More = TypeVarTuple("More")
T = TypeVar("T")
_UNKNOWN = object()


def fact(function: Callable[[H, *More], T]) -> Callable[[H, *More], T]:
    """Make `function` run once for each block or message, and for each further argument."""

    @wraps(function)
    def remembered(holder: H, *more: *More) -> T:
        key = (function, more) if more else function
        memo = holder.memo
        if key in memo:
            known: T = memo[key]
            return known
        found = memo[key] = function(holder, *more)
        return found

    return remembered

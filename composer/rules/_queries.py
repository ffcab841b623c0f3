"""Parameters in the query of an address."""

from collections.abc import Callable
from urllib.parse import unquote

from composer.rules._targets import split


def parameters(url: str) -> tuple[str, ...]:
    """Return the names of the query's parameters in order."""
    parts = split(url)
    query = parts.query if parts else ""
    return tuple(unquote(pair.partition("=")[0]) for pair in query.split("&") if pair)


def without(url: str, unwanted: Callable[[str], bool]) -> str:
    """Return `url` without the parameters whose names are `unwanted`; the rest stays as written."""
    address, mark, rest = url.partition("?")
    query, hash_mark, fragment = rest.partition("#")
    kept = [pair for pair in query.split("&") if pair and not unwanted(pair.partition("=")[0])]
    return address + (mark + "&".join(kept) if kept else "") + hash_mark + fragment

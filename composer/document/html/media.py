"""Media queries that hold for every screen a message is read on."""

_EVERYWHERE = frozenset({"", "all", "screen", "only all", "only screen"})


def holds_everywhere(query: str) -> bool:
    """Whether one of the media in `query` is any screen, whatever its size and colours."""
    return any(" ".join(part.lower().split()) in _EVERYWHERE for part in query.split(","))

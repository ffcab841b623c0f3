"""Edits that several rules offer."""

_SPACES = " \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
_BREAKS = "\N{LINE SEPARATOR}"
_CLOSERS = f".,;:!?)]。、，！？）{_BREAKS}"


def removal(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range to remove for [start, end) of `text`, one neighbouring space included."""
    before = text[start - 1] if start else _BREAKS
    after = text[end] if end < len(text) else _BREAKS
    if before in _SPACES and (after in _SPACES or after in _CLOSERS):
        return start - 1, end
    if after in _SPACES and (before == _BREAKS or before in "([（"):
        return start, end + 1
    return start, end

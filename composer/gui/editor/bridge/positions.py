"""Code points to UTF-16 units and back: the model counts in the first, Qt in the second."""


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, offset: int) -> int:
    """Return the UTF-16 offset in `text` of the code point `offset`."""
    return utf16_length(text[:offset])


def to_code_points(text: str, units: int) -> int:
    """Return the code point at the UTF-16 offset `units`; inside a pair, that of the pair."""
    if text.isascii():
        return min(units, len(text))
    head = text.encode("utf-16-le", "surrogatepass")[: units * 2]
    return len(head.decode("utf-16-le", "ignore"))

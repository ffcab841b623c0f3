"""Letters without case and accents, for who looks for words without spelling them exactly."""

import unicodedata


def plain_letters(text: str) -> str:
    """Return `text` in small letters without accents: ``É`` and ``e`` are alike."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if unicodedata.category(char) != "Mn")

"""Addresses on the clipboard: pasted over words they become the words' link."""

import re

from PySide6.QtCore import QMimeData

_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether `text` is one address of the web or of mail, and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def address_in(source: QMimeData | None) -> str | None:
    """Return the address that somebody copied alone, or None; an empty clipboard may be none."""
    text = source.text() if source is not None and source.hasText() else ""
    return text.strip() if is_address(text) else None

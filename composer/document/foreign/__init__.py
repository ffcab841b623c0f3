"""What other programs put on the clipboard, made into what a message may hold."""

from composer.document.foreign.cleaning import cleaned, has_look
from composer.document.foreign.word import from_word

__all__ = ["cleaned", "from_word", "has_look"]

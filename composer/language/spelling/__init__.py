"""Spelling: which words of a text a dictionary does not know, and what was meant."""

from composer.language.spelling.speller import LocalSpeller, Speller
from composer.language.spelling.words import Word, words

__all__ = ["LocalSpeller", "Speller", "Word", "words"]

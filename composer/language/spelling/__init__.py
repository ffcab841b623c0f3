"""Spelling: which words of a text a dictionary does not know, and what was meant."""

from composer.language.spelling.speller import LocalSpeller, Speller
from composer.language.spelling.words import Word, distinct, words

__all__ = ["LocalSpeller", "Speller", "Word", "distinct", "words"]

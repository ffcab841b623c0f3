"""Spelling: which words of a text a dictionary does not know, and what was meant."""

from composer.language.spelling.capitals import (
    CAPITAL_NOUNS,
    ends_greeting,
    has_title,
    is_surely_name,
    may_be_short_name,
)
from composer.language.spelling.mixed import may_be_name, parts
from composer.language.spelling.speller import LocalSpeller, Speller
from composer.language.spelling.words import Word, distinct, words

__all__ = [
    "CAPITAL_NOUNS",
    "LocalSpeller",
    "Speller",
    "Word",
    "distinct",
    "ends_greeting",
    "has_title",
    "is_surely_name",
    "may_be_name",
    "may_be_short_name",
    "parts",
    "words",
]

"""Phrases: what wording means, found by cues that a translator can edit.

`Lexicon` reads the words of one language; `Passage` finds in a text what its entries describe.
"""

from composer.language.phrases.lexicon import Entry, Example, Lexicon, LexiconError, Rewrite
from composer.language.phrases.passage import Hit, Passage, Place, TextBlock

__all__ = [
    "Entry",
    "Example",
    "Hit",
    "Lexicon",
    "LexiconError",
    "Passage",
    "Place",
    "Rewrite",
    "TextBlock",
]

"""Phrases: what wording means, found by cues that a translator can edit.

`Lexicon` reads the words of one language; `Passage` finds in a text what its entries describe.
"""

from composer.language.phrases.combining import Place
from composer.language.phrases.entry import Entry, Example, Rewrite
from composer.language.phrases.entry_tables import LexiconError
from composer.language.phrases.lexicon import Lexicon
from composer.language.phrases.passage import Hit, Passage, TextBlock

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

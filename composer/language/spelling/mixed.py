"""Words with capitals inside: slips such as "SIe" and "BestelLung", or names such as "PowerPoint".

A slip is known once its capitals are set right, and its parts are not all words, as those of names
put together are.
"""

from collections.abc import Callable, Iterator

import regex

Knows = Callable[[str], bool]

# One small letter before the capital ("iPhone", "kWh"), the plural of an abbreviation ("PCs"), an
# abbreviation before a word ("HTTPServer"), both genders in one word ("KundInnen"), a Dutch letter
# ("IJsland"), a family ("MacKenzie"): as they should be.
_MEANT_SO = regex.compile(
    r"\p{Ll}\p{Lu}.*|\p{Lu}{2,}s|\p{Lu}{4,}\p{Ll}+|.*\p{Ll}In(?:nen)?|IJ\p{Ll}+"
    r"|(?:Ma?c|Fitz)\p{Lu}\p{Ll}+"
)
# Likelier than a plural of two capitals.
_SMALL_WORDS = frozenset(["das", "des", "was", "bis", "uns", "aus", "als", "its", "his", "has"])
_MIXED = regex.compile(r"\p{Lu}*\p{Ll}+(?:\p{Lu}+\p{Ll}*)+|\p{Lu}{2,}\p{Ll}+")
_LEADING = regex.compile(r"\p{Lu}{2,}\p{Ll}+")
_CAMEL = regex.compile(r"(?:\p{Lu}\p{Ll}+){2,}")
_PART = regex.compile(r"\p{Lu}?\p{Ll}+|\p{Lu}")
_RESTART = regex.compile(r"(\p{Lu}\p{Ll}{0,3})((?i:\1)\p{Ll}+)")
_WHOLE = 5  # letters of the word that was begun anew


def may_be_slip(word: str) -> bool:
    """Whether `word` has capitals inside that may be there by mistake."""
    if len(word) < 3 or not _MIXED.fullmatch(word):
        return False
    return word.lower() in _SMALL_WORDS or not _MEANT_SO.fullmatch(word)


def may_be_name(word: str) -> bool:
    """Whether `word` is written as names put together of words are."""
    return bool(_CAMEL.fullmatch(word)) and not _RESTART.fullmatch(word)


def parts(word: str) -> frozenset[str]:
    """Return the pieces of `word`, each with its capital; a plain word is one."""
    return frozenset(_PART.findall(word) if may_be_slip(word) else [word])


def meant_by(word: str, knows: Knows) -> Iterator[str]:
    """Yield the known words that are meant by `word`; none where it is rather a name or a code."""
    yield from _begun_once(word, knows)
    if _LEADING.fullmatch(word) or not all(_is_word(part, knows) for part in parts(word)):
        yield from _with_right_capitals(word, knows)


def _with_right_capitals(word: str, knows: Knows) -> Iterator[str]:
    lower = word.lower()
    if word[0].isupper() and (knows(word.capitalize()) or knows(lower)):
        yield word.capitalize()
    elif knows(lower):
        yield lower


def _begun_once(word: str, knows: Knows) -> Iterator[str]:
    """The word in "GrGrüßenüen", written into one that was begun already."""
    match = _RESTART.fullmatch(word)
    if match is None:
        return
    first, second = match.groups()
    if not _is_word(first, knows):
        ends = range(len(second), max(_WHOLE, len(first) + 1) - 1, -1)
        yield from (second[:end] for end in ends if _is_word(second[:end], knows))


def _is_word(part: str, knows: Knows) -> bool:
    return knows(part) or knows(part.lower())

"""Spellers: the one question rules ask, whoever answers it."""

from collections.abc import Iterable
from functools import cache
from typing import Protocol

from composer import resources
from composer.language.spelling import dictionary
from composer.language.spelling.compounds import is_compound
from composer.language.spelling.pronouns import without_pronouns
from composer.language.spelling.slips import is_slip
from composer.language.spelling.suffixes import without_suffixes


class Speller(Protocol):
    """Knows the dictionaries; may be in another process."""

    def unknown(self, words: Iterable[str], tag: str) -> frozenset[str]:
        """Return those of `words` that the dictionary of `tag` does not have.

        Empty where there is no dictionary for the language.
        """
        ...

    def suggest(self, word: str, tag: str) -> tuple[str, ...]:
        """Return what may be meant by `word`, the likeliest first."""
        ...


class LocalSpeller:
    """Answers in this process; the first question about a language reads its dictionary."""

    def __init__(self) -> None:
        self._right: dict[str, set[str]] = {}

    def unknown(self, words: Iterable[str], tag: str) -> frozenset[str]:
        """Return those of `words` that are not known, neither as they are nor in lower case."""
        path = dictionary.find(tag)
        if path is None:
            return frozenset()
        right = self._right.setdefault(tag, set())
        fresh = frozenset(words) - right
        if not fresh:
            return fresh
        known = dictionary.load(path)
        main = tag.partition("-")[0]
        wrong = frozenset(word for word in fresh if not _is_known(word, known, main))
        right |= fresh - wrong
        return wrong

    def suggest(self, word: str, tag: str) -> tuple[str, ...]:
        """Return what may be meant by `word`; blocks the process for up to half a second."""
        path = dictionary.find(tag)
        return () if path is None else dictionary.load(path).suggest(word)


def _is_known(word: str, known: dictionary.Dictionary, main: str) -> bool:
    if known.knows(word) or word.lower() in more_words(main):
        return True
    lower = word.lower()
    if (word[0].isupper() and known.knows(lower)) or is_compound(word, main, known.knows):
        return True
    bare = (*without_pronouns(lower, main), *without_suffixes(lower, main))
    if any(known.knows(it) or it in more_words(main) for it in bare):
        return True
    # a capital says nothing about names in German; what is no slip of a word is one
    return main == "de" and word[0].isupper() and not is_slip(word, known.knows)


@cache
def more_words(language: str) -> frozenset[str]:
    """Words, in lower case, that dictionaries lack: those of the trade, and some of a language."""
    names = ("words", language)
    files = [resources.root() / "spelling" / f"{name}.txt" for name in names]
    lines = [
        line.strip()
        for file in files
        if file.is_file()
        for line in file.read_text(encoding="utf-8").split("\n")
    ]
    return frozenset(line for line in lines if line and not line.startswith("#"))

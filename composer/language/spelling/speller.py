"""Spellers: the one question rules ask, whoever answers it."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Protocol

from composer import resources
from composer.language.spelling import dictionary
from composer.language.spelling.capitals import CAPITAL_NOUNS, is_misspelt, repairs
from composer.language.spelling.closeness import distance
from composer.language.spelling.compounds import is_compound
from composer.language.spelling.mixed import may_be_slip, meant_by
from composer.language.spelling.pronouns import without_pronouns
from composer.language.spelling.suffixes import without_suffixes


class Speller(Protocol):
    """Knows the dictionaries; may be in another process."""

    def unknown(self, words: Iterable[str], tag: str) -> frozenset[str]:
        """Return those of `words` that the dictionary of `tag` does not have.

        Empty where there is no dictionary for the language.
        """
        ...

    def slips(self, words: Iterable[str], tag: str) -> frozenset[str]:
        """Return those of the unknown among `words` that are no likely names by their letters.

        That is told where nouns have a capital, else they are all returned.
        """
        ...

    def suggest(self, word: str, tag: str) -> tuple[str, ...]:
        """Return what may be meant by `word`, the likeliest first."""
        ...


class LocalSpeller:
    """Answers in this process; the first question about a language reads its dictionary."""

    def __init__(self) -> None:
        self._judged: dict[str, tuple[set[str], set[str]]] = {}
        self._misspelt: dict[str, dict[str, bool]] = {}

    def unknown(self, words: Iterable[str], tag: str) -> frozenset[str]:
        """Return those of `words` that are not known, neither as they are nor in lower case."""
        path = dictionary.find(tag)
        if path is None:
            return frozenset()
        asked = frozenset(words)
        right, wrong = self._judged.setdefault(tag, (set(), set()))
        fresh = asked - right - wrong
        if fresh:
            known = dictionary.load(path)
            main = tag.partition("-")[0]
            for word in fresh:
                (right if _is_known(word, known, main) else wrong).add(word)
        return asked & wrong

    def slips(self, words: Iterable[str], tag: str) -> frozenset[str]:
        """Return those of the unknown among `words` that are no likely names by their letters."""
        unknown = self.unknown(words, tag)
        path = dictionary.find(tag)
        if path is None or tag.partition("-")[0] not in CAPITAL_NOUNS:
            return unknown
        knows = dictionary.load(path).knows
        judged = self._misspelt.setdefault(tag, {})
        for word in unknown - judged.keys():
            judged[word] = _is_slip(word, knows)
        return frozenset(word for word in unknown if judged[word])

    def suggest(self, word: str, tag: str) -> tuple[str, ...]:
        """Return what may be meant by `word`; blocks the process for up to half a second."""
        path = dictionary.find(tag)
        if path is None:
            return ()
        known = dictionary.load(path)
        found = known.suggest(word)
        if may_be_slip(word):
            meant = meant_by(word, _knower(known, tag.partition("-")[0]))
            return tuple(dict.fromkeys((*meant, *found)))
        if tag.partition("-")[0] not in CAPITAL_NOUNS or any(
            distance(word, it) < 2 for it in found
        ):
            return found
        # what the dictionary offers may be far from a slip within a compound
        near = sorted(repairs(word, known.knows), key=lambda it: _single(it) != _single(word))
        return tuple(dict.fromkeys((*near, *found)))


def _is_known(word: str, known: dictionary.Dictionary, main: str) -> bool:
    if known.knows(word) or word.lower() in more_words(main):
        return True
    if may_be_slip(word):
        return not any(True for _ in meant_by(word, _knower(known, main)))
    lower = word.lower()
    if (word[0].isupper() and known.knows(lower)) or is_compound(word, main, known.knows):
        return True
    bare = (*without_pronouns(lower, main), *without_suffixes(lower, main))
    return any(known.knows(it) or it in more_words(main) for it in bare)


def _knower(known: dictionary.Dictionary, main: str) -> Callable[[str], bool]:
    return lambda word: known.knows(word) or is_compound(word, main, known.knows)


def _is_slip(word: str, knows: Callable[[str], bool]) -> bool:
    return word[0].islower() or may_be_slip(word) or is_misspelt(word, knows)


def _single(word: str) -> str:
    """The word with no letter doubled: whether one is, is what many are unsure of."""
    return "".join(it for at, it in enumerate(word) if word[at - 1 : at] != it)


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

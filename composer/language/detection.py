"""The language of a paragraph: by its script, its commonest words, then by letter statistics."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import langdetect
from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from composer import resources
from composer.policy.table import Table

LEAST_LETTERS = 25
LEAST_COMMON = 5  # words among the commonest of a language nobody has named
MANY_COMMON = 10
LEAST_PLAIN = 3
LEAST_WORDS = 15  # for a language whose small words we do not know
_LONGEST = 300
_SURE = 0.8
# Neighbours that we do not check in: known, so that they are not taken for one we do.
_NEIGHBOURS = ("cs", "da", "no", "ro", "hu", "fi", "ca")
_PROFILES = ("en", "de", "fr", "es", "it", "nl", "sv", "pl", "pt", "tr", *_NEIGHBOURS)
_CHINESE = re.compile("[们这说还过发关门问间时吗您么让给谢请订单价评货]")
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("hi", re.compile("[\u0904-\u0939]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("th", re.compile("[\u0e01-\u0e2e]")),
)
# Addresses, codes, names in capitals and numbers say nothing about a language.
_NOISE = re.compile(
    r"\{[^{}]*\}?|https?://\S+|\bwww\.\S+|\S+@\S+|\b\w*\d\w*\b|\b[A-Z][A-Z-]+\b|\ufffc|[_#%{}\[\]<>|]"
)
_DIGIT = re.compile(r"[1-9]")  # messages that differ by a number alone are in one language
_WORD = re.compile(r"[^\W\d_]+")
_LONGER_WORD = re.compile(r"[^\W\d_]{2,}")  # what codes and addresses fall apart into is short
_COMMON_SHARE, _PLAIN_SHARE = 0.2, 0.25


def detect(text: str, expected: str = "") -> str | None:
    """Return the main BCP 47 tag of the language `text` is in, None where it is too short to tell.

    `expected` is the language it should be in; its commonest words settle most paragraphs.
    """
    return _detect(_DIGIT.sub("0", text), expected)


def is_plainly(tag: str, words: frozenset[str]) -> bool:
    """Whether `words`, as of `longer_words`, settle that a text is in the language `tag`.

    Told from the words alone, in a hurry: where it is false, `detect` may still say so.
    """
    if sum(map(len, words)) < LEAST_LETTERS:
        return False
    own, shared, foreign = _common_apart(tag)
    only, both = len(words & own), len(words & shared)
    needed = max(LEAST_PLAIN, _PLAIN_SHARE * len(words))
    return only + both >= needed and only >= both + 2 * len(words & foreign)


@lru_cache(maxsize=12_000)
def longer_words(text: str) -> frozenset[str]:
    """Return the words of `text` that have two letters or more, in lower case."""
    return frozenset(_LONGER_WORD.findall(text.lower()))


@lru_cache(maxsize=4_000)
def _detect(text: str, expected: str) -> str | None:
    main = expected.partition("-")[0].lower()
    plainly, counted = _plainly(text)
    if plainly and (plainly == main or (not main and counted >= LEAST_COMMON)):
        return plainly
    letters = sum(map(str.isalpha, text))
    script = _script(text, letters, main)
    if script is not None:
        return script
    if letters < LEAST_LETTERS:
        return None
    plain = _NOISE.sub(" ", text).lower()
    words = frozenset(_WORD.findall(plain))
    if sum(map(len, words)) < LEAST_LETTERS:
        return None
    if main and _sounds_like(main, words):
        return main
    found, chance = _by_letters(plain)
    return found if found and _is_borne_out(found, chance, main, words) else None


def _plainly(text: str) -> tuple[str, int]:
    """The language whose commonest words are so many that nothing else need be looked at.

    With how many there are; without a language where no one's are.
    """
    words = longer_words(text)
    if sum(map(len, words)) < LEAST_LETTERS:
        return "", 0
    counts = _counts(words)
    if not counts:
        return "", 0
    tag = max(counts, key=counts.__getitem__)
    own = counts.pop(tag)
    other = max(counts.values(), default=0)
    many = own >= MANY_COMMON and own >= 3 * other  # a long text has other words besides
    plain = own >= max(LEAST_PLAIN, _PLAIN_SHARE * len(words)) and own >= 2 * other
    return (tag, own) if plain or many else ("", 0)


def _is_borne_out(found: str, chance: float, expected: str, words: frozenset[str]) -> bool:
    """Whether small words speak for `found`: a row of names looks like some language or other."""
    common = common_words()
    if found == expected:
        return chance >= _SURE
    against = len(words & common.get(expected, frozenset()))
    if found not in common:
        return chance >= _SURE and not against and len(words) >= LEAST_WORDS
    needed = 1 if chance >= _SURE else 2
    return len(words & common[found]) >= max(needed, 2 * against)


def _script(text: str, letters: int, expected: str) -> str | None:
    """The language of a script that decides it; a few foreign letters in a text do not."""
    if text.isascii():
        return None
    for tag, characters in _SCRIPTS:
        count = len(characters.findall(text))
        if count * 3 > letters and count >= 4:
            # kanji alone may be a heading of a Japanese message
            japanese = tag == "zh" and (
                _SCRIPTS[0][1].search(text) or (expected == "ja" and not _CHINESE.search(text))
            )
            return "ja" if japanese else tag
    return None


def _sounds_like(main: str, words: frozenset[str]) -> bool:
    """Whether the commonest words of `main` are there, and those of no other language as often."""
    counts = _counts(words)
    own = counts.pop(main, 0)
    return own >= max(2, _COMMON_SHARE * len(words)) and own > 1.5 * max(counts.values(), default=0)


def _counts(words: frozenset[str]) -> dict[str, int]:
    """How many of `words` are among the commonest of which languages."""
    counts: dict[str, int] = {}
    for tags in map(_languages_of_common_words().get, words):
        for tag in tags or ():
            counts[tag] = counts.get(tag, 0) + 1
    return counts


def _by_letters(text: str) -> tuple[str, float]:
    detector = _factory().create()
    detector.n_trial = 3
    detector.set_max_text_length(_LONGEST)
    detector.append(text)
    try:
        best = detector.get_probabilities()
    except LangDetectException:
        return "", 0.0
    return (str(best[0].lang), float(best[0].prob)) if best else ("", 0.0)


@cache
def _factory() -> DetectorFactory:
    DetectorFactory.seed = 0  # the same text is always the same language
    folder = Path(langdetect.__file__).parent / "profiles"
    factory = DetectorFactory()
    factory.load_json_profile([(folder / tag).read_text(encoding="utf-8") for tag in _PROFILES])
    return factory


@cache
def common_words() -> Mapping[str, frozenset[str]]:
    """Return the commonest words of the languages we know, by main tag, in lower case."""
    files = resources.path("lexicons").glob("*/language.toml")
    tables = [Table.load(file) for file in files]
    return {table.text("tag"): frozenset(table.texts("common")) for table in tables}


@cache
def _common_apart(tag: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The commonest words that only `tag` has, those others have as well, and those of others."""
    own = common_words().get(tag, frozenset())
    others = frozenset[str]().union(*[it for of, it in common_words().items() if of != tag])
    return own - others, own & others, others - own


@cache
def _languages_of_common_words() -> Mapping[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for tag, words in common_words().items():
        for word in words:
            languages[word] = (*languages.get(word, ()), tag)
    return languages

"""The words of a text that a dictionary can judge.

Left out: addresses, codes, words with digits, words in capitals or with capitals inside that are
there on purpose, and what is no word of a language that parts words by spaces.
"""

from functools import lru_cache
from typing import NamedTuple

import regex

from composer.language.spelling.mixed import may_be_slip

_ADDRESS = regex.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}(?:/\S*)?(?!\w)|[#@/\\]\w+"
    r"|\{[^{}\n]*\}"
)
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
_WORD = regex.compile(
    r"(?<![\w.&/\ufffd])[\p{L}--ℹ][\p{L}\p{M}]*+(?:['’][\p{L}\p{M}]+)*+(?![\w@/\\\ufffd])", regex.V1
)
_FEW_NAMES = 3  # words that are a line of their own, such as a signature


# Behind one of these, of a salutation or a sign-off, stands a name.
_SALUTATIONS = frozenset(
    [
        *("dear", "hello", "hi", "hey", "mr", "mrs", "ms", "miss", "dr"),
        *("hallo", "liebe", "lieber", "herr", "herrn", "frau", "familie", "moin"),
        *("grüße", "grüßen", "grüsse", "grüssen", "gruß", "gruss"),
        *("bonjour", "salut", "monsieur", "madame", "mme", "cher", "chère"),
        *("hola", "estimado", "estimada", "señor", "señora", "sr", "sra", "don", "doña"),
        *("ciao", "salve", "gentile", "signor", "signora", "signore", "caro", "cara"),
        *("beste", "geachte", "heer", "mevrouw", "dag", "hoi"),
        *("hej", "hejsan", "kära", "käre", "bäste", "bästa"),
        *("cześć", "witaj", "witam", "pan", "pani", "panie"),
        *("olá", "oi", "prezado", "prezada", "senhor", "senhora", "dona"),
        *("sayın", "merhaba", "selam"),
    ]
)


class Word(NamedTuple):
    """A word with its range.

    `is_name` where its capital says that it may be a name; `is_called` where it surely is one,
    behind a salutation or a title, or in a signature. `before` is the word before it in lower case,
    "" at a beginning. `is_mixed` where it has capitals inside.
    """

    start: int
    end: int
    text: str
    is_name: bool
    is_called: bool = False
    before: str = ""
    is_mixed: bool = False


@lru_cache(maxsize=12_000)
def distinct(text: str) -> frozenset[str]:
    """Return the words of `text` as a set."""
    return frozenset(word.text for word in words(text))


@lru_cache(maxsize=12_000)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; apostrophes are straight."""
    masked = text
    if any(mark in text for mark in "./@#{\\"):
        masked = _ADDRESS.sub(lambda match: "\N{NO-BREAK SPACE}" * len(match[0]), text)
    found = []
    opens, called = True, False
    last, before = 0, ""
    for match in _WORD.finditer(masked):
        word = match[0]
        opens = opens or any(mark in '.!?:;\u2028\n“„«»"(' for mark in masked[last : match.start()])
        called = called and not opens
        last = match.end()
        mixed = may_be_slip(word)
        if mixed or (_is_plain(word) and not _UNSPACED.search(word)):
            capital = word[0].isupper()
            is_name = capital and (called or not opens)
            straight = word.replace("’", "'")
            beside = "" if opens else before
            found.append(Word(*match.span(), straight, is_name, called and capital, beside, mixed))
        before = word.lower()
        called = word.lower() in _SALUTATIONS or (called and word[0].isupper())
        opens = False
    return tuple(map(_called, found)) if _is_signature(text, found) else tuple(found)


def _is_plain(word: str) -> bool:
    return len(word) > 1 and word[1:] == word[1:].lower()


def _is_signature(text: str, words: list[Word]) -> bool:
    """Whether the text is nothing but one, two or three words with a capital."""
    found = [word for word in words if not word.is_mixed]
    if len(found) > _FEW_NAMES or text.rstrip()[-1:] in {".", "!", "?", ":"}:
        return False
    return all(word.text[0].isupper() for word in found)


def _called(word: Word) -> Word:
    return word._replace(is_name=True, is_called=True)

"""What a block says and in which language: read once, for all rules that ask."""

from functools import lru_cache

from composer.document import Block
from composer.document.used import fact
from composer.language.detection import detect, is_plainly, longer_words
from composer.language.phrases.digest import Digest
from composer.language.phrases.lexicon import Lexicon, lexicon_of

_NO_WORDS = frozenset[str]()


@fact
def read(block: Block, lexicon: Lexicon) -> Digest:
    """Return the sentences of `block`, and what of the lexicon's cues stands in each."""
    return lexicon.digest(block.text)


@lru_cache(maxsize=4_000)
def _is_plainly(tag: str, pieces: tuple[str, ...]) -> bool:
    return is_plainly(tag, _NO_WORDS.union(*map(longer_words, pieces)))


@fact
def spoken(block: Block, expected: str) -> str | None:
    """Return the language of `block` as `detect` does; `expected` is a BCP 47 tag."""
    lexicon = lexicon_of(expected)
    if lexicon is not None and _is_plainly(lexicon.tag, read(block, lexicon).pieces):
        return lexicon.tag
    return detect(block.text, expected)

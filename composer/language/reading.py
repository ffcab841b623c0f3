"""What a block says and in which language: read once, for all rules that ask."""

from composer.document import Block
from composer.document.used import fact
from composer.language.detection import detect, is_plainly, longer_words
from composer.language.phrases.lexicon import Digest, Lexicon, lexicon_of

_NO_WORDS = frozenset[str]()


@fact
def read(block: Block, lexicon: Lexicon) -> Digest:
    """Return the sentences of `block`, and what of the lexicon's cues stands in each."""
    return lexicon.digest(block.text)


@fact
def spoken(block: Block, expected: str) -> str | None:
    """Return the language of `block` as `detect` does; `expected` is a BCP 47 tag."""
    lexicon = lexicon_of(expected)
    if lexicon is not None:
        pieces = read(block, lexicon).pieces
        if len(pieces) == 1:  # as most blocks are
            words = longer_words(pieces[0])
        else:
            words = _NO_WORDS.union(*map(longer_words, pieces))
        if is_plainly(lexicon.tag, words):
            return lexicon.tag
    return detect(block.text, expected)

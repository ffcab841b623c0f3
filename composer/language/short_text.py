"""The language of a few words, such as a subject line: too short to tell by their letters."""

from composer.language.detection import common_words
from composer.language.spelling import Speller, distinct

LEAST_WORDS = 2
UNNAMED = "und"  # BCP 47 for a language that cannot be told


def foreign_language(text: str, language: str, speller: Speller) -> str | None:
    """Return the main tag of the language `text` is in; None unless it is surely not `language`.

    It is another one where no word is in the dictionary of `language`, all are in that of the
    other, and one of them is among the commonest there: a name or a product is not enough.
    `UNNAMED` where several languages fit as well.
    """
    found = distinct(text)
    if len(found) < LEAST_WORDS:
        return None
    main = language.partition("-")[0].casefold()
    lower = frozenset(map(str.lower, found))
    shares = {tag: len(lower & words) for tag, words in common_words().items() if tag != main}
    likely = [tag for tag, count in shares.items() if count]
    if not likely or speller.unknown(found, language) != found:
        return None
    fitting = [tag for tag in likely if not speller.unknown(found, tag)]
    most = max((shares[tag] for tag in fitting), default=0)
    best = [tag for tag in fitting if shares[tag] == most]
    return (best[0] if len(best) == 1 else UNNAMED) if best else None

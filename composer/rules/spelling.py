"""Word is not in the dictionary.

Spelling errors are not permitted. Your own words and brand names belong into the library's
settings; codes, addresses, placeholders and words in capitals are never looked up.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.language.detection import detect
from composer.language.phrases.lexicon import lexicon_of
from composer.language.spelling import Word, words
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-SPELL",
    message="Not in the dictionary: “{shown}”",
    examples=(
        Invalid("<p>We will adress this tommorow.</p>", flags=("adress", "tommorow")),
        Invalid(
            "<p>Ihre Bestelung kommt morgen an.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Bestelung",),
        ),
        Invalid(
            "<p>Nous avons bien reçu votre comande.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("comande",),
        ),
        Invalid("<p>The colour is gray.</p>", flags=("colour",)),  # as advice
        Valid("<p>The colour is grey.</p>", language="en-GB", marketplace="amazon.co.uk"),
        Valid("<p>Order {{order_id}}: USB-C hub XR-200, see www.amazon.com/orders, iPhone.</p>"),
        Valid("<p>L'articolo dell'ordine è arrivato.</p>", language="it", marketplace="amazon.it"),
        Valid("<p>ご注文の商品をお送りします。</p>", language="ja", marketplace="amazon.co.jp"),
    ),
)

_CAPITAL_NOUNS = frozenset({"de"})  # a capital says nothing about names there
# A word that another variety knows, or English within another language, is only worth a hint.
_VARIETIES = {"en": ("en-US", "en-GB"), "pt": ("pt", "pt-PT", "en-US")}
_ELSEWHERE = ("en-US", "en-GB")


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    if context.speller is None:
        return
    tag = _tag(block, context)
    main = tag.partition("-")[0]
    own = context.settings.words | context.settings.brands
    candidates = [
        word
        for word in words(block.text)
        if word.text.casefold() not in own and not _is_abbreviation(block.text, word, main)
    ]
    unknown = context.speller.unknown({word.text for word in candidates}, tag)
    nowhere = unknown
    for other in _VARIETIES.get(main, _ELSEWHERE) if unknown else ():
        nowhere = context.speller.unknown(nowhere, other)
    for word in candidates:
        if word.text in unknown:
            is_name = word.is_name and main not in _CAPITAL_NOUNS
            doubt = is_name or word.text not in nowhere
            severity = Severity.ADVICE if doubt else None
            yield rule.finding(word.start, word.end, severity=severity, shown=word.text)


def _is_abbreviation(text: str, word: Word, main: str) -> bool:
    if text[word.end : word.end + 1] != ".":
        return False
    lexicon = lexicon_of(main)
    return lexicon is not None and word.text.lower() in lexicon.abbreviations


def _tag(block: Block, context: Context) -> str:
    """The language of the block, in the store's own variety where the template names none."""
    spoken = detect(block.text, context.language) or context.language.partition("-")[0]
    if context.language.startswith(spoken) and "-" in context.language:
        return context.language
    store = context.policy.marketplaces.get(context.marketplace)
    offered = store.languages if store else ()
    return next((tag for tag in offered if tag.partition("-")[0] == spoken), spoken)

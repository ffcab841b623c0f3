"""Word is not in the dictionary.

This may be a spelling error, which is not permitted, or a word of your own. Your own words and
brand names belong into the library's settings; codes, addresses, placeholders and words in capitals
are never looked up. Unknown words that are likely names are advice; where every noun has a capital,
what stands behind a salutation or in a signature is a name, and what is near to a known word is
none.
"""

from collections.abc import Iterable, Iterator

from composer.document import Block
from composer.document.used.facts import fact
from composer.language.phrases.lexicon import lexicon_of
from composer.language.reading import read, spoken
from composer.language.spelling import (
    CAPITAL_NOUNS,
    Speller,
    Word,
    distinct,
    ends_greeting,
    has_title,
    is_surely_name,
    may_be_name,
    may_be_short_name,
    parts,
    words,
)
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import PARTS, Invalid, Rule, Valid

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
        *(
            Invalid(f"<p>{text}</p>", language="de", marketplace="amazon.de", flags=(word,))
            for text, word in (
                ("Mit freundlichen Grxxen", "Grxxen"),
                ("Viele Grxxen", "Grxxen"),
                ("Mit freundlichen Gröten", "Gröten"),
                ("Ihre Bestelungg kommt an.", "Bestelungg"),
                ("Die Zustellungkk kommt an.", "Zustellungkk"),
                ("Wann Ihrabc Paket kommt, ist offen.", "Ihrabc"),
                ("Hier ist Ihre Sendungsnumer.", "Sendungsnumer"),
                ("Wir haben Ihr Paekt versandt.", "Paekt"),
                ("Können SIe uns schreiben?", "SIe"),
                ("Mit freundlichen GrGrüßenüen", "GrGrüßenüen"),
                ("Die VerKäufer sind da.", "VerKäufer"),  # as advice
                ("Ihr Wasserkocher von Fabulux ist da.", "Fabulux"),  # as advice
            )
        ),
        *(
            Valid(f"<p>{text}</p>", language="de", marketplace="amazon.de")
            for text in (
                "Liebe Frau Rösli, lieber Herr Kowalczyk, Ihr Versandlabel ist da.",
                "Herzliche Grüße, Ihr Kundenservice von DHL, Hermes und Amazon",
                "Mit freundlichen Grüßen Papadopoulos Kowalczyk",
                "Ihr SmartPhone von LaCie mit PowerPoint, WhatsApp und eBay ist da.",
                "Das Fulfillment für Ihren Rowenta ist abgeschlossen.",
                "Ihre Deko ist da.",
            )
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
        Valid("<p>It is from Wohngl\ufffdck.</p>"),  # the broken character is the finding
        Valid("<p>Din PlayStation är här.</p>", language="sv", marketplace="amazon.se"),
        Valid("<p>L'articolo dell'ordine è arrivato.</p>", language="it", marketplace="amazon.it"),
        Valid("<p>ご注文の商品をお送りします。</p>", language="ja", marketplace="amazon.co.jp"),
    ),
)

_Spelt = tuple[str, int, Block, str]
"""A block with its part, its place in it and the dictionary it is looked up in."""

_SMALL = frozenset({"ar", "hi"})  # their dictionaries lack too many words to say more than a hint
# A word that another variety knows, or English within another language, is only worth a hint.
_FEW, _FOREIGN = 8, 0.4
_VARIETIES = {
    "en": ("en-US", "en-GB"),
    "es": ("es", "es-MX", "es-AR", "en-US"),
    "pt": ("pt", "pt-PT", "en-US"),
}
_ELSEWHERE = ("en-US", "en-GB")


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    # not block by block: what a speller in another process knows of a block grows
    if context.speller is None:
        return
    blocks = list(_blocks(message))
    unknown = _unknown(blocks, context)
    if not unknown:
        return
    for part, base, block, tag in blocks:
        for start, word, severity in _wrong(block, tag, context.speller, unknown):
            yield rule.finding(
                base + start,
                base + start + len(word),
                part=part,
                severity=severity,
                remember=("words", word),
                dictionary=tag,
                shown=word,
            )


def _blocks(message: Message) -> Iterator[_Spelt]:
    for part in PARTS:
        document = message.template.part(part)
        for base, block in zip(document.starts, document.blocks, strict=True):
            if block.text:
                yield part, base, block, _tag(block, message.context)


def _unknown(blocks: Iterable[_Spelt], context: Context) -> frozenset[str]:
    """The words of the whole message that are in doubt: mostly none, so no block need be asked."""
    texts: dict[str, list[str]] = {}
    for _, _, block, tag in blocks:
        texts.setdefault(tag, []).extend(_pieces(block, tag.partition("-")[0]))
    own = context.settings.words | context.settings.brands
    return frozenset(
        word
        for tag, pieces in texts.items()
        for word in (context.speller.unknown(_words(pieces), tag) if context.speller else ())
        if word.casefold() not in own
    )


def _wrong(
    block: Block, tag: str, speller: Speller, doubted: frozenset[str]
) -> Iterator[tuple[int, str, Severity]]:
    """Yield position, word and severity of what no dictionary has."""
    main = tag.partition("-")[0]
    pieces = _pieces(block, main)
    if all(doubted.isdisjoint(distinct(piece)) for piece in pieces):
        return
    texts = _words(pieces)
    unknown = speller.unknown(texts & doubted, tag)
    slips = speller.slips(unknown, tag)
    if not unknown or (len(texts) >= _FEW and len(slips) > _FOREIGN * len(texts)):
        return  # nothing is wrong, or the whole block is in another language
    nowhere = _nowhere(unknown, main, speller)
    for offset, end in _sentences(block, main):
        for word in words(block.text[offset:end]):
            start = offset + word.start
            if word.text in unknown and not _is_abbreviation(block.text, start, word, main):
                is_foreign = word.text not in nowhere
                if word.is_mixed:
                    severity = _mixed_severity(word, is_foreign=is_foreign)
                else:
                    is_slip = word.text in slips
                    severity = _severity(word, main, is_slip=is_slip, is_foreign=is_foreign)
                if severity is not None:
                    yield start, word.text, severity


def _nowhere(unknown: frozenset[str], main: str, speller: Speller) -> frozenset[str]:
    """Those of the unknown that no dictionary has where foreign words mostly come from."""
    asked = {word: parts(word) for word in unknown}
    for other in _VARIETIES.get(main, _ELSEWHERE):
        wrong = speller.unknown(frozenset[str]().union(*asked.values()), other)
        asked = {word: pieces for word, pieces in asked.items() if pieces & wrong}
    return frozenset(asked)


def _severity(word: Word, main: str, *, is_slip: bool, is_foreign: bool) -> Severity | None:
    """How wrong an unknown word is; None where it surely is a name or a foreign word."""
    if main not in CAPITAL_NOUNS or word.text[0].islower():
        doubted = word.is_name or main in _SMALL or is_foreign
        return Severity.ADVICE if doubted else Severity.REVIEW
    if ends_greeting(word) and not is_foreign:
        return Severity.REVIEW
    if has_title(word):
        return None
    if is_foreign or is_surely_name(word):
        return Severity.ADVICE if is_slip else None
    return Severity.REVIEW if is_slip and not may_be_short_name(word) else Severity.ADVICE


def _mixed_severity(word: Word, *, is_foreign: bool) -> Severity | None:
    """How wrong a word with capitals inside is; None where foreign words make it a name."""
    if not may_be_name(word.text):
        return Severity.REVIEW
    return None if is_foreign else Severity.ADVICE


def _pieces(block: Block, main: str) -> tuple[str, ...]:
    lexicon = lexicon_of(main)
    return read(block, lexicon).pieces if lexicon else (block.text,)


def _words(pieces: Iterable[str]) -> frozenset[str]:
    """The words of several sentences as a set, put together from those of each."""
    return frozenset[str]().union(*map(distinct, pieces))


def _sentences(block: Block, main: str) -> tuple[tuple[int, int], ...]:
    lexicon = lexicon_of(main)
    return read(block, lexicon).sentences if lexicon else ((0, len(block.text)),)


def _is_abbreviation(text: str, start: int, word: Word, main: str) -> bool:
    if text[start + len(word.text) :][:1] != ".":
        return False
    lexicon = lexicon_of(main)
    return lexicon is not None and word.text.lower() in lexicon.abbreviations


def _tag(block: Block, context: Context) -> str:
    """The dictionary of the language that the block is in."""
    return _dictionary(context, spoken(block, context.language) or "")


@fact
def _dictionary(context: Context, found: str) -> str:
    """The tag of a language, in the store's own variety where the template names none."""
    main = found or context.language.partition("-")[0]
    if context.language.startswith(main) and "-" in context.language:
        return context.language
    store = context.policy.marketplaces.get(context.marketplace)
    offered = store.languages if store else ()
    return next((tag for tag in offered if tag.partition("-")[0] == main), main)

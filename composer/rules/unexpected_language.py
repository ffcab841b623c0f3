"""Text is in another language.

Write in the language the buyer prefers. A paragraph in another language than the rest leaves part
of the message unread; a language that the store does not offer cannot be the buyer's choice there.
"""

from collections import Counter
from collections.abc import Iterator

from composer.language.reading import spoken
from composer.language.short_text import foreign_language
from composer.language.spelling import distinct
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="R-LANG",
    message="This is in {found}, the message is in {wanted}",
    examples=(
        Invalid(
            "<p>Your parcel is late and will arrive on Friday.</p>"
            "<p>Ihr Paket verspätet sich und kommt erst am Freitag bei Ihnen an.</p>",
            flags=("Ihr Paket verspätet sich und kommt erst am Freitag bei Ihnen an.",),
        ),
        Invalid(
            "<p>Votre colis est en retard et il arrivera seulement vendredi.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Votre colis est en retard et il arrivera seulement vendredi.",),
        ),
        Invalid(
            "<p>Bonjour, ご注文の商品の発送が遅れています。</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Bonjour, ご注文の商品の発送が遅れています。",),
        ),
        Invalid(
            "<p>Your parcel is late and will arrive on Friday.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Your parcel is late and will arrive on Friday.",),
            fixed="<p>Your parcel is late and will arrive on Friday.</p>",
        ),
        Invalid(
            "<p>Merci.</p>",
            language="pl",
            marketplace="amazon.fr",
            flags=("",),
            fixed="<p>Merci.</p>",
        ),
        Valid("<p>Your parcel with the KitchenPro Deluxe Edelstahl pan is late.</p>"),
        Valid("<p>Ihr Paket kommt am Freitag bei Ihnen an.</p>", language="de-AT"),
        Valid("<p>Merci.</p>"),
        Valid(
            "<p>Paczka jest opóźniona i dotrze dopiero w piątek.</p>",
            language="pl",
            marketplace="amazon.de",
        ),
    ),
)

_PLAINLY = 3  # times as much as in any other language


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    blocks = [
        (start, len(block.text), spoken(block, context.language))
        for start, block in zip(message.body.starts, message.body.blocks, strict=True)
    ]
    wanted = _main(context.language)
    lengths = Counter({wanted: 0})
    for _, length, language in blocks:
        if language is not None:
            lengths[language] += length
    own, known = lengths[wanted], lengths.total()
    written = _mostly(lengths, wanted)
    renamed = _renamed(context, written) if written else ()
    yield from _not_offered(context, renamed)
    yield from _subject(message, context, wanted, renamed)
    for start, length, language in blocks:
        if language is not None and language != wanted:
            alone = own == 0 and known and not _offered(context, language)
            yield rule.finding(
                start,
                start + length,
                severity=None if alone else Severity.REVIEW,
                fixes=renamed if language == written else (),
                found=_title(context, language),
                wanted=_title(context, context.language),
            )


def _subject(
    message: Message, context: Context, wanted: str, renamed: tuple[Fix, ...]
) -> Iterator[Finding]:
    """A line of a few words, which the body around it does not make plain."""
    block = message.subject.blocks[0]
    language = spoken(block, context.language)
    if language is None and context.speller is not None:
        own = context.settings.words | context.settings.brands
        if not any(word.lower() in own for word in distinct(block.text)):
            language = foreign_language(block.text, context.language, context.speller)
    if language is not None and language != wanted:
        fits = any(_main(it.language) == language for it in renamed)
        yield rule.finding(
            0,
            len(block.text),
            part="subject",
            severity=Severity.REVIEW,
            fixes=renamed if fits else (),
            found=_title(context, language),
            wanted=_title(context, context.language),
        )


def _mostly(lengths: Counter[str], wanted: str) -> str:
    """Return the language that most of the message is in, "" where that is `wanted` or open."""
    most = max(lengths, key=lengths.__getitem__)
    plainly = lengths[most] >= _PLAINLY * (lengths.total() - lengths[most])
    return most if plainly and most != wanted else ""


def _renamed(context: Context, language: str) -> tuple[Fix, ...]:
    """Return the fix by which the message counts as written in `language`, if it can be that."""
    store = context.policy.marketplaces.get(context.marketplace)
    tags = store.languages if store else (language,)
    fitting = [tag for tag in tags if _main(tag) == language]
    return (_fix(context, fitting[0]),) if fitting else ()


def _fix(context: Context, tag: str) -> Fix:
    languages = context.policy.languages
    title, (_, region) = _title(context, tag), languages.split(tag)
    if region is not None:
        place = Phrase(languages.regions[region], f"policy.region.{region}")
        main = languages.find(tag)
        name = _title(context, main.tag) if main else title
        title = Phrase(
            "{language} ({region})", "app_state.language_of", language=name, region=place
        )
    return Fix(Phrase("Set the language to {language}", language=title), (), language=tag)


def _not_offered(context: Context, renamed: tuple[Fix, ...]) -> Iterator[Finding]:
    store = context.policy.marketplaces.get(context.marketplace)
    if store is not None and not _offered(context, context.language):
        yield rule.finding(
            severity=Severity.REVIEW,
            message="{store} does not offer {language} to buyers",
            fixes=renamed or (_fix(context, store.default_language),),
            store=store.domain,
            language=_title(context, context.language),
        )


def _offered(context: Context, language: str) -> bool:
    store = context.policy.marketplaces.get(context.marketplace)
    return store is None or _main(language) in map(_main, store.languages)


def _title(context: Context, language: str) -> Phrase:
    known = context.policy.languages.find(language)
    if known is None:
        return Phrase("another language")
    title = known.name if language == known.tag else context.policy.languages.title(language)
    return Phrase(title, f"policy.language.{known.tag}.name")


def _main(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].casefold()

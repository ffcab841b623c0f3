"""Text is in another language.

Write in the language the buyer prefers. A paragraph in another language than the rest leaves part
of the message unread; a language that the store does not offer cannot be the buyer's choice there.
"""

from collections.abc import Iterator

from composer.language.reading import spoken
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
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
            "<p>Paczka jest opóźniona i dotrze dopiero w piątek.</p>",
            language="pl",
            marketplace="amazon.fr",
            flags=("",),
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


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from _not_offered(context)
    blocks = [
        (start, len(block.text), spoken(block, context.language))
        for start, block in zip(message.body.starts, message.body.blocks, strict=True)
    ]
    wanted = _main(context.language)
    known = sum(length for _, length, language in blocks if language)
    own = sum(length for _, length, language in blocks if language == wanted)
    for start, length, language in blocks:
        if language is not None and language != wanted:
            alone = own == 0 and known and not _offered(context, language)
            yield rule.finding(
                start,
                start + length,
                severity=None if alone else Severity.REVIEW,
                found=_title(context, language),
                wanted=_title(context, context.language),
            )


def _not_offered(context: Context) -> Iterator[Finding]:
    store = context.policy.marketplaces.get(context.marketplace)
    if store is not None and not _offered(context, context.language):
        yield rule.finding(
            severity=Severity.REVIEW,
            message="{store} does not offer {language} to buyers",
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

"""Cannot ship, without saying what was done.

Say as well what you did: that you cancelled, refunded or adjusted the order in Seller Central, and
why. Amazon asks for that before the message is sent.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="M-OOS",
    message="Cannot ship, without saying that the order was adjusted: “{shown}”",
    examples=(
        Invalid(
            "<p>Unfortunately the item is out of stock.</p>",
            flags=("out of stock",),
            fixed="<p>Unfortunately the item is out of stock. We have cancelled the order "
            "and refunded you in full.</p>",
        ),
        Invalid(
            "<p>We are unable to ship your order.</p>",
            flags=("unable to ship your",),
            fixed="<p>We are unable to ship your order. We have cancelled the order and "
            "refunded you in full.</p>",
        ),
        Invalid(
            "<p>Wir können Ihre Bestellung leider nicht versenden.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("können Ihre Bestellung leider nicht versenden",),
            fixed="<p>Wir können Ihre Bestellung leider nicht versenden. Wir haben die "
            "Bestellung storniert und den vollen Betrag erstattet.</p>",
        ),
        Invalid(
            "<p>Il ne nous reste plus aucun exemplaire de ce livre.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("nous reste plus aucun exemplaire",),
            fixed="<p>Il ne nous reste plus aucun exemplaire de ce livre. Nous avons "
            "annulé la commande et vous avons remboursé intégralement.</p>",
        ),
        Valid("<p>The item is out of stock, so we have refunded you in full.</p>"),
        Valid("<p>The item is in stock again and ships today.</p>"),
        Valid(
            "<p>Wir können Ihre Bestellung nicht vor Montag versenden.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Votre batterie est épuisée : chargez-la huit heures.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if context.proactive:
        yield from worded(rule, message, lacking=True)

"""Cannot ship, without saying what was done.

Say what you did with the order, such as “We have cancelled it and refunded you in full”. Amazon
wants that done before you write: a choice for the buyer comes too late.
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
    message="Cannot ship, but does not say what was done: “{shown}”",
    examples=(
        Invalid(
            "<p>Unfortunately the item is out of stock.</p>",
            flags=("out of stock",),
        ),
        Invalid(
            "<p>We are unable to ship your order.</p>",
            flags=("unable to ship your",),
        ),
        Invalid(
            "<p>Wir können Ihre Bestellung leider nicht versenden.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("können Ihre Bestellung leider nicht versenden",),
        ),
        Invalid(
            "<p>Il ne nous reste plus aucun exemplaire de ce livre.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("nous reste plus aucun exemplaire",),
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

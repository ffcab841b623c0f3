"""Asks the buyer to cancel.

Where you cannot fulfil an order, adjust it yourself. Do not ask the buyer to request a
cancellation.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="M-CANCEL",
    message="Asks the buyer to cancel: “{shown}”",
    examples=(
        Invalid(
            "<p>The item is sold out. Please cancel your order.</p>",
            flags=("Please cancel",),
            fixed="<p>The item is sold out.</p>",
        ),
        Invalid(
            "<p>Could you please request a cancellation?</p>",
            flags=("Could you please request a cancellation",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Bitte die Bestellung stornieren und neu bestellen.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Bitte die Bestellung stornieren",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Annulez simplement la commande dans votre compte.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Annulez simplement la commande",),
            fixed="<p><br></p>",
        ),
        Valid("<p>We cancelled the order for you and refunded you.</p>"),
        Valid("<p>Please do not cancel your order.</p>"),
        Valid(
            "<p>Ihre Stornierung haben wir erhalten und bestätigt.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Vous n'avez rien à faire, nous annulons la commande.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

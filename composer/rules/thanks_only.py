"""Only says thank you.

A message needs a purpose of its own. Thanks alone, or thanks and an offer of help, is not
permitted.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded_at_all

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="M-THX",
    message="Only says thank you",
    examples=(
        Invalid("<p>Thank you for your order {{order_id}}.</p>", flags=("",)),
        Invalid(
            "<p>Hello,</p><p>Thank you so much for your purchase! If you have any "
            "questions, just contact us.</p>",
            flags=("",),
        ),
        Invalid(
            "<p>Danke, dass du bei uns gekauft hast! Viel Spaß damit.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("",),
        ),
        Invalid(
            "<p>Merci d'avoir choisi notre boutique. À bientôt !</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("",),
        ),
        Valid("<p>Thank you for your order. Which colour would you like?</p>"),
        Valid("<p>Thank you for your order. Unfortunately your parcel will be late.</p>"),
        Valid(
            "<p>Vielen Dank für Ihre Bestellung. Welche Farbe wünschen Sie?</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Merci de nous indiquer le numéro de votre appartement.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if context.proactive:
        yield from worded_at_all(rule, message, alone_but=("help_offer_only", "order_confirmation"))

"""Only offers help.

A message needs a purpose of its own. An offer to help if there is a problem is not one.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded_at_all

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="M-HELP",
    message="Only offers help",
    examples=(
        Invalid(
            "<p>If you have any questions about order {{order_id}}, please contact us.</p>",
            flags=("",),
        ),
        Invalid("<p>Our team is always happy to help.</p>", flags=("",)),
        Invalid(
            "<p>Unser Kundenservice ist rund um die Uhr für Sie da.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("",),
        ),
        Invalid(
            "<p>Notre service client est joignable de 9 h à 18 h.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("",),
        ),
        Valid("<p>If you have any questions, contact us. Your invoice is attached.</p>"),
        Valid("<p>Your parcel is delayed. We are happy to help.</p>"),
        Valid(
            "<p>Die Hausnummer fehlt. Melden Sie sich bitte bei uns.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Votre colis a du retard. N'hésitez pas à nous contacter.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if context.proactive:
        yield from worded_at_all(rule, message, alone_but=("order_confirmation",))

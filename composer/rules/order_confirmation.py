"""Confirms the order or its dispatch.

Amazon sends confirmations of orders and of shipping itself. Send one only where something about the
order has gone wrong, or to answer a question.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="M-CONF",
    message="Confirms the order or its dispatch: “{shown}”",
    examples=(
        Invalid(
            "<p>Your order {{order_id}} has been shipped.</p>",
            flags=("Your order ￼ has been shipped",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>We have received your order and are processing it.</p>",
            flags=("We have received your order",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Laut DHL ist dein Paket gestern bei dir angekommen.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Paket gestern bei dir angekommen",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Votre colis vient d'être confié au transporteur.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("colis vient d'être confié",),
            fixed="<p><br></p>",
        ),
        Valid("<p>We are sorry, order {{order_id}} has not been shipped yet and will be late.</p>"),
        Valid("<p>Before we ship, please confirm your address.</p>"),
        Valid(
            "<p>Leider wurde Ihre Bestellung falsch bearbeitet.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Le transporteur n'a pas pu livrer votre colis.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)

# Solving a problem or arranging a delivery speaks of shipping as a matter of course.
EXPECTED = frozenset({"order-problem", "delivery-scheduling", "home-service"})


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if context.proactive and context.reason not in EXPECTED:
        yield from worded(rule, message)

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
        Invalid("<p>Your order {{order_id}} has been shipped.</p>", flags=()),
        Invalid("<p>We have received your order and are processing it.</p>", flags=()),
        Valid("<p>We are sorry, order {{order_id}} has not been shipped yet and will be late.</p>"),
        Valid("<p>Before we ship, please confirm your address.</p>"),
    ),
)

# Arranging a delivery or a service speaks of shipping as a matter of course.
EXPECTED = frozenset({"delivery-scheduling", "home-service"})


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if context.proactive and context.reason not in EXPECTED:
        yield from worded(rule, message)

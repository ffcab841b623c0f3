"""Advertises.

Messages to buyers may not advertise: no coupons, sales, new products, clubs, newsletters or
invitations to follow you.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="M-MKT",
    message="Advertises: “{shown}”",
    examples=(
        Invalid("<p>Use code SAVE10 for 10% off your next order.</p>", flags=()),
        Invalid("<p>Visit our store for more great deals.</p>", flags=()),
        Valid("<p>The access code is 4711.</p>"),
        Valid("<p>We have refunded the shipping costs.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

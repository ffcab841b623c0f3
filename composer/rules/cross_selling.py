"""Promotes other products.

Messages may not promote further products, yours or those of others.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="M-XSELL",
    message="Promotes other products: “{shown}”",
    examples=(
        Invalid("<p>You may also like our new cast-iron pan.</p>", flags=()),
        Invalid("<p>It goes perfectly with our matching lid.</p>", flags=()),
        Valid("<p>The lid goes on with a quarter turn.</p>"),
        Valid("<p>Would you like the blue one or the red one?</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

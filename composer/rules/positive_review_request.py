"""Asks for a positive review.

You may ask for a review, but not for a good one. Naming five stars, pleading that lower ones hurt,
or calling for praise tries to influence the buyer.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-POS",
    message="Asks for a positive review: “{shown}”",
    examples=(
        Invalid("<p>Please leave us a 5-star review.</p>", flags=()),
        Invalid("<p>We would be grateful for a positive rating.</p>", flags=()),
        Valid("<p>Would you please share your experience with this product?</p>"),
        Valid("<p>Your feedback, positive or negative, is welcome.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

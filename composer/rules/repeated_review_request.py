"""Asks again for a review.

One request for a review or feedback is allowed per order, Amazon's own included. A reminder is a
second one.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="M-RPT",
    message="Asks again for a review: “{shown}”",
    examples=(
        Invalid("<p>Just a friendly reminder to leave a review.</p>", flags=()),
        Invalid("<p>We noticed you have not left a review yet.</p>", flags=()),
        Valid("<p>This is a reminder to return the item.</p>"),
        Valid("<p>Would you please share your experience?</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if context.proactive:
        yield from worded(rule, message)

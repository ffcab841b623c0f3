"""Leads unhappy buyers away from the review.

Unhappy buyers may write a review like all others. Asking them to come to you first, or instead, or
offering help beside a request for a review, keeps them from it.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-DIVERT",
    message="Leads unhappy buyers away from the review: “{shown}”",
    examples=(
        Invalid("<p>Please contact us before leaving a negative review.</p>", flags=()),
        Invalid("<p>Please leave a review. If you have any problem, contact us.</p>", flags=()),
        Valid("<p>If anything is missing, reply to this message.</p>"),
        Valid("<p>Please share your experience with our service.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

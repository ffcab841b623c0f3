"""Asks to change a review.

A product review is the buyer's own. Do not ask to change or remove it, not even once you have
solved the problem.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-CHG",
    message="Asks to change a review: “{shown}”",
    examples=(
        Invalid("<p>Please update your review.</p>", flags=()),
        Invalid("<p>Would you consider removing your negative review?</p>", flags=()),
        Valid("<p>Please update your address.</p>"),
        Valid("<p>Please review the attached design and confirm changes.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

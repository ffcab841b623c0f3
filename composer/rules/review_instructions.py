"""Tells the buyer what to write in a review.

What a review says is for the buyer to decide. Leave out sample texts and wishes for what it should
mention or show.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="V-HOW",
    message="Tells the buyer what to write: “{shown}”",
    examples=(
        Invalid("<p>In your review, please mention how easy it was to install.</p>", flags=()),
        Invalid("<p>Please include a photo in your review.</p>", flags=()),
        Valid("<p>Please include a photo of the damage.</p>"),
        Valid("<p>Please share your experience with this product.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

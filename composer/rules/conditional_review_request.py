"""Asks only happy buyers for a review.

A request for a review goes to every buyer or to none. A condition such as being happy turns it into
a request for praise.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-COND",
    message="Asks only happy buyers for a review: “{shown}”",
    examples=(
        Invalid("<p>If you love your new pan, please leave a review.</p>", flags=()),
        Invalid("<p>Satisfied with your purchase? Please rate us on Amazon.</p>", flags=()),
        Valid("<p>Whether you liked it or not, please leave a review.</p>"),
        Valid("<p>If you are happy with the design, please confirm it.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

"""Speaks of changing seller feedback.

Once you have solved a problem you may say that seller feedback can be changed, without pressure and
without a reward. In any other case leave it out.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="V-FB",
    message="Speaks of changing seller feedback: “{shown}”",
    examples=(
        Invalid(
            "<p>If you are satisfied that we have resolved your concerns, it is possible to update"
            " or remove the feedback you originally provided here.</p>",
            flags=(),
        ),
        Invalid("<p>Please remove your seller feedback.</p>", flags=()),
        Valid("<p>Please leave feedback.</p>"),
        Valid("<p>Please remove the protective film.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

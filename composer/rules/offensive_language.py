"""Offensive word.

Messages may not hold offensive or adult language.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="C-SENS",
    message="Offensive word: “{shown}”",
    examples=(
        Invalid("<p>This shit happens.</p>", flags=()),
        Invalid("<p>Damn carrier, you bastards.</p>", flags=()),
        Valid("<p>Your shot glass and breast pump are in one parcel.</p>"),
        Valid("<p>It kills 99% of bacteria.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)

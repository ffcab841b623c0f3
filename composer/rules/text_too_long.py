"""Text is too long.

Amazon's forms take 400 to 4,000 characters, by the reason for writing. Placeholders count with
their longest value. Amazon does not say how it counts: characters outside the basic plane may count
twice.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.length import length, surely_fits, text_limit
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-HTML",
    message="{count:,} characters with placeholders at their longest, {most:,} are taken",
    examples=(
        Invalid("<p>" + "word " * 401 + "</p>", reason="order-problem", channel="api", flags=("",)),
        Invalid(
            "<p>" + "Wort " * 801 + "</p>",
            reason="other",
            channel="contact-form",
            language="de",
            flags=("",),
        ),
        Invalid(
            "<p>" + "name " * 390 + "{{product_name}}</p>",
            reason="order-problem",
            channel="api",
            flags=("",),
        ),
        Invalid(
            "<p>" + "{{product_name}} " * 16 + "</p>",
            reason="order-problem",
            channel="api",
            flags=("",),
        ),
        Valid("<p>" + "term " * 390 + "</p>", reason="order-problem", channel="api"),
        Valid("<p>" + "long " * 2000 + "</p>", reason="order-problem", channel="email"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    limit = text_limit(context.policy, context.reason, context.channel)
    if limit is None or surely_fits(message.body, context.policy, limit.characters or 0):
        return
    found = length(message.body, context.policy, context.reason, context.channel)
    if found.limit == 0:
        if message.body.text.strip():
            told = Phrase("Amazon takes no text of yours here: only the attachment is sent")
            yield rule.finding(severity=Severity.ADVICE, message=told)
    elif found.over:
        yield rule.finding(
            severity=None if found.certain else Severity.REVIEW,
            count=found.most,
            most=found.limit,
        )

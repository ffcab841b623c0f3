"""Text is too long.

Amazon's forms take 400 to 4,000 characters, by the reason for writing. Placeholders count with
their longest value. Amazon does not say how it counts: characters outside the basic plane may count
twice.
"""

from collections.abc import Iterator

from composer.document import Document, Placeholder
from composer.document.text import write_text
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
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
        Valid("<p>" + "term " * 390 + "</p>", reason="order-problem", channel="api"),
        Valid("<p>" + "long " * 2000 + "</p>", reason="order-problem", channel="email"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    limit = context.policy.channel_limit(context.reason or "other", context.channel)
    if limit is None or limit.characters is None or not limit.offered:
        return
    if limit.characters == 0:
        if message.body.text.strip():
            told = Phrase("Amazon takes no text of yours here: only the attachment is sent")
            yield rule.finding(severity=Severity.ADVICE, message=told)
        return
    if len(message.body.text) * 4 < limit.characters:
        return
    text = write_text(message.body)
    longer = _growth(message.body, context)
    count, units = len(text) + longer, len(text.encode("utf-16-le")) // 2 + longer
    if units > limit.characters:
        sure = count > limit.characters and not limit.assumed
        yield rule.finding(
            severity=None if sure else Severity.REVIEW,
            count=max(count, units),
            most=limit.characters,
        )


def _growth(body: Document, context: Context) -> int:
    """How many characters more the placeholders take at their longest."""
    known = context.policy.placeholders
    return sum(
        max(0, known[inline.name].longest - len(inline.spelling))
        for _, _, inline in body.runs()
        if isinstance(inline, Placeholder) and inline.name in known
    )

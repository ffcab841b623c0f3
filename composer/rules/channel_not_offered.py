"""Amazon does not offer this way to write.

Each reason for writing is offered in some channels only.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="R-CHAN",
    message="Amazon offers no {reason} through the {channel}: {note}",
    examples=(
        Invalid("<p>Hi</p>", reason="review-request", channel="api", flags=("",)),
        Invalid("<p>Hallo</p>", reason="reply", channel="api", language="de", flags=("",)),
        Valid("<p>Hi</p>", reason="order-problem", channel="api"),
        Valid("<p>Hi</p>", reason="review-request", channel="email"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    limit = context.policy.channel_limit(context.reason, context.channel)
    if limit is not None and not limit.offered:
        yield rule.finding(
            reason=context.policy.reasons[context.reason].title.lower(),
            channel=context.policy.channels[context.channel].title,
            note=limit.note or "choose another one.",
        )

"""Amazon does not offer this way to write.

Each reason for writing is offered in some channels only.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase

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
        reason = context.policy.reasons[context.reason]
        channel = context.policy.channels[context.channel]
        yield rule.finding(
            reason=Phrase(reason.title.lower(), f"policy.reason.{reason.id}.title"),
            channel=Phrase(channel.title, f"policy.channel.{channel.id}.title"),
            note=Phrase(limit.note or "", f"policy.limit.{reason.id}.{channel.id}.note"),
        )

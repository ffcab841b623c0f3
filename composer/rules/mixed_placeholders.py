"""Placeholders are spelled in two ways.

One program fills in a message and knows its own spelling alone. What is spelled another way reaches
the buyer as it stands.
"""

from collections.abc import Iterator

from composer.document import Placeholder
from composer.document.edits import ReplaceText
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import PARTS, Invalid, Rule, Valid
from composer.phrase import Phrase

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-SPELL",
    message="Placeholders are spelled in two ways: {shown} beside {ours}",
    examples=(
        Invalid(
            "<p>Hello {{buyer_name}}, order [[order-id]] is late.</p>",
            flags=("\ufffc",),
            fixed="<p>Hello {{buyer_name}}, order {{order_id}} is late.</p>",
        ),
        Invalid(
            "<p>%%order_id%% of {{buyer_name}}</p><p>[[order-id]]</p>",
            flags=("\ufffc",),
            fixed="<p>{{order_id}} of {{buyer_name}}</p><p>{{order_id}}</p>",
        ),
        Valid("<p>Hello {{buyer_name}}, order {{order_id}} is late.</p>"),
        Valid("<p>Hello [[buyer-name]], order [[order-id]] is late.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    found = {part: list(_known(message, context, part)) for part in PARTS}
    ours = next((it for each in found.values() for *_, it in each if it.source is None), None)
    if ours is None:
        return
    for part, each in found.items():
        foreign = [it for it in each if it[2].source is not None]
        if foreign:
            start, end, first = foreign[0]
            edits = tuple(ReplaceText(a, b, Placeholder(it.name).spelling) for a, b, it in foreign)
            fix = Fix(Phrase("Spell all as {spelling}", spelling=ours.spelling), edits, part=part)
            yield rule.finding(
                start, end, part=part, fixes=(fix,), shown=first.source, ours=ours.spelling
            )


def _known(message: Message, context: Context, part: str) -> Iterator[tuple[int, int, Placeholder]]:
    """Yield the placeholders of a part that the policy knows, with their ranges."""
    for start, end, inline in message.template.part(part).runs():
        if isinstance(inline, Placeholder) and inline.name in context.policy.placeholders:
            yield start, end, inline

"""Placeholders are spelled in two ways.

One program fills in a message and knows its own spelling alone. What is spelled another way reaches
the buyer as it stands.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._placeholders import known_placeholders, spelled_otherwise

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
    foreign, ours = [], None
    for placed in known_placeholders(message, context):
        if placed.foreign:
            foreign.append(placed)
        else:
            ours = ours or placed
    if foreign and ours:
        yield spelled_otherwise(rule, foreign, ours.inline.spelling)

"""Placeholders of another program.

That is fine where that program sends the message. Permitted fills them in either way.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._placeholders import known_placeholders, spelled_otherwise

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-SPELL",
    message="Placeholders keep another program’s spelling: {shown}",
    examples=(
        Invalid(
            "<p>Order [[order-id]] is late.</p>",
            flags=("\ufffc",),
            fixed="<p>Order {{order_id}} is late.</p>",
        ),
        Invalid(
            "<p>Bestellung #order_id# und %%order_id%%</p>",
            language="de",
            flags=("\ufffc",),
            fixed="<p>Bestellung {{order_id}} und {{order_id}}</p>",
        ),
        Valid("<p>Order {{order_id}} is late.</p>"),
        Valid("<p>Order {{order_id}} is late.</p>", subject="[[order-id]]"),
        Valid("<p>Choose [size L] or {blue}.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    found = []
    for placed in known_placeholders(message, context):
        if not placed.foreign:
            return  # two spellings are another rule's
        found.append(placed)
    if found:
        yield spelled_otherwise(rule, found)

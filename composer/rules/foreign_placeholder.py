"""Placeholder of another tool.

Leave it where that program sends the message. Permitted fills it in as well, in a message for one
order.
"""

from collections.abc import Iterator

from composer.document import Block, Placeholder
from composer.document.edits import ReplaceText
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._elements import may_hold_placeholder

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-SPELL",
    message="{title} is written as {shown}, as another program does",
    hint=may_hold_placeholder,
    examples=(
        Invalid(
            "<p>Order [[order-id]] is late.</p>",
            flags=("\ufffc",),
            fixed="<p>Order {{order_id}} is late.</p>",
        ),
        Invalid(
            "<p>Bestellung #order_id# und %%order_id%%</p>",
            language="de",
            flags=("\ufffc", "\ufffc"),
            fixed="<p>Bestellung {{order_id}} und {{order_id}}</p>",
        ),
        Valid("<p>Order {{order_id}} is late.</p>"),
        Valid("<p>Choose [size L] or {blue}.</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for start, end, inline in block.runs():
        if not isinstance(inline, Placeholder) or inline.source is None:
            continue
        known = context.policy.placeholders.get(inline.name)
        if known is None:
            continue
        spelling = "{{" + known.name + "}}"
        fix = Fix(
            Phrase("Write as {spelling}", spelling=spelling),
            (ReplaceText(start, end, spelling),),
            part=context.part,
        )
        title = Phrase(known.title, f"policy.placeholder.{known.name}.title")
        yield rule.finding(start, end, fixes=(fix,), shown=inline.source, title=title)

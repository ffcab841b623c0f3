"""Order ID of one order.

In a template the ID of one order reaches the buyers of all others. Use the placeholder, which is
filled in for each order.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import ReplaceText
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._order_ids import may_hold_order_id, order_ids

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="R-ID",
    message="Order ID {shown} belongs to one order",
    hint=may_hold_order_id,
    examples=(
        Invalid(
            "<p>Your order 112-1234567-1234567 is late.</p>",
            flags=("112-1234567-1234567",),
            fixed="<p>Your order {{order_id}} is late.</p>",
        ),
        Invalid(
            "<p>Hi</p>",
            subject="Order 112-1234567-1234567",
            flags=("112-1234567-1234567",),
            fixed="<p>Hi</p>",
        ),
        Valid("<p>Your order {{order_id}} is late.</p>"),
        Valid("<p>Your order 112-1234567-1234567 is late.</p>", reason="reply"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    if not context.proactive:
        return
    for start, end in order_ids(block):
        edit = ReplaceText(start, end, "{{order_id}}")
        yield rule.finding(
            start,
            end,
            fixes=(Fix("Use placeholder", (edit,)),),
            shown=block.text[start:end],
        )

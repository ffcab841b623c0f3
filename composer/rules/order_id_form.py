"""Order ID is written unusually.

An order ID has three groups of digits with plain hyphens: 112-1234567-1234567. Written with spaces,
dashes or nothing between them, neither Amazon nor the buyer can search for it.
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
    severity=Severity.REVIEW,
    clause="R-ID",
    message="Order ID without plain hyphens",
    hint=may_hold_order_id,
    examples=(
        Invalid(
            "<p>Your order 112 1234567 1234567 is late.</p>",
            flags=("112 1234567 1234567",),
            fixed="<p>Your order 112-1234567-1234567 is late.</p>",
        ),
        Invalid(
            "<p>Order 112\u20131234567\u20131234567</p>",
            flags=("112\u20131234567\u20131234567",),
            fixed="<p>Order 112-1234567-1234567</p>",
        ),
        Invalid(
            "<p>Order 11212345671234567</p>",
            flags=("11212345671234567",),
            fixed="<p>Order 112-1234567-1234567</p>",
        ),
        Valid("<p>Order 112-1234567-1234567 and {{order_id}}</p>"),
        Valid("<p>Parcel 1Z999AA10123456784, IBAN DE89 3704 0044 0532 0130 00</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for start, end in order_ids(block):
        digits = "".join(char for char in block.text[start:end] if char.isdigit())
        usual = f"{digits[:3]}-{digits[3:10]}-{digits[10:]}"
        if block.text[start:end] != usual:
            edit = ReplaceText(start, end, usual)
            yield rule.finding(start, end, fixes=(Fix("Use plain hyphens", (edit,), safe=True),))

"""Link cannot work.

Links have to work for the buyer. This one is empty, is not an address, runs a script, or leads to
a place that exists on one computer only.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.language.links import may_hold_link
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._contacts import unlinked
from composer.rules._targets import Place, anchors, place, targets

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-LINK",
    message="Link cannot work: {url}",
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p><a href="javascript:alert(1)">Your order</a></p>',
            flags=("Your order",),
            fixed="<p>Your order</p>",
        ),
        Invalid(
            '<p><a href="https://192.0.2.7/x">Your order</a></p>',
            flags=("Your order",),
            fixed="<p>Your order</p>",
        ),
        Invalid(
            '<p><a href="https://my shop.com/x">Your order</a></p>',
            flags=("Your order",),
            fixed="<p>Your order</p>",
        ),
        Invalid(
            '<p><a href="https://example.com/x">Your order</a></p>',
            flags=("Your order",),
            fixed="<p>Your order</p>",
        ),
        Valid('<p><a href="https://www.amazon.com/orders">Your order</a></p>'),
        Valid('<p><a href="{{order_link}}">Your order</a></p>'),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        where = place(target, context)
        empty = target.field == "href" and where is Place.HERE
        if where is not Place.UNUSABLE and not empty:
            continue
        yield rule.finding(
            target.start,
            target.end,
            at=(target.field, ""),
            text=target.url,
            fixes=unlinked(block, target, context),
            severity=Severity.REVIEW if empty else None,
            message="Link leads nowhere" if empty else None,
            url=target.url[:60],
        )

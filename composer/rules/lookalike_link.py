"""Link pretends to be Amazon.

The address contains Amazon's name or something close to it, but does not belong to Amazon. Buyers
and Amazon take such links for phishing.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.language.links import may_hold_link
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._contacts import unlinked
from composer.rules._targets import Place, Target, anchors, host_of, place, targets

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-LINK",
    message="Link pretends to be Amazon: {host}",
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p><a href="https://amazon.com.orders.tld/x">Your order</a></p>',
            flags=("Your order",),
            fixed="<p>Your order</p>",
        ),
        Invalid(
            '<p><a href="https://www.amaz0n.com/x">Your order</a></p>',
            flags=("Your order",),
            fixed="<p>Your order</p>",
        ),
        Invalid(
            '<p><a href="https://www.\u0430mazon.de/x">Your order</a></p>',
            flags=("Your order",),
            fixed="<p>Your order</p>",
        ),
        Invalid(
            '<p><a href="https://www.amazon.de@evil.tld/">Your order</a></p>',
            flags=("Your order",),
            fixed="<p>Your order</p>",
        ),
        Invalid(
            '<p><a href="https://kitchen-shop.com/">www.amazon.com/orders</a></p>',
            flags=("www.amazon.com/orders",),
            fixed="<p>www.amazon.com/orders</p>",
        ),
        Valid('<p><a href="https://sellercentral.amazon.de./x">Your order</a></p>'),
        Valid('<p><a href="https://www.amazon.com.tr/x">Your order</a></p>'),
        Valid('<p><a href="https://files.amazonaws.com/manual">Your manual</a></p>'),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        if place(target, context) is not Place.LOOKALIKE and not _shows_amazon(target, context):
            continue
        yield rule.finding(
            target.start,
            target.end,
            at=(target.field, ""),
            text=target.url if target.field == "href" else target.words,
            fixes=unlinked(block, target, context),
            host=target.host,
        )


def _shows_amazon(target: Target, context: Context) -> bool:
    """Whether the words are an Amazon address while the link leads elsewhere."""
    store = context.policy.hosts.store
    words = target.words.strip()
    if target.field != "href" or " " in words or "." not in words or not target.host:
        return False
    return store(host_of(words)) is not None and store(target.host) is None

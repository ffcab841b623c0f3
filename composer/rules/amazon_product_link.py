"""Link to a product or store page.

Links to Amazon are allowed, but a product or store page reads as marketing unless the buyer needs
it for this order. Sellers report messages blocked for it.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.language.links import may_hold_link
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._contacts import unlinked
from composer.rules._targets import Place, anchors, place, targets

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="M-XSELL",
    message="Link to a {kind} page",
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p>See <a href="https://www.amazon.com/dp/B000000000">the pan</a>.</p>',
            flags=("the pan",),
            fixed="<p>See the pan.</p>",
        ),
        Invalid(
            '<p>See <a href="https://www.amazon.de/stores/Kitchen">our store</a>.</p>',
            flags=("our store",),
            fixed="<p>See our store.</p>",
        ),
        Valid('<p>See <a href="https://www.amazon.com/gp/css/order-history">your orders</a>.</p>'),
        Valid(
            '<p><a href="https://www.amazon.com/review/create-review">Review it</a></p>',
            reason="review-request",
        ),
    ),
)

_KINDS = {Place.AMAZON_PRODUCT: Phrase("product"), Place.AMAZON_STORE: Phrase("store")}


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        kind = _KINDS.get(place(target, context))
        if kind is None:
            continue
        yield rule.finding(
            target.start,
            target.end,
            at=(target.field, ""),
            text=target.url if target.field == "href" else target.words,
            fixes=unlinked(block, target, context),
            kind=kind,
        )

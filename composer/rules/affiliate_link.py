"""Link carries a partner tag.

A tag in a link to Amazon earns somebody a commission. That is marketing, which messages to buyers
may not contain.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import ReplaceText, SetLink
from composer.language.links import may_hold_link
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._queries import parameters, without
from composer.rules._targets import anchors, targets

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="M-MKT",
    message="Link carries a partner tag: {names}",
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p><a href="https://www.amazon.de/dp/B000000000?tag=kitchen-21">The pan</a></p>',
            flags=("The pan",),
            fixed='<p><a href="https://www.amazon.de/dp/B000000000">The pan</a></p>',
        ),
        Invalid(
            "<p>https://www.amazon.com/orders?tag=kitchen-20</p>",
            flags=("https://www.amazon.com/orders?tag=kitchen-20",),
            fixed="<p>https://www.amazon.com/orders</p>",
        ),
        Valid('<p><a href="https://www.amazon.de/gp/css/order-history?x=1">Your order</a></p>'),
        Valid('<p><a href="https://www.dhl.com/t?tag=1">Your parcel</a></p>'),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    hosts = context.policy.hosts
    for target in targets(block):
        if "?" not in target.url or not hosts.store(target.host):
            continue
        names = [name for name in parameters(target.url) if hosts.advertises(name)]
        if not names:
            continue
        written = target.url if target.field == "href" else target.words
        plain = without(written, hosts.advertises)
        edit = (
            SetLink(target.start, target.end, plain)
            if target.field == "href"
            else ReplaceText(target.start, target.end, plain)
        )
        yield rule.finding(
            target.start,
            target.end,
            at=(target.field, ""),
            text=written,
            fixes=(Fix("Remove partner tag", (edit,), safe=True),),
            names=", ".join(dict.fromkeys(names)),
        )

"""Link leaves Amazon.

Only links that are needed to complete this order are allowed, such as a carrier's tracking page.
Anything else (your shop, social media, a survey) has to go. A host that your orders do need can be
named once in the library's settings.
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
    clause="C-LINK",
    message="Link leaves Amazon: {host}",
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p>Visit <a href="https://kitchen-shop.com/">our shop</a>.</p>',
            flags=("our shop",),
            fixed="<p>Visit our shop.</p>",
        ),
        Invalid(
            "<p>Details at www.kitchen-shop.com/warranty for you.</p>",
            flags=("www.kitchen-shop.com/warranty",),
            fixed="<p><br></p>",
        ),
        Invalid(
            '<p><a href="https://bit.ly/3abc">Your invoice</a></p>',
            flags=("Your invoice",),
            fixed="<p>Your invoice</p>",
        ),
        Invalid(
            '<p><a href="https://d111.cloudfront.net/manual">Your manual</a></p>',
            flags=("Your manual",),
            fixed="<p>Your manual</p>",
        ),
        Valid('<p>It is on <a href="https://www.amazon.de/orders">your order page</a>.</p>'),
        Valid('<p>Follow it at <a href="https://www.dhl.com/track">DHL tracking</a>.</p>'),
        Valid("<p>Version 2.0 is in file.pdf, e.g. node.js; see Nr.1, S.p.A. and README.md.</p>"),
        Valid("<p>We are at home.Come any time.</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        where = place(target, context)
        if where is Place.EXTERNAL:
            message = None
        elif where is Place.SHORTENER:
            message = Phrase("Short link hides where it leads: {host}")
        elif where is Place.UNKNOWN:
            message = Phrase("Check where this link leads: {host}")
        else:
            continue
        yield rule.finding(
            target.start,
            target.end,
            at=(target.field, ""),
            text=target.url if target.field == "href" else target.words,
            fixes=unlinked(block, target, context),
            message=message,
            remember=("hosts", target.host) if where is Place.EXTERNAL and target.host else None,
            host=target.url[:60] if where is Place.UNKNOWN else target.host,
        )

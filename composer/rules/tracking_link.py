"""Link follows the buyer.

Parameters such as utm_source tell another company who opened the link. They are not needed for the
order, and the link works without them.
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
    clause="C-LINK",
    message="Link follows the buyer: {names}",
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p><a href="https://www.dhl.com/t?id=1&amp;utm_source=mail#top">Your parcel</a></p>',
            flags=("Your parcel",),
            fixed='<p><a href="https://www.dhl.com/t?id=1#top">Your parcel</a></p>',
        ),
        Invalid(
            "<p>See https://www.dhl.com/t?gclid=abc today.</p>",
            flags=("https://www.dhl.com/t?gclid=abc",),
            fixed="<p>See https://www.dhl.com/t today.</p>",
        ),
        Valid('<p><a href="https://www.dhl.com/t?id=1">Your parcel</a></p>'),
        Valid('<p><a href="https://www.amazon.de/orders?source=utm_x">Your order</a></p>'),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    tracks = context.policy.hosts.tracks
    for target in targets(block):
        if "?" not in target.url:
            continue
        names = [name for name in parameters(target.url) if tracks(name)]
        if not names:
            continue
        written = target.url if target.field == "href" else target.words
        plain = without(written, tracks)
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
            fixes=(Fix("Remove tracking", (edit,), safe=True),),
            names=", ".join(dict.fromkeys(names)),
        )

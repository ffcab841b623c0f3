"""Other way to reach you.

Buyer-Seller Messaging is the only approved way to write to buyers. Messengers, social media and
QR codes lead them elsewhere.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.language.handles import find_handles, may_hold_handle
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._targets import targets

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="R-CHAN",
    message="Another way to reach you: “{shown}”",
    hint=may_hold_handle,
    examples=(
        Invalid("<p>Write to us on WhatsApp.</p>", flags=("WhatsApp",)),
        Invalid("<p>Follow @kitchen_shop for more.</p>", flags=("@kitchen_shop",)),
        Invalid(
            "<p>LINE公式アカウントでご連絡ください。</p>",
            language="ja",
            marketplace="amazon.co.jp",
            flags=("LINE公式アカウント",),
        ),
        Invalid("<p>Schreiben Sie uns auf WhatsApp.</p>", language="de", flags=("WhatsApp",)),
        Invalid("<p>Scan the QR code in the box.</p>", flags=("QR code",)),
        Valid("<p>The production line signals 3 @ 9.99 each.</p>"),
        Valid("<p>Write to help@kitchen-shop.com</p>"),
        Valid("<p>Choose the telegram frame or a skype blue mug.</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    found = find_handles(block.text)
    if not found:
        return
    links = targets(block)
    for start, end in found:
        written = any(it.field == "text" and it.start <= start < it.end for it in links)
        if not written:
            yield rule.finding(start, end, shown=block.text[start:end])

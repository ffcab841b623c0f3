"""Offer to opt out.

Messages may not contain a link to opt out of messaging. Amazon keeps each buyer's choice itself, so
wording about unsubscribing has no place either.
"""

from collections.abc import Iterator
from functools import lru_cache

from composer.document import Block
from composer.document.edits import Remove
from composer.language.optout import find_opt_outs, may_offer_opt_out
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._fixes import removal
from composer.rules._targets import anchors, overlaps

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-OPT",
    message="Offer to opt out: “{shown}”",
    needs=anchors,
    hint=may_offer_opt_out,
    examples=(
        Invalid(
            '<p>Write to us here. <a href="https://kitchen-shop.com/u">Unsubscribe</a></p>',
            flags=("Unsubscribe",),
            fixed="<p>Write to us here.</p>",
        ),
        Invalid(
            '<p><a href="https://kitchen-shop.com/unsubscribe?id=1">No more messages</a></p>',
            flags=("No more messages",),
            fixed="<p><br></p>",
        ),
        Invalid("<p>You can stop receiving messages.</p>", flags=("stop receiving messages",)),
        Invalid(
            '<p><a href="{{link}}">Vom Newsletter abmelden</a></p>',
            language="de",
            flags=("Vom Newsletter abmelden",),
            fixed="<p><br></p>",
        ),
        Invalid(
            '<p><a href="{{link}}">Se désabonner</a></p>',
            language="fr",
            flags=("Se désabonner",),
            fixed="<p><br></p>",
        ),
        Valid("<p>You may opt for another colour, or stop the machine at any time.</p>"),
        Valid("<p>Hören Sie gern hinein.</p>", language="de"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    words = find_opt_outs(block.text)
    for target in anchors(block):
        if overlaps(words, target.start, target.end) or find_opt_outs(_address_words(target.url)):
            span = removal(block.text, target.start, target.end)
            fix = Fix("Remove offer to opt out", (Remove(*span),))
            yield rule.finding(target.start, target.end, fixes=(fix,), shown=target.words[:60])
    linked = [(target.start, target.end) for target in anchors(block)]
    for start, end in words:
        if not overlaps(linked, start, end):
            yield rule.finding(start, end, severity=Severity.REVIEW, shown=block.text[start:end])


@lru_cache(maxsize=1024)
def _address_words(url: str) -> str:
    return "".join(char if char.isalpha() else " " for char in url)

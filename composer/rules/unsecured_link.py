"""Link is not secure.

Amazon accepts only secure links, and email programs warn buyers about the others. Use https.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import Edit, ReplaceText, SetLink
from composer.language.links import may_hold_link
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._targets import Place, Target, anchors, host_of, place, targets

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-LINK",
    message="Link is not secure: {url}",
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p>It is on <a href="http://www.amazon.com/orders">your order page</a>.</p>',
            flags=("your order page",),
            fixed='<p>It is on <a href="https://www.amazon.com/orders">your order page</a>.</p>',
        ),
        Invalid(
            "<p>See http://amazon.de/orders today.</p>",
            flags=("http://amazon.de/orders",),
            fixed="<p>See https://amazon.de/orders today.</p>",
        ),
        Invalid(
            '<p>See <a href="//amazon.de/orders">your orders</a>.</p>',
            flags=("your orders",),
            fixed='<p>See <a href="https://amazon.de/orders">your orders</a>.</p>',
        ),
        Invalid(
            '<p>See <a href="http://amazon.de/orders">http://<b>amazon.de</b>/orders</a>.</p>',
            flags=("http://amazon.de/orders",),
            fixed='<p>See <a href="https://amazon.de/orders">https://<b>amazon.de</b>/orders</a>.'
            "</p>",
        ),
        Invalid(
            '<p>See <a href="http://amazon.de/orders">http://www.amazon.com</a>.</p>',
            flags=("http://www.amazon.com",),
            fixed='<p>See <a href="https://amazon.de/orders">http://www.amazon.com</a>.</p>',
        ),
        Valid('<p>See <a href="https://www.amazon.com/orders">your order page</a>.</p>'),
        Valid("<p>Our guide explains http and https.</p>"),
        Valid('<p>See <a href="{{order_link}}">your order page</a>.</p>'),
    ),
)

_SCHEME = re.compile(r"\s*(?P<scheme>[A-Za-z]+)://\S+\s*\Z")
_UNSECURED = frozenset({"http", "ftp", "hxxp", "hxxps"})


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        relative = target.field == "href" and target.url.startswith("//")
        if target.scheme not in _UNSECURED and not relative:
            continue
        written = target.words if target.field == "text" else target.url
        goes = place(target, context) is Place.EXTERNAL  # as the finding of another rule has it
        yield rule.finding(
            target.start,
            target.end,
            at=(target.field, ""),
            text=written,
            fixes=(Fix("Use https", tuple(_edits(target, written)), safe=not goes),),
            url=_short(written),
        )


def _edits(target: Target, written: str) -> Iterator[Edit]:
    """Make an address secure, and the words of a link that are the same address."""
    secure = "https://" + written.partition("//")[2]
    if target.field == "text":
        yield ReplaceText(target.start, target.end, secure)
        return
    yield SetLink(target.start, target.end, secure)
    shown = _SCHEME.match(target.words)
    if shown and shown["scheme"].lower() in _UNSECURED and host_of(shown[0].strip()) == target.host:
        low, high = shown.span("scheme")
        yield ReplaceText(target.start + low, target.start + high, "https")


def _short(url: str) -> str:
    return url if len(url) <= 48 else url[:47] + "…"

"""Link shows another address than it opens.

Words that are a web address must lead to just that place. Buyers and email programs take anything
else for phishing.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.language.links import may_hold_link
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._contacts import unlinked
from composer.rules._targets import Target, anchors, host_of, targets, visible_words

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-LINK",
    message="Link shows {shown}, but opens {host}",
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p><a href="https://kitchen-shop.com/x">www.dhl.com/track</a></p>',
            flags=("www.dhl.com/track",),
            fixed="<p>www.dhl.com/track</p>",
        ),
        Invalid(
            '<p><a href="https://www.ups.com.kitchen-shop.com/x">https://www.ups.com/track</a></p>',
            flags=("https://www.ups.com/track",),
            fixed="<p>https://www.ups.com/track</p>",
        ),
        Valid('<p><a href="https://www.dhl.com/track">dhl.com</a></p>'),
        Valid('<p><a href="https://track.dhl.com/x">www.dhl.com</a></p>'),
        Valid('<p><a href="https://www.dhl.com/x">Manual.pdf</a></p>'),
        Valid('<p><a href="https://www.amazon.com/x">amazon.de</a></p>'),
        Valid('<p><a href="{{tracking_link}}">www.dhl.com</a></p>'),
    ),
)

_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+(?:[a-z]{2,})(?:[/?#:]\S*)?", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|png|jpe?g|zip|txt|html?)\Z", re.IGNORECASE)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        shown = _shown_host(block, target)
        store = context.policy.hosts.store
        if not shown or not _HOST.fullmatch(target.host) or _same_site(shown, target.host):
            continue
        if store(shown):  # either harmless, or a look-alike with a rule of its own
            continue
        yield rule.finding(
            target.start,
            target.end,
            at=("href", ""),
            text=target.url,
            fixes=unlinked(block, target, context),
            shown=shown,
            host=target.host,
        )


def _shown_host(block: Block, target: Target) -> str:
    if target.field != "href" or target.scheme not in {"", "http", "https"}:
        return ""
    words = visible_words(block, target.start, target.end)
    if not _ADDRESS.fullmatch(words) or _FILE.search(words):
        return ""
    return host_of(words)


def _same_site(one: str, other: str) -> bool:
    one, other = one.removeprefix("www."), other.removeprefix("www.")
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")

"""Page does something by itself.

A message must not reload, move buyers on to another page, or change where its links lead.
"""

import re
from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-A11Y",
    message="Remove from the head: {markup}",
    html_only=True,
    examples=(
        Invalid(
            '<head><meta http-equiv="refresh" content="0;url=https://kitchen-shop.com"></head>'
            "<p>Hello</p>",
            flags=("",),
        ),
        Invalid('<head><base href="https://kitchen-shop.com/"></head><p>Hello</p>', flags=("",)),
        Invalid(
            '<head><link rel="stylesheet" href="https://kitchen-shop.com/a.css"></head><p>Hello</p>',
            flags=("",),
        ),
        Valid('<head><meta charset="utf-8"><title>Order</title></head><p>Hello</p>'),
        Valid("<style>p{margin-top:0}</style><p>Hello</p>"),
    ),
)

_STYLE = re.compile(r"\s*<style\b", re.IGNORECASE)
_MOVES = re.compile(r"\s*<(?:meta|base|script)\b", re.IGNORECASE)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    for markup in message.body.head:
        if not _STYLE.match(markup):
            severity = None if _MOVES.match(markup) else Severity.REVIEW
            shown = markup if len(markup) <= 60 else markup[:59] + "…"
            yield rule.finding(text=markup, severity=severity, markup=shown)

"""Heading level is skipped.

Headings tell those who hear the message how it is built. After a heading of one level comes the
next one, not one further down (WCAG 1.3.1).
"""

from collections.abc import Iterator

from composer.document.used.visible import has_text
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-A11Y",
    message="A heading of level {level} follows one of level {before}",
    html_only=True,
    examples=(
        Invalid("<h1>Delivery</h1><h4>Friday</h4>", flags=("Friday",)),
        Invalid("<h2>Lieferung</h2><p>x</p><h5>Freitag</h5>", language="de", flags=("Freitag",)),
        Valid("<h1>Delivery</h1><h2>Friday</h2><h1>Return</h1>"),
        Valid("<h3>Delivery</h3><p>Friday</p><h3>Return</h3>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    before = 0
    for base, block in zip(message.body.starts, message.body.blocks, strict=True):
        level = block.heading
        if not level or not has_text(block):
            continue
        if before and level > before + 1:
            yield rule.finding(base, base + len(block.text), level=level, before=before)
        before = level

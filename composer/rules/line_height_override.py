"""Own line height.

Messages keep the line height Amazon gives them.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._overrides import override_findings

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-OVR",
    message="Own line height: {value}",
    html_only=True,
    examples=(
        Invalid('<p style="line-height:1.6">Hello</p>', flags=("Hello",), fixed="<p>Hello</p>"),
        Invalid(
            '<table><tr><td style="line-height:20px">Hello</td></tr></table>',
            flags=("Hello",),
            fixed="<table><tr><td>Hello</td></tr></table>",
        ),
        Valid('<p style="line-height: inherit">Hello</p>'),
        Valid('<div style="line-height:1px">&nbsp;</div><p>Hello</p>'),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from override_findings(rule, message, ("line-height",), "Use the standard line height")

"""Own font.

Messages keep the font Amazon gives them. Text pasted from Word, Outlook or a web page often brings
its own along.
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
    message="Own font: {value}",
    html_only=True,
    examples=(
        Invalid(
            '<p>Hello <span style="font-family: Georgia">dear buyer</span></p>',
            flags=("dear buyer",),
            fixed="<p>Hello dear buyer</p>",
        ),
        Invalid(
            '<div style="font-family:Arial;padding:1px"><p>Hello</p><p>there</p></div>',
            flags=("Hello\nthere",),
            fixed='<div style="padding:1px"><p>Hello</p><p>there</p></div>',
        ),
        Invalid('<p><font face="Arial">Hello</font></p>', flags=("Hello",), fixed="<p>Hello</p>"),
        Valid('<p style="font-family: inherit">Hello <code>A-1</code></p>'),
        Valid('<p>Hello <span style="font-family: Georgia"> </span></p>'),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from override_findings(rule, message, ("font-family",), "Use the standard font")

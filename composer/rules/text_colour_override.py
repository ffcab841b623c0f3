"""Own text colour.

Messages keep the text colour Amazon gives them. Bold and italic stay yours to use.
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
    message="Own text colour: {value}",
    html_only=True,
    examples=(
        Invalid(
            '<p>Hello <span style="color:#c00">dear</span> buyer</p>',
            flags=("dear",),
            fixed="<p>Hello dear buyer</p>",
        ),
        Invalid('<p><font color="red">Hello</font></p>', flags=("Hello",), fixed="<p>Hello</p>"),
        Invalid(
            "<style>p{color:#333333}</style><p>Hello</p><p>there</p>",
            flags=("Hello\nthere",),
            fixed="<p>Hello</p><p>there</p>",
        ),
        Valid('<p style="color: inherit">Hello <b>there</b></p>'),
        Valid('<p style="background-color:#eeeeee">Hello</p><hr style="color:#cccccc">'),
    ),
)

_NAMES = ("color", "-webkit-text-fill-color")


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from override_findings(rule, message, _NAMES, "Use the standard colour")

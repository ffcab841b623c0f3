"""Effect on text.

Amazon's look covers more than font and colour: letters set apart, shadows, see-through or
typewriter text change it as well, and spacing fixed by the message gets in the way of readers who
need their own (WCAG 1.4.12).
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._overrides import override_findings

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-OVR",
    message="Effect on text: {value}",
    html_only=True,
    examples=(
        Invalid('<p style="letter-spacing:2px">Hello</p>', flags=("Hello",), fixed="<p>Hello</p>"),
        Invalid(
            '<p>Hello <span style="text-shadow:1px 1px #000">you</span></p>',
            flags=("you",),
            fixed="<p>Hello you</p>",
        ),
        Invalid('<p style="opacity:0.5">Hello</p>', flags=("Hello",), fixed="<p>Hello</p>"),
        Valid('<p style="letter-spacing:normal;opacity:1">Hello</p>'),
        Valid('<p style="word-spacing:0">Hello</p>'),
        Valid("<p>Hello <b>you</b> <i>and</i> <u>me</u></p>"),
    ),
)

_NAMES = ("letter-spacing", "word-spacing", "text-shadow", "opacity")
_NOTHING = frozenset({"normal", "none", "0", "0px", "0em", "0pt", "1", "1.0", "100%"})


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    for name in _NAMES:
        for finding in override_findings(rule, message, (name,), "Remove effect"):
            if finding.text not in _NOTHING:
                yield finding

"""Markup in plain text.

Seller Central and the Messaging API send plain text: tags would reach the buyer as they are
typed, and images are not sent at all.
"""

import re
from collections.abc import Iterator

from composer.document import Block, Image
from composer.document.edits import Remove
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._fixes import removal
from composer.rules._targets import images


def _has_angle(text: str) -> bool:
    return "<" in text


rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-HTML",
    message="The buyer would see the tag {shown}",
    needs=images,
    hint=_has_angle,
    examples=(
        Invalid(
            "<p>Your order &lt;b&gt;is late&lt;/b&gt;.</p>",
            channel="contact-form",
            flags=("<b>", "</b>"),
            fixed="<p>Your order is late.</p>",
        ),
        Invalid(
            "<p>Hallo&lt;br /&gt;Ihr Paket</p>",
            channel="api",
            language="de",
            flags=("<br />",),
            fixed="<p>HalloIhr Paket</p>",
        ),
        Invalid(
            '<p>Our team <img src="team.png" alt="Our team"></p>',
            channel="contact-form",
            flags=("\ufffc",),
            fixed="<p>Our team</p>",
        ),
        Valid("<p>Your order <b>is late</b>.</p>", channel="contact-form"),
        Valid("<p>Sizes &lt;b&gt; and 3 &lt; 4.</p>", channel="email"),
        Valid("<p>Width &lt; 40 cm, height &gt; 3 cm</p>", channel="contact-form"),
    ),
)

_TAG = re.compile(
    r"</?(?:a|b|blockquote|body|br|center|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|span|strong"
    r"|style|table|tbody|td|th|tr|u|ul)(?:\s[^<>\n]*)?/?>",
    re.IGNORECASE,
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    if context.html:
        return
    for match in _TAG.finditer(block.text):
        fix = Fix("Remove tag", (Remove(*match.span()),), safe=True, part=context.part)
        yield rule.finding(*match.span(), fixes=(fix,), shown=match[0][:40])
    for start, end, inline in block.runs():
        if isinstance(inline, Image):
            fix = Fix(
                "Remove image", (Remove(*removal(block.text, start, end)),), part=context.part
            )
            yield rule.finding(
                start,
                end,
                fixes=(fix,),
                severity=Severity.REVIEW,
                message="This image is not sent: the channel takes plain text only",
            )

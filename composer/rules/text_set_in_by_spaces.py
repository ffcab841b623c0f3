"""Text set in by spaces.

Runs of spaces in front of a line centre it on one screen only, and read badly aloud. Let the line
start where the others do.
"""

import re
from collections.abc import Iterator

from composer.document import LINE_SEPARATOR, Block
from composer.document.edits import Remove
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid


def _may_be_set_in(text: str) -> bool:
    return text[:1].isspace() or LINE_SEPARATOR in text


rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-ALIGN",
    message="{count} spaces in front of the line",
    hint=_may_be_set_in,
    examples=(
        Invalid(
            "<p>Hello<br>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Kitchen Team</p>",
            channel="contact-form",
            flags=("\u00a0" * 6,),
            fixed="<p>Hello<br>Kitchen Team</p>",
        ),
        Invalid(
            "<p>\u3000\u3000\u3000\u3000お知らせ</p>",
            language="ja",
            flags=("\u3000" * 4,),
            fixed="<p>お知らせ</p>",
        ),
        Valid("<p>\u3000お世話になっております。</p>", language="ja"),
        Valid("<p>&nbsp;&nbsp;- one<br>&nbsp;&nbsp;- two</p>"),
        Valid("<p>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</p><p>Hello</p>"),
        Valid("<pre>     code</pre>"),
    ),
)

_LEADING = re.compile(r"(?:^|(?<=\u2028))[ \u00a0\u2000-\u200a\u3000]{4,}(?=[^\s\u2028•·*\d-])")


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    if block.tag == "pre":
        return
    for match in _LEADING.finditer(block.text):
        edit = Remove(match.start(), match.end())
        yield rule.finding(
            match.start(),
            match.end(),
            fixes=(Fix("Remove spaces", (edit,), safe=True),),
            count=len(match[0]),
        )

"""List is typed with hyphens.

Lines that begin with a hyphen, a dot or a star look like a list, yet those who hear the message are
not told that it is one (WCAG 1.3.1). Use the list buttons.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

_LINE = re.compile("\u2028")

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-A11Y",
    message="{count} lines are typed as a list",
    html_only=True,
    parts=("body",),
    hint=_LINE.search,
    examples=(
        Invalid("<p>- red<br>- blue<br>- green</p>", flags=("- red\u2028- blue\u2028- green",)),
        Invalid("<p>Farben:<br>• rot<br>• blau</p>", language="de", flags=("• rot\u2028• blau",)),
        Valid("<ul><li>red</li><li>blue</li></ul>"),
        Valid("<p>Red - or blue - or green.<br>- Your team</p>"),
        Valid("<p>- red<br>- blue</p>", channel="contact-form"),
    ),
)

_LIST = re.compile(r"(?:(?<=\u2028)|\A)[-–•*·]\s[^\u2028]+(?:\u2028[-–•*·]\s[^\u2028]+)+")


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for match in _LIST.finditer(block.text):
        yield rule.finding(*match.span(), count=match[0].count("\u2028") + 1)

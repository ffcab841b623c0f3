"""List is typed with hyphens.

Lines that begin with a hyphen, a dot or a star look like a list, yet those who hear the message are
not told that it is one (WCAG 1.3.1). Use the list buttons.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import MakeList
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
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
        Invalid(
            "<p>- red<br>- <b>blue</b><br>- green</p>",
            flags=("- red\u2028- blue\u2028- green",),
            fixed="<ul><li>red</li><li><b>blue</b></li><li>green</li></ul>",
        ),
        Invalid(
            "<p>Farben:<br>• rot<br>• blau<br>Ihr Team</p>",
            language="de",
            flags=("• rot\u2028• blau",),
            fixed="<p>Farben:</p><ul><li>rot</li><li>blau</li></ul><p>Ihr Team</p>",
        ),
        Valid("<ul><li>red</li><li>blue</li></ul>"),
        Valid("<p>Red - or blue - or green.<br>- Your team</p>"),
        Valid("<p>- red<br>- blue</p>", channel="contact-form"),
    ),
)

_LIST = re.compile(r"(?:(?<=\u2028)|\A)[-–•*·]\s[^\u2028]+(?:\u2028[-–•*·]\s[^\u2028]+)+")


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for match in _LIST.finditer(block.text):
        edit = MakeList(*match.span(), "ul")
        fix = Fix("Make it a list", (edit,), safe=True)
        yield rule.finding(*match.span(), fixes=(fix,), count=match[0].count("\u2028") + 1)

"""Emoticon.

One republished version of the guidelines counts emoticons such as :-) among emojis. Amazon's own
wording does not, so this is advice only.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import Remove
from composer.language.emoji import Pictograph, find_pictographs, may_hold_emoticon
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._fixes import removal

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-EMOJI",
    message="Emoticon “{shown}”",
    hint=may_hold_emoticon,
    examples=(
        Invalid("<p>Have a nice day :-)</p>", flags=(":-)",), fixed="<p>Have a nice day</p>"),
        Invalid("<p>Thanks ;) and bye</p>", flags=(";)",), fixed="<p>Thanks and bye</p>"),
        Valid("<p>Sizes (see below:) and 8) steps, 3:0, C:/ and x = (1+2)</p>"),
        Valid("<p>Order: (two items)</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for start, end, kind in find_pictographs(block.text):
        if kind is Pictograph.EMOTICON:
            fix = Fix("Remove emoticon", (Remove(*removal(block.text, start, end)),))
            yield rule.finding(start, end, fixes=(fix,), shown=block.text[start:end])

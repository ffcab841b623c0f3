"""Subject is marked as important.

[Important] once reached buyers who had opted out. Since 25 April 2025 Amazon decides by the reason
for writing; the mark does nothing but draw attention to misuse.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import Remove
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._fixes import removal

_BRACKET = re.compile("[\\[［【]")

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-IMP",
    message="Subject is marked as {shown}",
    parts=("subject",),
    hint=_BRACKET.search,
    examples=(
        Invalid(
            "<p>Hi</p>",
            subject="[Important] About order {{order_id}}",
            flags=("[Important]",),
            fixed="<p>Hi</p>",
        ),
        Invalid(
            "<p>Hi</p>",
            subject="[ WICHTIG ] Lieferung",
            language="de",
            flags=("[ WICHTIG ]",),
            fixed="<p>Hi</p>",
        ),
        Invalid(
            "<p>Hi</p>",
            subject="[重要] ご注文",
            language="ja",
            flags=("[重要]",),
            fixed="<p>Hi</p>",
        ),
        Valid("<p>Hi</p>", subject="Important information on delivery"),
        Valid("<p>[Important] is a word.</p>", subject="About your order"),
    ),
)

_MARK = re.compile(
    r"[\[［【]\s*(?:important[ae]?|wichtig|importante|belangrijk|viktigt|ważne|önemli|重要|مهم|महत्वपूर्ण)"
    r"\s*[\]］】]",
    re.IGNORECASE,
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    critical_only = context.policy.clauses[rule.clause].since == "2020-11-06"
    for match in _MARK.finditer(block.text):
        fix = Fix(
            "Remove mark", (Remove(*removal(block.text, *match.span())),), safe=True, part="subject"
        )
        yield rule.finding(
            *match.span(),
            fixes=(fix,),
            severity=Severity.REVIEW if critical_only else None,
            shown=match[0],
        )

"""Placeholder is not known.

A placeholder that nothing fills in reaches the buyer as it is typed, and reads as a mistake.
Placeholders of your own belong into the library's settings.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from composer.document import Block, Placeholder
from composer.document.edits import ReplaceText
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._elements import may_hold_placeholder

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-SPELL",
    message="Nothing is known to fill in {shown}",
    hint=may_hold_placeholder,
    examples=(
        Invalid(
            "<p>Order {{oder_id}} is late.</p>",
            flags=("\ufffc",),
            fixed="<p>Order {{order_id}} is late.</p>",
        ),
        Invalid("<p>Bestellung %%zebra_stripe%%</p>", language="de", flags=("\ufffc",)),
        Valid("<p>Order {{order_id}} is late.</p>"),
        Valid("<p>Order #order_id# is late, [size L].</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    known = context.policy.placeholders
    for start, end, inline in block.runs():
        if not isinstance(inline, Placeholder) or inline.name in known:
            continue
        if inline.name.casefold() in context.settings.placeholders:
            continue
        names = context.policy.vague_names.get(inline.name) or get_close_matches(
            inline.name.lower(), known, n=2, cutoff=0.75
        )
        fixes = [_use(name, start, end, context) for name in names]
        own = ("placeholders", inline.name)
        yield rule.finding(start, end, fixes=fixes, remember=own, shown=inline.spelling)


def _use(name: str, start: int, end: int, context: Context) -> Fix:
    spelling = "{{" + name + "}}"
    title = Phrase(
        context.policy.placeholders[name].title.lower(), f"policy.placeholder.{name}.title"
    )
    return Fix(
        Phrase("Use the {title}", title=title),
        (ReplaceText(start, end, spelling),),
        part=context.part,
    )

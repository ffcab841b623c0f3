"""Placeholder is not closed.

Without its closing brackets no tool fills it in: the buyer would see it as it is.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

_MARK = re.compile(r"\{\{|\}\}|\[\[|\]\]|\$\{|<<|%%")

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-SPELL",
    message="Placeholder is not closed",
    hint=_MARK.search,
    examples=(
        Invalid("<p>Order {{order_id is late.</p>", flags=("{{order_id",)),
        Invalid("<p>Bestellung order_id}} ist da.</p>", language="de", flags=("order_id}}",)),
        Invalid("<p>Hello [[buyer-name], hello ${name</p>", flags=("[[buyer-name]", "${name")),
        Invalid("<p>Order {{order_id} is late.</p>", flags=("{{order_id}",)),
        Valid("<p>Order {{order_id}} is late, sizes {S, M} and [L].</p>"),
        Valid("<p>It costs $5 or 100%.</p>"),
    ),
)

_HALF = re.compile(r"(?:\{\{|\[\[|\$\{|<<|%%)\s?[\w.-]{2,60}[}\]>%]?|[\w.-]{2,60}(?:\}\}|\]\]|%%)")


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for match in _HALF.finditer(block.text):
        yield rule.finding(*match.span())

"""Table does not say what it is for.

A table of data needs header cells; one that only arranges things needs `role="presentation"`, or
everybody who hears the message is told of rows and columns (WCAG 1.3.1).
"""

from collections.abc import Iterator

from composer.document import Block, Container
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-A11Y",
    message="Table has neither header cells nor role=presentation",
    html_only=True,
    examples=(
        Invalid(
            "<table><tr><td>Mon</td><td>9</td></tr><tr><td>Tue</td><td>10</td></tr></table>",
            flags=("Mon\n9\nTue\n10",),
        ),
        Invalid("<p>Zeiten</p><table><tr><td>Mo</td></tr></table>", language="de", flags=("Mo",)),
        Valid("<table><tr><th>Day</th><th>Hour</th></tr><tr><td>Mon</td><td>9</td></tr></table>"),
        Valid('<table role="presentation"><tr><td>Mon</td></tr></table>'),
        Valid("<p>No table</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    """Tell each outermost table once; those inside it are part of the same arrangement."""
    start, held = 0, list[Block]()
    table: Container | None = None
    for base, block in zip(message.body.starts, message.body.blocks, strict=True):
        own = next((it for it in block.path if it.tag == "table"), None)
        if own != table:
            yield from _finding(start, held, table)
            start, held, table = base, [], own
        if own is not None:
            held.append(block)
    yield from _finding(start, held, table)


def _finding(start: int, held: list[Block], table: Container | None) -> Iterator[Finding]:
    if table is None or table.attribute("role") in {"presentation", "none"}:
        return
    if any(container.tag == "th" for block in held for container in block.path):
        return
    yield rule.finding(start, start + len("\n".join(block.text for block in held)))

"""Too many line breaks in a row.

Between two lines of text at most two line breaks may follow each other.
"""

import re
from collections.abc import Iterator

from composer.document import CELLS, Document, Path
from composer.document.edits import Edit, Remove
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-BRK",
    message="{count} line breaks in a row, limit {limit}",
    examples=(
        Invalid(
            "<p>Hello<br><br><br>there</p>",
            flags=("\u2028\u2028\u2028",),
            fixed="<p>Hello<br><br>there</p>",
        ),
        Invalid(
            "<p>Hello</p><p>&nbsp;</p><p><br></p><h2>There</h2>",
            flags=("\n\u00a0\n\n",),
            fixed="<p>Hello</p><h2>There</h2>",
        ),
        Invalid(
            "<p>Hello<br><br></p><p><br></p><p>there</p>",
            flags=("\u2028\n\n",),
            fixed="<p>Hello</p><p>there</p>",
        ),
        Valid("<p>Hello</p><p>&nbsp;</p><p>there</p>"),
        Valid("<p>Hello<br><br>there</p><p>Bye</p>"),
        Valid("<p>Hello</p><p><br></p><p><br></p><p><br></p>"),
        Valid("<table><tr><td>A</td><td></td><td></td><td></td><td>B</td></tr></table>"),
    ),
)

_BLANK = " \u00a0\u200b\u3000"


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    limit = context.policy.limits.line_breaks
    document = message.body
    for start, end in _gaps(document.text, limit):
        if _crosses_cells(document, start, end):
            continue
        gap = document.text[start:end]
        count = gap.count("\n") + gap.count("\u2028")
        fix = Fix("Remove extra line breaks", _edits(gap, start, limit), safe=True)
        yield rule.finding(start, end, fixes=(fix,), count=count, limit=limit)


def _gaps(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of more than `limit` line breaks, with the blanks before and between."""
    gap = re.compile(rf"[\n\u2028](?:[{_BLANK}]*[\n\u2028]){{{limit},}}")
    first, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for match in gap.finditer(text, first, end):
        start = match.start()
        while start > first and text[start - 1] in _BLANK:
            start -= 1
        yield start, match.end()


def _crosses_cells(document: Document, start: int, end: int) -> bool:
    """Whether the gap lies between table cells, where empty ones are layout, not lines."""
    first, last = document.block_index(start), document.block_index(end)
    cells = {_cell(block.path) for block in document.blocks[first : last + 1]}
    return len(cells) > 1


def _cell(path: Path) -> Path:
    for depth in range(len(path), 0, -1):
        if path[depth - 1].tag in CELLS:
            return path[:depth]
    return ()


def _edits(gap: str, start: int, limit: int) -> tuple[Edit, ...]:
    """Keep one paragraph boundary, the last, so that what follows keeps its own kind."""
    boundary = gap.rfind("\n")
    if boundary >= 0:
        edits: list[Edit] = []
        if boundary:
            edits.append(Remove(start, start + boundary))
        if boundary + 1 < len(gap):
            edits.append(Remove(start + boundary + 1, start + len(gap)))
        return tuple(edits)
    kept = [index for index, char in enumerate(gap) if char == "\u2028"][limit]
    return (Remove(start + kept, start + len(gap)),)

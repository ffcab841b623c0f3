"""Wide gap between lines.

Spacers, rules in a row and large margins do what line breaks do: they push the text apart. About
two lines of room are enough.
"""

from collections.abc import Iterator

from composer.document import CELLS, Block, Container, Image, Raw
from composer.document.css_values import parse_length
from composer.document.edits import SetBlockStyle
from composer.document.used import fact
from composer.document.used.visible import has_text
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._elements import message_attributes, message_names

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-BRK",
    message="Gap of {height:.0f} px, about {lines:.0f} lines",
    html_only=True,
    examples=(
        Invalid(
            '<p>Hello</p><div style="height:80px">&nbsp;</div><p>there</p>',
            flags=("\u00a0",),
            fixed="<p>Hello</p><div>&nbsp;</div><p>there</p>",
        ),
        Invalid(
            '<p style="margin-bottom:5em">Hello</p><p>there</p>',
            flags=("Hello",),
            fixed="<p>Hello</p><p>there</p>",
        ),
        Invalid(
            '<table><tr><td>Hello</td></tr><tr><td height="60">&nbsp;</td></tr>'
            "<tr><td>there</td></tr></table>",
            flags=("\u00a0",),
        ),
        Valid('<p style="margin-bottom:2em">Hello</p><p>there</p>'),
        Valid('<p>Hello</p><div style="height:20px">&nbsp;</div><p>there</p>'),
        Valid('<table><tr><td height="90">Hello</td></tr></table>'),
        Valid('<p>Hello</p><div style="height:90px">&nbsp;</div>'),
    ),
)

_EM = 16.0
_MOST = 2.4 * _EM
_MARGINS = ("margin-top", "margin-bottom")
_HEIGHTS = ("height", "min-height", "line-height", "padding-top", "padding-bottom", *_MARGINS)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    names, attributes = message_names(message), message_attributes(message)
    if names.isdisjoint(_HEIGHTS) and "height" not in attributes:
        return
    document = message.body
    shown = [index for index, block in enumerate(document.blocks) if _shows(block)]
    if not shown:
        return
    for index in range(shown[0], shown[-1] + 1):
        block, start = document.blocks[index], document.starts[index]
        visible = _shows(block)
        if visible and not block.style:
            continue
        height = max(_length(block, name) for name in (_MARGINS if visible else _HEIGHTS))
        if not visible:
            height = max(height, _cell_height(block))
        if height <= _MOST:
            continue
        end = start + len(block.text)
        edits = tuple(SetBlockStyle(start, end, it, None) for it in _HEIGHTS if it in block.style)
        yield rule.finding(
            start,
            end,
            at=("style", "height"),
            text=f"{height:g}px",
            fixes=(Fix("Reset spacing", edits),) if edits else (),
            height=height,
            lines=height / (1.2 * _EM),
        )


@fact
def _shows(block: Block) -> bool:
    return has_text(block) or any(isinstance(it, Image | Raw) for it in block.inlines)


def _length(element: Block | Container, name: str) -> float:
    length = parse_length(element.style.get(name) or "")
    if length is None:
        return 0.0
    if length.unit in {"em", "rem"} or (not length.unit and name == "line-height"):
        return length.value * _EM
    return length.px or 0.0


def _cell_height(block: Block) -> float:
    """The height that the cell around an empty block is given."""
    cell = next((each for each in reversed(block.path) if each.tag in CELLS), None)
    if cell is None:
        return 0.0
    attribute = parse_length(cell.attribute("height") or "")
    named = attribute.value if attribute and attribute.unit in {"", "px"} else 0.0
    return max(named, _length(cell, "height"))

"""Text is not aligned as usual.

Message text keeps the alignment its language has: from the left, or from the right in Arabic and
Hebrew. Centred or justified text and text from the far side is not permitted.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import SetBlockStyle
from composer.document.used import used_block
from composer.document.used.visible import has_text
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rendered import Rendered, RenderedBlock
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._elements import (
    attribute_names,
    declared_names,
    message_attributes,
    message_names,
)

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-ALIGN",
    message="Text is {how}",
    html_only=True,
    examples=(
        Invalid(
            '<p>Hello</p><p style="text-align:center">Kitchen Team</p>',
            flags=("Kitchen Team",),
            fixed="<p>Hello</p><p>Kitchen Team</p>",
        ),
        Invalid(
            "<center><p>Hello</p><p>there</p></center>",
            flags=("Hello\nthere",),
            fixed="<p>Hello</p><p>there</p>",
        ),
        Invalid(
            '<table><tr><td align="right">Total</td></tr></table>',
            flags=("Total",),
            fixed="<table><tr><td>Total</td></tr></table>",
        ),
        Invalid(
            '<p style="text-align:left">مرحبا بك</p>',
            language="ar",
            flags=("مرحبا بك",),
            fixed="<p>مرحبا بك</p>",
        ),
        Invalid('<p dir="rtl">Hello</p>', flags=("Hello",)),
        Invalid("<p>Hello</p>", rendered=(RenderedBlock(align="center"),), flags=("Hello",)),
        Valid("<p>Hello</p>", rendered=(RenderedBlock(align="left"),)),
        Valid("<p>مرحبا بك</p>", language="ar", rendered=(RenderedBlock(align="right"),)),
        Valid("<table><tr><th>Item</th></tr></table>", rendered=(RenderedBlock(align="center"),)),
        Valid('<p style="text-align:left">Hello</p><p style="text-align:start">there</p>'),
        Valid('<p dir="rtl" style="text-align:right">مرحبا بك</p>', language="ar"),
        Valid('<table align="center"><tr><th>Item</th><td>Pan</td></tr></table>'),
        Valid('<p style="text-align:center"><img src="a.png" alt="Logo"></p>'),
    ),
)

_WORDS = {
    "center": Phrase("centred"),
    "justify": Phrase("justified"),
    "left": Phrase("aligned to the left"),
    "right": Phrase("aligned to the right"),
}


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if not _may_align(message_names(message), message_attributes(message)):
        return
    usual = _usual(context)
    held: tuple[int, int, str, bool] | None = None
    for base, block in zip(message.body.starts, message.body.blocks, strict=True):
        if not has_text(block):
            continue
        set_here = _may_align(declared_names(block), attribute_names(block))
        align = _alignment(block, context.language) if set_here else usual
        end, is_set = base + len(block.text), "text-align" in declared_names(block)
        if held and held[2:] == (align, is_set):
            held = (held[0], end, align, is_set)
            continue
        if held:
            yield _finding(*held[:3], is_set=held[3])
        held = (base, end, align, is_set) if align != usual else None
    if held:
        yield _finding(*held[:3], is_set=held[3])


@rule.check_rendered
def check_rendered(message: Message, rendered: Rendered, context: Context) -> Iterator[Finding]:
    usual = _usual(context)
    for start, block, facts in rendered.of(message.body):
        in_header_cell = any(container.tag == "th" for container in block.path)
        if facts.align == usual or in_header_cell or not has_text(block):
            continue
        if _alignment(block, context.language) != usual:
            continue  # judged by what is set, as a header cell or the direction of writing
        end = start + len(block.text)
        yield _finding(start, end, facts.align, is_set=False)


def _usual(context: Context) -> str:
    language = context.policy.languages.find(context.language)
    return "right" if language and language.direction == "rtl" else "left"


def _may_align(properties: frozenset[str], attributes: frozenset[str]) -> bool:
    """Whether any of these could align text."""
    return "text-align" in properties or "direction" in properties or "dir" in attributes


def _alignment(block: Block, language: str) -> str:
    """The used alignment; a header cell centred by default alone counts as usual."""
    used = used_block(block, language)
    declared = "text-align" in block.style or any("text-align" in c.style for c in block.path)
    if used.align == "center" and not declared:
        return "right" if used.direction == "rtl" else "left"
    return used.align


def _finding(start: int, end: int, align: str, *, is_set: bool) -> Finding:
    fix = Fix("Reset alignment", (SetBlockStyle(start, end, "text-align", None),), safe=True)
    return rule.finding(
        start,
        end,
        at=("style", "text-align"),
        text=align,
        fixes=(fix,) if is_set else (),  # else it follows from the direction of writing
        how=_WORDS[align],
    )

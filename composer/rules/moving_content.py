"""Text or image moves.

What moves or blinks by itself keeps buyers from reading, and some cannot stop it (WCAG 2.2.2). The
guidelines do not permit moving images either.
"""

import re
from collections.abc import Iterator

from composer.document import OBJECT, Block, Container, Document, Raw
from composer.document.edits import Edit, Remove, SetBlockStyle, SetMark
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._elements import message_names, raws, styled_ranges
from composer.rules._fixes import removal

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-A11Y",
    message="Moving or blinking content",
    html_only=True,
    examples=(
        Invalid(
            "<p>Hello <marquee>there</marquee> you</p>",
            flags=("\ufffc",),
            fixed="<p>Hello you</p>",
        ),
        Invalid(
            '<p style="animation: slide 2s infinite">Hello</p>',
            flags=("Hello",),
            fixed="<p>Hello</p>",
        ),
        Invalid(
            '<p>Hello <span style="animation-name: slide">you</span></p>',
            flags=("you",),
            fixed="<p>Hello you</p>",
        ),
        Valid('<p style="animation: none">Hello</p>'),
        Valid("<p>The blender may blink.</p>"),
    ),
)

_MOVING = re.compile(r"\s*<\s*(?:marquee|blink)\b|<animate\b", re.IGNORECASE)
_NAMES = ("animation", "animation-name", "-webkit-animation", "-webkit-animation-name")
_STILL = frozenset({"none", "initial", "unset", "inherit"})


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if OBJECT in message.body.text:
        yield from _markup(message.body)
    if message_names(message).isdisjoint(_NAMES):
        return
    for start, end, inline in message.body.runs():
        moves = any(_moves(inline.marks.style.get(name)) for name in _NAMES)
        if moves and not (isinstance(inline, Raw) and _MOVING.search(inline.html)):
            yield _styled(start, end)
    for start, end, _ in styled_ranges(message.body, _is_moving):
        yield _styled(start, end)


def _markup(document: Document) -> Iterator[Finding]:
    for base, block in zip(document.starts, document.blocks, strict=True):
        for position, raw in raws(block):
            if _MOVING.search(raw.html):
                low, high = removal(block.text, position, position + 1)
                fix = Fix("Remove it", (Remove(base + low, base + high),))
                start = base + position
                yield rule.finding(start, start + 1, text=raw.html, fixes=(fix,))


def _is_moving(element: Block | Container) -> bool:
    return any(_moves(element.style.get(name)) for name in _NAMES)


def _moves(value: str | None) -> bool:
    return value is not None and value not in _STILL


def _styled(start: int, end: int) -> Finding:
    edits: list[Edit] = [SetBlockStyle(start, end, name, None) for name in _NAMES]
    edits += [SetMark(start, end, name, None) for name in _NAMES]
    fix = Fix("Stop the movement", tuple(edits), safe=True)
    return rule.finding(
        start, end, at=("style", "animation"), fixes=(fix,), severity=Severity.REVIEW
    )

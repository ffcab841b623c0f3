"""Hidden text.

Text that buyers cannot see (no size, no colour of its own, display:none) still reaches screen
readers and previews of the inbox, and filters take it for a trick.
"""

from collections.abc import Iterator

from composer.document import Block, Placeholder
from composer.document.edits import Remove
from composer.document.used import UsedText, fact
from composer.document.used.visible import written_runs
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._elements import declared_names, message_names

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-A11Y",
    message="Hidden text",
    html_only=True,
    examples=(
        Invalid(
            '<div style="display:none;max-height:0">Look inside</div><p>Hello</p>',
            flags=("Look inside",),
            fixed='<div style="display:none;max-height:0"><br></div><p>Hello</p>',
        ),
        Invalid(
            '<p>Hello<span style="font-size:1px">five stars</span></p>',
            flags=("five stars",),
            fixed="<p>Hello</p>",
        ),
        Invalid(
            '<p>Hello<span style="color:#fff;background-color:#fff"> secret</span></p>',
            flags=(" secret",),
            fixed="<p>Hello</p>",
        ),
        Invalid(
            '<p style="position:absolute;left:-9999px">Away</p><p>Hello</p>',
            flags=("Away",),
            fixed='<p style="position:absolute;left:-9999px"><br></p><p>Hello</p>',
        ),
        Valid('<p style="display:none">&nbsp;</p><p>Hello</p>'),
        Valid('<p style="font-size:10px">Hello</p>'),
        Valid('<p style="display:none">Hello</p><p>you</p>', channel="api"),
    ),
)

_HIDING = frozenset(
    [
        "color",
        "background-color",
        "-webkit-text-fill-color",
        "font-size",
        "display",
        "visibility",
        "opacity",
        "overflow",
        "overflow-x",
        "overflow-y",
        "position",
    ]
)
_SMALLEST = 3.0
_BLANK = "\u200b\u200c\u200d\u2007\u034f\ufeff\u00ad \u00a0\u2028\n"


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    document = message.body
    if _HIDING.isdisjoint(message_names(message)):
        return
    held: tuple[int, int] | None = None
    for base, block in zip(document.starts, document.blocks, strict=True):
        for first, last in _hidden_runs(block):
            start, end = base + first, base + last
            if held and not document.text[held[1] : start].strip(_BLANK):
                held = (held[0], end)
                continue
            if held:
                yield _finding(*held)
            held = (start, end)
    if held:
        yield _finding(*held)


@fact
def _hidden_runs(block: Block) -> tuple[tuple[int, int], ...]:
    if _HIDING.isdisjoint(declared_names(block)):
        return ()
    outside = _is_outside(block)
    return tuple(
        (start, end)
        for start, end, inline, used in written_runs(block)
        if (outside or _is_hidden(used))
        and (isinstance(inline, Placeholder) or inline.text.strip(_BLANK))
    )


def _is_hidden(used: UsedText) -> bool:
    if used.hidden or used.size < _SMALLEST:
        return True
    if used.color is not None and used.color == (used.background or "#ffffff"):
        return "background-color" not in used.unknown and "background-image" not in used.unknown
    return False


def _is_outside(block: Block) -> bool:
    """Whether `block` is moved out of the window."""
    if "position" not in declared_names(block):
        return False
    styles = (block.style, *(container.style for container in block.path))
    return any(
        style.get("position") in {"absolute", "fixed"}
        and any((style.get(side) or "").startswith("-") for side in ("left", "top", "right"))
        for style in styles
    )


def _finding(start: int, end: int) -> Finding:
    return rule.finding(start, end, fixes=(Fix("Remove hidden text", (Remove(start, end),)),))

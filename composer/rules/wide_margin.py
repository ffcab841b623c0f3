"""Wide margin.

Text may be set in by at most 20% of the message width on each side. Amazon does not say how it
measures; here every margin, padding, list and quote around the text counts, at a width of 600 px.
"""

from collections.abc import Iterator

from composer.document import LISTS, Block
from composer.document.edits import SetBlockStyle
from composer.document.used import fact, is_bare, used_block
from composer.document.used.visible import has_text
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rendered import Rendered, RenderedBlock
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._elements import declared_names
from composer.rules._targets import targets

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-MARG",
    message="Margin of {share:.0%} on the {side}, limit {limit:.0%}",
    html_only=True,
    examples=(
        Invalid('<p style="margin-left:25%">Hello</p>', flags=("Hello",), fixed="<p>Hello</p>"),
        Invalid(
            '<div style="padding-right:15%"><p style="margin-right:10%">Hello</p></div>',
            flags=("Hello",),
            fixed="<p>Hello</p>",
        ),
        Invalid('<p style="margin-left:150px">Hello</p>', flags=("Hello",), fixed="<p>Hello</p>"),
        Invalid(
            '<div style="max-width:300px;margin:0 auto">Hello</div>',
            flags=("Hello",),
            fixed='<div style="max-width:300px;margin-top:0;margin-bottom:0">Hello</div>',
        ),
        Invalid("<p>Hello</p>", rendered=(RenderedBlock(left=0.25, right=0.0),), flags=("Hello",)),
        Valid("<p>Hello</p>", rendered=(RenderedBlock(left=0.2, right=0.2),)),
        Valid("<ul><li>One<ul><li>Two<blockquote>Three</blockquote></li></ul></li></ul>"),
        Valid('<div style="max-width:60%;margin:0 auto">Hello</div>'),
        Valid('<table align="right" width="280"><tr><td>Hello</td></tr></table>'),
        Valid(
            '<table align="center" style="max-width:200px"><tr><td>'
            '<a href="https://www.amazon.com/orders">Your orders</a></td></tr></table>'
        ),
        Valid('<p style="margin:0 10%">Hello</p>'),
        Valid("<ul><li>One<ul><li>Two</li></ul></li></ul>"),
        Valid('<table width="600" align="center"><tr><td>Hello</td></tr></table>'),
    ),
)

_SIDES = {"left": Phrase("left"), "right": Phrase("right")}
_TOLERANCE = 0.005  # pixels are whole
_NAMES = ("margin", "padding")
_FLUSH = LISTS | {"li", "div", "body", "form"}
_HARMLESS = frozenset(
    [
        "color",
        "background-color",
        "font-family",
        "font-size",
        "font-weight",
        "font-style",
        "line-height",
        "text-align",
        "text-decoration",
        "margin-top",
        "margin-bottom",
        "padding-top",
        "padding-bottom",
    ]
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    limit = context.policy.limits.margin
    held: tuple[int, int, tuple[float, str, bool]] | None = None
    for base, block in zip(message.body.starts, message.body.blocks, strict=True):
        if (held is None and is_bare(block)) or not has_text(block):
            continue
        inset = _inset(block, context.language)
        if held is None and inset[0] <= limit + 1e-6:
            continue
        if not inset[2] and _is_button(block):
            continue
        if held and held[2] == inset:
            held = (held[0], base + len(block.text), inset)
            continue
        if held:
            yield _finding(*held, limit)
        held = (base, base + len(block.text), inset) if inset[0] > limit + 1e-6 else None
    if held:
        yield _finding(*held, limit)


@rule.check_rendered
def check_rendered(message: Message, rendered: Rendered, context: Context) -> Iterator[Finding]:
    limit = context.policy.limits.margin
    for start, block, facts in rendered.of(message.body):
        left, right = facts.left or 0.0, facts.right or 0.0
        share, side = max(left, right), "left" if left >= right else "right"
        if share <= limit + _TOLERANCE or not has_text(block) or _is_button(block):
            continue
        yield rule.finding(
            start,
            start + len(block.text),
            at=("style", f"margin-{side}"),
            text=f"{share:.0%}",
            severity=Severity.REVIEW,
            message="Margin of {share:.0%} on the {side} as rendered, limit {limit:.0%}",
            share=share,
            side=_SIDES[side],
            limit=limit,
        )


@fact
def _inset(block: Block, language: str) -> tuple[float, str, bool]:
    if _is_plain(block):
        return 0.0, "left", True
    used = used_block(block, language)
    side = "left" if used.inset_left >= used.inset_right else "right"
    certain = used.declared and not used.unknown
    return max(used.inset_left, used.inset_right), side, certain


def _is_plain(block: Block) -> bool:
    """Whether `block` is set in by two lists at most: the usual case, told without measuring."""
    tags = [container.tag for container in block.path]
    lists = sum(tag in LISTS for tag in tags)
    return lists <= 2 and _FLUSH.issuperset(tags) and _HARMLESS.issuperset(declared_names(block))


def _is_button(block: Block) -> bool:
    """Whether `block` is one link: a button is as narrow as its words, that is no margin."""
    return any(
        target.field == "href" and target.words.strip() == block.text.strip()
        for target in targets(block)
    )


def _finding(start: int, end: int, inset: tuple[float, str, bool], limit: float) -> Finding:
    share, side, certain = inset
    edits = (
        *tuple(
            SetBlockStyle(start, end, f"{name}-{edge}", None)
            for name in _NAMES
            for edge in ("left", "right")
        ),
        SetBlockStyle(start, end, "text-indent", None),
    )
    return rule.finding(
        start,
        end,
        at=("style", f"margin-{side}"),
        text=f"{share:.0%}",
        fixes=(Fix("Reset margins", edits, safe=True),),
        severity=None if certain else Severity.REVIEW,
        share=share,
        side=_SIDES[side],
        limit=limit,
    )

"""More than three font sizes.

A message may use three font sizes at most, headings and small print included. The least used ones
are marked.
"""

from collections.abc import Iterator

from composer.document import Document
from composer.document.used import is_bare
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rendered import Rendered, RenderedBlock, RenderedRun
from composer.lint.rule import Invalid, Rule, Valid
from composer.lint.size_budget import NORMAL, SizeBudget, rendered_budget, resized, size_budget
from composer.phrase import Phrase


def _seen(size: float, length: int) -> RenderedBlock:
    return RenderedBlock(runs=(RenderedRun(0, length, size, "Arial", "rgb(0, 0, 0)"),))


rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-SIZE",
    message="{count} font sizes, {limit} allowed: here {size:g} px",
    html_only=True,
    examples=(
        Invalid(
            "<h1>Your order</h1><h2>Is late</h2><p>Hello there, dear buyer. "
            '<span style="font-size:10px">Sorry</span></p>',
            flags=("Sorry",),
            fixed="<h1>Your order</h1><h2>Is late</h2><p>Hello there, dear buyer. Sorry</p>",
        ),
        Invalid(
            '<p>Normal text here <span style="font-size:12px">twelve pixels</span> '
            '<span style="font-size:14px">fourteen px</span> '
            '<span style="font-size:20px">big</span></p>',
            flags=("big",),
            fixed='<p>Normal text here <span style="font-size:12px">twelve pixels</span> '
            '<span style="font-size:14px">fourteen px</span> big</p>',
        ),
        Invalid(
            "<p>Hello</p><p>there,</p><p>dear buyer</p><p>!</p>",
            rendered=tuple(map(_seen, (14, 16, 20, 11), (5, 6, 10, 1))),
            flags=("!",),
            fixed="<p>Hello</p><p>there,</p><p>dear buyer</p>"
            '<p><span style="font-size:14px">!</span></p>',
        ),
        Valid(
            "<p>Hello</p><p>there,</p><p>dear buyer</p><p>!</p>",
            rendered=tuple(map(_seen, (14, 16, 20, 16), (5, 6, 10, 1))),
        ),
        Valid("<h1>Your order</h1><p>Hello</p><p><small>Bye</small></p>"),
        Valid(
            '<p>One <span style="font-size:12pt">two</span> <span style="font-size:1em">x</span> '
            '<span style="font-size:100%">y</span> <span style="font-size:medium">z</span></p>'
        ),
        Valid(
            '<h1>A</h1><h2>B</h2><p>C<span style="font-size:0">D</span>'
            '<span style="font-size:9px"> </span></p>'
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if not all(map(is_bare, message.body.blocks)):
        yield from _findings(message.body, size_budget(message.body, _limit(context)))


@rule.check_rendered
def check_rendered(message: Message, rendered: Rendered, context: Context) -> Iterator[Finding]:
    if size_budget(message.body, _limit(context)).over:
        return  # said already
    budget = rendered_budget(message.body, rendered, _limit(context))
    if budget is not None:
        yield from _findings(message.body, budget)


def _limit(context: Context) -> int:
    return context.policy.limits.font_sizes


def _findings(body: Document, budget: SizeBudget) -> Iterator[Finding]:
    if not budget.over:
        return
    places = sorted((place, use.size) for use in budget.stray for place in use.ranges)
    for (start, end), size in places:
        yield rule.finding(
            start,
            end,
            at=("style", "font-size"),
            text=body.text[start:end],
            fixes=(_fix(body, start, end, budget.target(size) or NORMAL),),
            count=len(budget.uses),
            limit=budget.limit,
            size=size,
        )


def _fix(document: Document, start: int, end: int, size: float) -> Fix:
    edit = resized(document, start, end, size)
    if edit.value is None:
        return Fix("Use normal size", (edit,), safe=True)
    return Fix(Phrase("Use {size:g} px", size=size), (edit,), safe=True)

"""More than three font sizes.

A message may use three font sizes at most, headings and small print included. The least used ones
are marked.
"""

from collections import Counter
from collections.abc import Iterator

from composer.document import Block, Document
from composer.document.edits import SetMark
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._visible import visible_runs

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-SIZE",
    message="{count} font sizes, limit {limit}: {size:g} px here",
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

_NORMAL = 16.0


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    limit = context.policy.limits.font_sizes
    used = {run[3].size for block in message.body.blocks for run in visible_runs(block)}
    if len(used) <= limit:
        return
    weights: Counter[float] = Counter()
    for block in message.body.blocks:
        for start, end, size in sized_runs(block):
            weights[size] += len(block.text[start:end].strip()) or 1
    if len(weights) <= limit:
        return
    kept = [size for size, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))]
    kept = sorted(kept[:limit])
    for start, end, size in _stray_runs(message.body, kept):
        nearest = min(kept, key=lambda each: abs(each - size))
        yield rule.finding(
            start,
            end,
            at=("style", "font-size"),
            text=message.body.text[start:end],
            fixes=(_fix(message.body, start, end, nearest),),
            count=len(weights),
            limit=limit,
            size=size,
        )


def sized_runs(block: Block) -> tuple[tuple[int, int, float], ...]:
    """Return (start, end, CSS px rounded to half a pixel) for the visible text of `block`."""
    return tuple(
        [(start, end, round(used.size * 2) / 2) for start, end, _, used in visible_runs(block)]
    )


def _stray_runs(document: Document, kept: list[float]) -> Iterator[tuple[int, int, float]]:
    held: tuple[int, int, float] | None = None
    for base, block in zip(document.starts, document.blocks, strict=True):
        for first, last, size in sized_runs(block):
            start, end = base + first, base + last
            if held and held[2] == size and not document.text[held[1] : start].strip():
                held = (held[0], end, size)
                continue
            if held:
                yield held
            held = (start, end, size) if size not in kept else None
    if held:
        yield held


def _fix(document: Document, start: int, end: int, size: float) -> Fix:
    first, last = document.block_index(start), document.block_index(end)
    plain = size == _NORMAL and not any(
        block.heading or "font-size" in block.style or _sized_around(block)
        for block in document.blocks[first : last + 1]
    )
    if plain:
        return Fix("Use normal size", (SetMark(start, end, "font-size", None),), safe=True)
    edit = SetMark(start, end, "font-size", f"{size:g}px")
    return Fix(Phrase("Use {size:g} px", size=size), (edit,), safe=True)


def _sized_around(block: Block) -> bool:
    return any("font-size" in container.style for container in block.path)

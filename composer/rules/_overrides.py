"""Declarations that override the look Amazon gives a message, as ranges of visible text (S-OVR)."""

from collections.abc import Iterator
from typing import NamedTuple

from composer.document import Block, Document
from composer.document.edits import Edit, SetBlockStyle, SetMark
from composer.document.used import fact
from composer.document.used.visible import visible_runs
from composer.lint.context import Message
from composer.lint.finding import Finding, Fix
from composer.lint.rule import Rule
from composer.rules._elements import declared_names, message_names

_DEFAULTS = frozenset({"inherit", "initial", "unset", "revert", "revert-layer", ""})


class _Run(NamedTuple):
    """Visible text for which one element's declaration wins; `depth` 0 is the inline style.

    Blocks have depth 1, containers more, the innermost first.
    """

    start: int
    end: int
    value: str
    depth: int


def override_findings(
    rule: Rule, message: Message, names: tuple[str, ...], title: str
) -> Iterator[Finding]:
    """Yield one finding for each element that sets one of the CSS properties `names` on text.

    Neighbouring elements that set the same value count as one. `title` names the fix.
    """
    if message_names(message).isdisjoint(names):
        return
    for start, end, value, name in _merged(message.body, names):
        edits: list[Edit] = [SetMark(start, end, each, None) for each in names]
        edits += [SetBlockStyle(start, end, each, None) for each in names]
        yield rule.finding(
            start,
            end,
            at=("style", name),
            text=value,
            fixes=(Fix(title, tuple(edits), safe=True),),
            value=value if len(value) <= 40 else value[:39] + "…",
        )


def _merged(document: Document, names: tuple[str, ...]) -> Iterator[tuple[int, int, str, str]]:
    for name in names:
        found: dict[object, _Run] = {}
        for index, (base, block) in enumerate(zip(document.starts, document.blocks, strict=True)):
            if name not in declared_names(block):
                continue
            for run in declared_runs(block, name):
                origin = _origin(block, index, run, base)
                start = found[origin].start if origin in found else base + run.start
                found[origin] = _Run(start, base + run.end, run.value, run.depth)
        spans = sorted((run.start, run.end, run.value) for run in found.values())
        yield from _joined(document, spans, name)


def _origin(block: Block, index: int, run: _Run, base: int) -> object:
    if run.depth > 1:
        return block.path[: len(block.path) - run.depth + 2]
    return (index, run.depth, base + run.start if run.depth == 0 else 0)


def _joined(
    document: Document, spans: list[tuple[int, int, str]], name: str
) -> Iterator[tuple[int, int, str, str]]:
    held: tuple[int, int, str] | None = None
    for start, end, value in spans:
        if held and held[2] == value and not document.text[held[1] : start].strip():
            held = (held[0], max(end, held[1]), value)
            continue
        if held:
            yield *held, name
        held = (start, end, value)
    if held:
        yield *held, name


@fact
def declared_runs(block: Block, name: str) -> tuple[_Run, ...]:
    """Return the runs of visible text in `block` for which somebody set the CSS property `name`."""
    outer = _declared_around(block, name)
    runs: list[_Run] = []
    for start, end, inline, _ in visible_runs(block):
        own = inline.marks.style.get(name)
        found = (own, 0) if own is not None and own not in _DEFAULTS else outer
        if found is None:
            continue
        last = runs[-1] if runs else None
        if last and (last.value, last.depth) == found and not block.text[last.end : start].strip():
            runs[-1] = _Run(last.start, end, *found)
        else:
            runs.append(_Run(start, end, *found))
    return tuple(runs)


def _declared_around(block: Block, name: str) -> tuple[str, int] | None:
    styles = (block.style, *(container.style for container in reversed(block.path)))
    for depth, style in enumerate(styles, 1):
        value = style.get(name)
        if value is not None and value not in _DEFAULTS:
            return value, depth
    return None

"""Everything measured in a rendered message, value by value, with the words that use it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from composer.document import OBJECT, Block, Document
from composer.document.used.colors import WHITE, parse_color
from composer.document.used.contrast import contrast
from composer.lint.rendered import Rendered, RenderedBlock, RenderedRun

EXCERPT = 40


class Measure(StrEnum):
    """What was measured."""

    SIZE = "size"
    FAMILY = "family"
    COLOR = "color"
    CONTRAST = "contrast"
    LINE_HEIGHT = "line-height"
    ALIGN = "align"
    LEFT = "left"
    RIGHT = "right"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Use:
    """One value, how much of the message has it, and where it stands first.

    `value` is in CSS px, a fraction of the message width, a ratio, or a word; `characters` counts
    those of all places, `words` are an excerpt of the first one, `start` to `end` of the body.
    """

    measure: Measure
    value: float | str
    characters: int
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Seen:
    measure: Measure
    value: float | str
    start: int
    end: int


def inventory(document: Document, rendered: Rendered) -> tuple[Use, ...]:
    """Return what is used in `document`: by measure, the most used value first.

    Contrasts and widths come by what is closest to a limit: the least ratio, the largest share.
    """
    places: dict[tuple[Measure, float | str], list[_Seen]] = {}
    for seen in _all_seen(document, rendered):
        places.setdefault((seen.measure, seen.value), []).append(seen)
    uses = [_use(found, document.text) for found in places.values()]
    return tuple(sorted(uses, key=_rank))


def _rank(use: Use) -> tuple[int, float]:
    measure = list(Measure).index(use.measure)
    if isinstance(use.value, str) or use.measure in (Measure.SIZE, Measure.LINE_HEIGHT):
        return measure, -use.characters
    return measure, use.value if use.measure is Measure.CONTRAST else -use.value


def _use(places: list[_Seen], text: str) -> Use:
    first = places[0]
    words = " ".join(text[first.start : first.end].replace(OBJECT, "\u2026").split())
    excerpt = words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "\u2026"
    count = sum(len(text[it.start : it.end].strip()) for it in places)
    return Use(first.measure, first.value, count, excerpt, first.start, first.end)


def _all_seen(document: Document, rendered: Rendered) -> Iterator[_Seen]:
    for base, block, facts in rendered.of(document):
        yield from _of_block(base, block, facts)
        for run in facts.runs:
            for measure, value_of in _OF_RUNS:
                value = value_of(run)
                if value is not None:
                    yield _Seen(measure, value, base + run.start, base + run.end)
        for image in facts.images:
            at = base + image.position
            yield _Seen(Measure.IMAGE, round(image.share, 3), at, at + 1)


def _of_block(base: int, block: Block, facts: RenderedBlock) -> Iterable[_Seen]:
    if not facts.runs:
        return
    end = base + len(block.text)
    yield _Seen(Measure.ALIGN, facts.align, base, end)
    for measure, share in ((Measure.LEFT, facts.left), (Measure.RIGHT, facts.right)):
        if share is not None and round(share, 3) > 0:
            yield _Seen(measure, round(share, 3), base, end)


def _contrast(run: RenderedRun) -> float | None:
    """The ratio of WCAG 1.4.3; nothing where a picture lies behind, or no colour is set."""
    if run.background == "image":
        return None
    text, behind = parse_color(run.color), parse_color(run.background or "white")
    if text is None or behind is None:
        return None
    paper = behind.over(WHITE)
    return round(contrast(text.over(paper).hex, paper.hex), 1)


def _family(run: RenderedRun) -> str:
    """The first family wanted: the others are for where it is missing."""
    return run.family.split(",")[0].strip().strip("\"'")


_OF_RUNS: tuple[tuple[Measure, Callable[[RenderedRun], float | str | None]], ...] = (
    (Measure.SIZE, lambda run: round(run.size, 1)),
    (Measure.FAMILY, _family),
    (Measure.COLOR, lambda run: _hex(run.color)),
    (Measure.CONTRAST, _contrast),
    (Measure.LINE_HEIGHT, lambda run: run.line_height),
)


def _hex(color: str) -> str:
    found = parse_color(color)
    return found.hex if found else color

"""The placeholders of a message, however they are spelled, and one spelling for them all."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from composer.document import OBJECT, Placeholder
from composer.document.edits import ReplaceText
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix
from composer.lint.rule import PARTS, Rule
from composer.phrase import Phrase

_NAMED = 1


class Placed(NamedTuple):
    """A placeholder that the policy knows, at [start, end) of a part."""

    part: str
    start: int
    end: int
    inline: Placeholder

    @property
    def foreign(self) -> bool:
        """Whether it is spelled as another program does."""
        return self.inline.source is not None


def known_placeholders(message: Message, context: Context) -> Iterator[Placed]:
    """Yield the placeholders that the policy knows, the body's first, each part's in order."""
    known = context.policy.placeholders
    for part in reversed(PARTS):
        document = message.template.part(part)
        for at, block in zip(document.starts, document.blocks, strict=True):
            if OBJECT not in block.text:
                continue
            for start, end, inline in block.runs():
                if isinstance(inline, Placeholder) and inline.name in known:
                    yield Placed(part, at + start, at + end, inline)


def spelled_otherwise(rule: Rule, foreign: Sequence[Placed], ours: str = "") -> Finding:
    """Return the one finding of `foreign` placeholders, at the first, with a fix for all.

    `ours` is how another one beside them is spelled.
    """
    first = foreign[0]
    return rule.finding(
        first.start,
        first.end,
        part=first.part,
        fixes=(spelled_as_ours(foreign),),
        shown=spellings(foreign),
        ours=ours,
    )


def spellings(placed: Iterable[Placed]) -> str:
    """Return how some placeholders are spelled, each once, as far as a title takes."""
    found = [*dict.fromkeys(it.inline.spelling for it in placed)]
    more = ", …" if len(found) > _NAMED else ""
    return ", ".join(found[:_NAMED]) + more


def spelled_as_ours(foreign: Sequence[Placed]) -> Fix:
    """Return the fix that writes `foreign` placeholders in double braces, in every part at once."""
    title = Phrase("Use Permitted’s placeholders")
    by_part = {
        part: tuple(
            ReplaceText(it.start, it.end, Placeholder(it.inline.name).spelling)
            for it in foreign
            if it.part == part
        )
        for part in dict.fromkeys(it.part for it in foreign)
    }
    first, *others = (Fix(title, edits, part=part) for part, edits in by_part.items())
    return Fix(title, first.edits, part=first.part, also=tuple(others))

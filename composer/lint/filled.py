"""What a sample order brings into a message: findings that only its values make."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from composer.document import OBJECT, Placeholder
from composer.document.filling import Filled, fill
from composer.lint.finding import Finding, Location, Severity
from composer.lint.rule import PARTS
from composer.phrase import Phrase
from composer.policy.filled import FilledPolicy
from composer.policy.order import SampleOrder
from composer.template import SetAside, Template

LONGEST_QUOTE = 60
Check = Callable[[Template, Collection[str]], Iterable[Finding]]
"""Finds what is in a template without the rules whose ids are given; set-asides do not count."""


@dataclass(frozen=True, slots=True)
class FilledCheck:
    """Checks templates with the values of an order in them.

    A finding is told once for a rule and a place, on the placeholders whose values it is about.
    What an order that somebody made up brings is advice; what the seller's own orders bring may be
    sent to a buyer as it is, and is up for review.
    """

    policy: FilledPolicy
    check: Check

    def findings(
        self, template: Template, order: SampleOrder, found: Sequence[Finding]
    ) -> tuple[Finding, ...]:
        """Return what `order` brings into `template`, in which `found` is without it."""
        parts = {part: fill(template.part(part), order.value) for part in PARTS}
        if all(filled.document == filled.original for filled in parts.values()):
            return ()
        filled = replace(
            template, subject=parts["subject"].document, body=parts["body"].document, set_aside=()
        )
        known = _Known(found)
        brought: dict[tuple[str, Location], Finding] = {}
        for finding in self.check(filled, self.policy.never):
            place = self._place(finding, parts)
            if place is not None and not known.holds(finding, parts):
                told = _told(finding, place, order, template)
                brought.setdefault((told.rule, told.location), told)
        return tuple(brought.values())

    def _place(self, finding: Finding, parts: Mapping[str, Filled]) -> Location | None:
        """Return the placeholders whose values `finding` is about, None where it is about none."""
        where = finding.location
        if where.part not in parts or finding.rule in self.policy.never:
            return None
        if where.start == where.end:
            return Location(where.part)
        chips = tuple(parts[where.part].chips_in(where.start, where.end))
        if not chips or self.policy.leaves_out(finding.rule, [name for _, name in chips]):
            return None
        return Location(where.part, chips[0][0], chips[-1][0] + 1)


def waits_for_an_order(template: Template, entry: SetAside, policy: FilledPolicy) -> bool:
    """Whether what `entry` is about may come again with another order.

    It is on placeholders that still stand where they stood, and not about them as such.
    """
    if entry.part not in PARTS or entry.rule in policy.never or OBJECT not in entry.text:
        return False
    document = template.part(entry.part)
    found = document.text.find(entry.before + entry.text + entry.after)
    start = found + len(entry.before)
    return found >= 0 and any(
        isinstance(inline, Placeholder) and start <= first < start + len(entry.text)
        for first, _, inline in document.runs()
    )


class _Known:
    """What is found without an order."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._places: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for finding in findings:
            where = finding.location
            self._places.setdefault((finding.rule, where.part), []).append((where.start, where.end))

    def holds(self, finding: Finding, parts: Mapping[str, Filled]) -> bool:
        """Whether the rule of `finding`, one of the filled text, found the same without values."""
        where = finding.location
        first, last = parts[where.part].original_range(where.start, where.end)
        whole = where.start == where.end
        return any(
            start == end if whole else start < last and first < end
            for start, end in self._places.get((finding.rule, where.part), ())
        )


def _told(finding: Finding, place: Location, order: SampleOrder, template: Template) -> Finding:
    """Return `finding` as one of `template`, without fixes: those are for its values."""
    lightest = Severity.REVIEW if order.own else Severity.ADVICE
    return Finding(
        rule=finding.rule,
        clause=finding.clause,
        severity=max(finding.severity, lightest, key=lambda each: each.rank),
        message=_message(finding, order),
        location=place,
        text=template.part(place.part).text[place.start : place.end],
        excerpt=finding.excerpt,
        remember=finding.remember,
    )


def _message(finding: Finding, order: SampleOrder) -> Phrase:
    """Say what is wrong and with which order, and the words, which the text does not show."""
    title = order.title if order.own else Phrase(order.title, f"policy.order.{order.id}.title")
    problem, words = finding.message, " ".join(finding.excerpt.split())
    if not words or "“" in problem:
        return Phrase("With the sample order “{order}”: {problem}", order=title, problem=problem)
    if len(words) > LONGEST_QUOTE:
        words = words[: LONGEST_QUOTE - 1].rstrip() + "…"
    return Phrase(
        "With the sample order “{order}”: {problem}, in “{words}”",
        order=title,
        problem=problem,
        words=words,
    )

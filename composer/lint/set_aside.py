"""Set-asides: one occurrence of a review finding that the seller accepted, found again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from composer.lint.finding import Finding, Severity
from composer.lint.rule import PARTS
from composer.template import SetAside, Template

CONTEXT = 32


def can_set_aside(finding: Finding) -> bool:
    """Whether a seller may accept `finding`: only what is up for review."""
    return finding.severity is Severity.REVIEW


def set_aside(
    template: Template, finding: Finding, reason: str, now: datetime | None = None
) -> Template:
    """Return `template` with `finding` accepted for `reason`; `now` is noted, where given.

    Raises:
        ValueError: for a finding that is not up for review, or without a reason.
    """
    if not can_set_aside(finding):
        raise ValueError(f"only review findings can be set aside, not {finding.severity}")
    if not reason.strip():
        raise ValueError("setting a finding aside needs a reason")
    date = now.isoformat(timespec="seconds") if now else ""
    entry = _entry(template, finding, reason.strip(), date)
    others = tuple(
        it
        for it in template.set_aside
        if replace(it, reason=entry.reason, date=entry.date) != entry
    )
    return replace(template, set_aside=(*others, entry))


def withdraw(template: Template, findings: Sequence[Finding], finding: Finding) -> Template:
    """Return `template` without the entry that sets `finding`, one of `findings`, aside."""
    kept = tuple(
        entry
        for entry in template.set_aside
        if (index := _only_match(template, findings, entry)) is None or findings[index] != finding
    )
    return replace(template, set_aside=kept)


def with_set_asides(template: Template, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return `findings`, those that the template sets aside with the seller's reason.

    An entry counts only where exactly one review finding has its rule, part, exact text and the
    32 characters on each side; otherwise it is stale and the finding stays open.
    """
    if not template.set_aside:
        return tuple(findings)
    accepted = {index: entry.reason for index, entry in entries_of(template, findings).items()}
    return tuple(
        replace(finding, set_aside=accepted.get(index)) for index, finding in enumerate(findings)
    )


def entries_of(template: Template, findings: Sequence[Finding]) -> dict[int, SetAside]:
    """Return the entries of `template` that count, by the place in `findings` of what they match.

    Two entries for one finding are as good as one: the later counts.
    """
    return {
        index: entry
        for entry in template.set_aside
        if (index := _only_match(template, findings, entry)) is not None
    }


def stale_set_asides(template: Template, findings: Sequence[Finding]) -> tuple[SetAside, ...]:
    """Return the entries of `template` that no longer match exactly one of its findings."""
    return tuple(
        entry for entry in template.set_aside if _only_match(template, findings, entry) is None
    )


def is_gone(template: Template, entry: SetAside) -> bool:
    """Whether the words that `entry` is about no longer stand where it saw them."""
    if entry.part not in PARTS:
        return False
    return entry.before + entry.text + entry.after not in template.part(entry.part).text


def open_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what stands in the way of approval: must-fix, and review that is not set aside."""
    return tuple(finding for finding in findings if _is_open(finding))


def _is_open(finding: Finding) -> bool:
    if finding.severity is Severity.REVIEW:
        return finding.set_aside is None
    return finding.severity is Severity.MUST_FIX


def _only_match(template: Template, findings: Sequence[Finding], entry: SetAside) -> int | None:
    matches = [
        index
        for index, finding in enumerate(findings)
        if finding.rule == entry.rule
        and finding.text == entry.text
        and finding.severity is Severity.REVIEW
        and _entry(template, finding, entry.reason, entry.date) == entry
    ]
    return matches[0] if len(matches) == 1 else None


def _entry(template: Template, finding: Finding, reason: str, date: str) -> SetAside:
    where = finding.location
    text = template.part(where.part).text if where.part in PARTS else ""
    return SetAside(
        rule=finding.rule,
        part=where.part,
        text=finding.text,
        before=text[max(0, where.start - CONTEXT) : where.start],
        after=text[where.end : where.end + CONTEXT],
        reason=reason,
        date=date,
    )

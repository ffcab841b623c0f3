"""Findings in the words of the panel: what is wrong, where, why, and what would mend it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from composer.document import OBJECT
from composer.gui.findings.model import FindingRow
from composer.gui.words.saying import (
    clause_heading,
    clause_text,
    lead_and_rest,
    rule_explanation,
    said,
)
from composer.gui.words.text import day_text, tr_
from composer.lint.finding import Finding, Location
from composer.lint.rule import Rule
from composer.policy import Clause, Policy
from composer.template import Template

_LONGEST_QUOTE, _LONGEST_OTHER = 60, 40
_MOST_OTHERS = 3


def finding_rows(
    findings: Iterable[Finding],
    template: Template,
    policy: Policy,
    rules: Mapping[str, Rule],
    line: Callable[[Location], int] | None = None,
) -> tuple[FindingRow, ...]:
    """Return one row for each finding, in order.

    A row's key is the same as long as the finding is the same rule on the same words. `line` gives
    the number that stands beside a place of the body where lines are numbered.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for finding in findings:
        where = finding.location
        words = (finding.rule, where.part, finding.text)
        row = _row(finding, template, policy, rules, f"{hash(words):x}.{seen[words]}")
        rows.append(replace(row, line=line(where)) if line and row.paragraph else row)
        seen[words] += 1
    return tuple(rows)


def _row(
    finding: Finding, template: Template, policy: Policy, rules: Mapping[str, Rule], key: str
) -> FindingRow:
    clause = policy.clauses[finding.clause]
    where = finding.location
    return FindingRow(
        key=key,
        severity=finding.severity,
        title=said(finding.message, finding.rule),
        sentence=_sentence(finding, rules),
        paragraph=_paragraph(where, template),
        text=_quoted(finding),
        fixes=tuple(said(fix.title, finding.rule) for fix in finding.fixes),
        clause_text=_clause(clause),
        clause_date=_day(clause.date),
        clause_source=clause_heading(clause),
        in_subject=where.part == "subject",
        together=tuple(_place(it, template) for it in others(finding)),
        keywords=f"{finding.excerpt}\n{finding.text}\n{finding.rule}\n{clause.id}",
    )


def _paragraph(where: Location, template: Template) -> int:
    """The number of the paragraph of the body in which a location starts, the first being 1."""
    if where.part != "body" or where.start == where.end:
        return 0
    return template.body.block_index(where.start) + 1


def _place(where: Location, template: Template) -> str:
    """What stands at another place of a finding, and where that is."""
    text = template.part(where.part).text[where.start : where.end]
    words = _cut(" ".join(text.replace(OBJECT, " ").split()), _LONGEST_OTHER)
    key = "findings.together_subject" if where.part == "subject" else "findings.together"
    return tr_(key, words=words)


def others(finding: Finding) -> tuple[Location, ...]:
    """Return the other places that a finding on some words hangs on, the first few."""
    if finding.location.start == finding.location.end:
        return ()
    return tuple(it for it in finding.related if it.start < it.end)[:_MOST_OTHERS]


def _sentence(finding: Finding, rules: Mapping[str, Rule]) -> str:
    """What the finding says of itself, or the first sentence of the rule's help."""
    if finding.help:
        return said(finding.help, finding.rule)
    rule = rules.get(finding.rule)
    return lead_and_rest(rule_explanation(rule))[0] if rule else ""


def _quoted(finding: Finding) -> str:
    """The words a finding stands on, where its message does not say them already."""
    words = " ".join(finding.excerpt.replace(OBJECT, " ").split())
    if not words or "“" in finding.message:
        return ""
    return _cut(words, _LONGEST_QUOTE)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _clause(clause: Clause) -> str:
    """What was published, unless it is said in another language than the interface's."""
    told = clause_text(clause)
    return clause.quote or told if told == clause.text else told


def _day(day: date | None) -> str:
    return day_text(day) if day else ""

"""What can be done about a finding beside fixing it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from composer.document.edits import ReplaceText
from composer.gui.findings.model import FindingRow, Standing
from composer.gui.words.saying import rule_title, said
from composer.gui.words.text import tr_
from composer.language.spelling.closeness import is_close
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Rule
from composer.lint.set_aside import can_set_aside
from composer.template import SetAside


class Choice(StrEnum):
    """A decision on a finding; they follow its fixes, in this order."""

    DESCRIBE = "describe"
    REMEMBER = "remember"
    IGNORE = "ignore"
    SET_ASIDE = "set aside"
    WITHDRAW = "withdraw"
    REPORT = "report"


def choices(finding: Finding) -> tuple[Choice, ...]:
    """Return the decisions that `finding` leaves."""
    if finding.set_aside is not None:
        return (Choice.WITHDRAW,)
    found = [Choice.DESCRIBE] if finding.location.field == "alt" else []
    if finding.remember:
        found.append(Choice.REMEMBER)
    if can_set_aside(finding):
        found.append(Choice.IGNORE if finding.dictionary else Choice.SET_ASIDE)
    return (*found, Choice.REPORT)


def remedies(finding: Finding) -> tuple[Fix | Choice, ...]:
    """Return what can be done about `finding`: its fixes, then the decisions it leaves.

    A name comes first among one's own words: what the dictionary makes of it is another name.
    """
    found = choices(finding)
    if finding.set_aside is not None:
        return found
    if not is_name(finding):
        return (*finding.fixes, *found)
    rest = [it for it in found if it is not Choice.REMEMBER]
    return (Choice.REMEMBER, *finding.fixes, *rest)


def is_name(finding: Finding) -> bool:
    """Whether no dictionary knows a word, or one much like it, that has a capital."""
    word = finding.text
    if not finding.dictionary or not finding.remember or not word[:1].isupper():
        return False
    offered = [it.text for fix in finding.fixes for it in fix.edits if isinstance(it, ReplaceText)]
    return not any(is_close(word, other) for other in offered)


def with_choices(row: FindingRow, finding: Finding) -> FindingRow:
    """Return `row` with the titles of all remedies, those of decisions among them."""
    found = remedies(finding)
    titles = tuple(
        title(it, finding) if isinstance(it, Choice) else said(it.title, finding.rule)
        for it in found
        if it is not Choice.REPORT
    )
    more = (title(Choice.REPORT, finding),) if Choice.REPORT in found else ()
    if finding.set_aside is not None:
        return replace(
            row,
            standing=Standing.SET_ASIDE,
            sentence=tr_("set_aside.reason", reason=finding.set_aside),
            fixes=titles,
        )
    brief = tuple("" if isinstance(it, Choice) else said(it.short, finding.rule) for it in found)
    notes = tuple(note(it) if isinstance(it, Choice) else "" for it in found)
    row = replace(row, fixes=titles, brief=brief, more=more, notes=notes, decided=not finding.fixes)
    if finding.dictionary and finding.remember:
        # Of a word beside the best suggestion: that it is right, in every row at the same place.
        return replace(row, second=found.index(Choice.REMEMBER) or 1)
    if len(row.fixes) > 1 and row.fix_in_row(1) == row.fix_in_row(0):
        return replace(row, second=len(row.fixes))  # the words of neither are in the row
    return row


def stale_row(entry: SetAside, rules: Mapping[str, Rule]) -> FindingRow:
    """Return the card of a set-aside that matches nothing any more, with one way out."""
    rule = rules.get(entry.rule)
    reason = tr_("set_aside.reason", reason=entry.reason)
    return FindingRow(
        key=f"stale.{hash(entry):x}",
        severity=Severity.REVIEW,
        title=tr_("set_aside.stale"),
        sentence=tr_("set_aside.was", rule=rule_title(rule), reason=reason) if rule else reason,
        paragraph=0,
        text=entry.text,
        fixes=(tr_("set_aside.remove"),),
        in_subject=entry.part == "subject",
        standing=Standing.STALE,
        keywords=entry.rule,
    )


def note(choice: Choice) -> str:
    """Return who learns of a decision, "" where nobody would ask."""
    match choice:
        case Choice.REPORT:
            return tr_("report.offer_tip")
        case Choice.SET_ASIDE:
            return tr_("set_aside.offer_tip")
        case _:
            return ""


def title(choice: Choice, finding: Finding) -> str:
    """Return what a decision on `finding` is called on buttons and in menus."""
    match choice:
        case Choice.REPORT:
            return tr_("report.offer")
        case Choice.DESCRIBE:
            return tr_("image.describe")
        case Choice.SET_ASIDE:
            return tr_("set_aside.offer")
        case Choice.IGNORE:
            return tr_("spelling.ignore")
        case Choice.WITHDRAW:
            return tr_("set_aside.withdraw")
        case _:
            return tr_(f"remember.{finding.remember[0] if finding.remember else 'words'}")

"""The fix loop: safe fixes made pass by pass, checked again, until none is left."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from composer.document.edits import Edit, TextEdit
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Fix, Severity
from composer.template import Template

PASSES = 10


@dataclass(frozen=True, slots=True)
class Chosen:
    """A fix about to be made, the rule whose finding it mends, and what that finding says."""

    rule: str
    fix: Fix
    message: str


@dataclass(frozen=True, slots=True)
class FixOutcome:
    """What came of fixing: `applied` are (rule, title of the fix), in the order made.

    `passes` hold the same fixes pass by pass, each in positions of the text before its pass: an
    editor that makes them one after the other ends at `template`. `messages` are what the findings
    of `applied` say. `settled` is False where fixes kept undoing each other or ten passes were not
    enough.
    """

    template: Template
    applied: tuple[tuple[str, str], ...]
    left: tuple[Finding, ...]
    passes: tuple[tuple[Fix, ...], ...] = ()
    settled: bool = True
    messages: tuple[str, ...] = ()


def fix(
    template: Template,
    linter: Linter,
    only: Collection[str] | None = None,
    severities: Collection[Severity] = frozenset(Severity),
) -> FixOutcome:
    """Make every safe fix that findings of `template` offer, of the rules in `only` if given.

    Findings set aside and those of other `severities` are left alone.
    """
    applied: list[tuple[str, str]] = []
    messages: list[str] = []
    passes: list[tuple[Fix, ...]] = []
    seen = [template]
    for _ in range(PASSES):
        findings = linter.lint(template)
        offered = [it for it in findings if it.severity in severities]
        chosen = [it for it in choose(offered, only) if _changes(template, it.fix)]
        if not chosen:
            done = tuple(applied), findings, tuple(passes)
            return FixOutcome(template, *done, messages=tuple(messages))
        changed = apply_fixes(template, [it.fix for it in chosen])
        if changed in seen:
            break
        template = changed
        seen.append(template)
        applied += [(it.rule, it.fix.title) for it in chosen]
        messages += [it.message for it in chosen]
        passes.append(tuple(it.fix for it in chosen))
    left = linter.lint(template)
    offered = [it for it in left if it.severity in severities]
    settled = not any(_changes(template, it.fix) for it in choose(offered, only))
    return FixOutcome(template, tuple(applied), left, tuple(passes), settled, tuple(messages))


def choose(
    findings: Iterable[Finding],
    only: Collection[str] | None = None,
    *,
    safe_only: bool = True,
) -> tuple[Chosen, ...]:
    """Return the fixes that can be made at once: the first of each finding, none in conflict.

    What had to wait is offered again when the text is checked after this pass.
    """
    chosen: list[Chosen] = []
    taken: dict[str, list[Edit]] = {}
    for finding in findings:
        if finding.set_aside is not None or (only is not None and finding.rule not in only):
            continue
        mend = automatic(finding) if safe_only else next(iter(finding.fixes), None)
        if mend is None:
            continue
        edits = taken.setdefault(mend.part, [])
        if mend.language:
            if any(it.fix.language for it in chosen):
                continue
        elif set(mend.edits) <= set(edits) or conflicting(mend.edits, edits):
            continue
        edits += mend.edits
        chosen.append(Chosen(finding.rule, mend, finding.message))
    return tuple(chosen)


def automatic(finding: Finding) -> Fix | None:
    """Return the fix that may be made unseen, None for a finding without one or set aside."""
    if finding.set_aside is not None:
        return None
    return next((it for it in finding.fixes if it.safe), None)


def apply_fixes(template: Template, fixes: Iterable[Fix]) -> Template:
    """Return `template` with `fixes` made at once; their edits must not be in conflict.

    Raises:
        ValueError: where two edits overlap or one reaches past the text.
    """
    by_part: dict[str, dict[Edit, None]] = {}
    for each in fixes:
        if each.language:
            template = replace(template, language=each.language)
        for it in each.in_parts:
            by_part.setdefault(it.part, {}).update(dict.fromkeys(it.edits))
    for part, edits in by_part.items():
        template = template.edited(part, tuple(edits))
    return template


def conflicting(edits: Iterable[Edit], others: Iterable[Edit]) -> bool:
    """Whether two sets of edits cannot be made at once.

    Edits that leave the text alone may share a range unless they set the same thing differently.
    """
    others = tuple(others)
    return any(_conflict(edit, other) for edit in edits for other in others)


def _conflict(edit: Edit, other: Edit) -> bool:
    if edit == other:
        return False
    touching = edit.start < other.end and other.start < edit.end
    if edit.start == edit.end or other.start == other.end:
        touching = edit.start <= other.end and other.start <= edit.end
    if not touching:
        return False
    if isinstance(edit, TextEdit) or isinstance(other, TextEdit):
        return True
    return type(edit) is type(other) and _target(edit) == _target(other)


def _target(edit: Edit) -> str:
    return getattr(edit, "name", "")


def _changes(template: Template, fix: Fix) -> bool:
    """Whether `fix` does anything; one that cannot be made leaves its finding open."""
    try:
        return apply_fixes(template, (fix,)) != template
    except (KeyError, ValueError):
        return False

"""Message is hard to use for some as it is rendered.

The preview renders the message and audits it with axe-core. What it finds goes against a criterion
of WCAG 2.2, named by its number; where it cannot tell, it asks you.
"""

from collections.abc import Iterator

from composer.document.edits import SetBlockStyle, SetMark
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rendered import Rendered, RenderedBlock, Violation
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.policy import AccessibilityCheck


def _facts(check: str, start: int, end: int, reason: str = "") -> tuple[RenderedBlock, ...]:
    data = (("reason", reason),) if reason else ()
    return (RenderedBlock(violations=(Violation(check, start, end, not reason, data),)),)


rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-A11Y",
    message="{problem} (WCAG {criterion})",
    html_only=True,
    examples=(
        Invalid(
            '<p>See <span style="color:#777;background:#eee">the plan</span>.</p>',
            rendered=_facts("color-contrast", 4, 12),
            flags=("the plan",),
            fixed="<p>See the plan.</p>",
        ),
        Invalid(
            '<div style="background-image:url(sky.png);color:#456"><p>Hallo</p></div>',
            language="de",
            rendered=_facts("color-contrast", 0, 5, "bgImage"),
            flags=("Hallo",),
            fixed="<div><p>Hallo</p></div>",
        ),
        Invalid(
            '<p>Read <a href="https://www.amazon.com/returns">how to return it</a>.</p>',
            rendered=_facts("link-in-text-block", 5, 21),
            flags=("how to return it",),
        ),
        Invalid(
            '<ul><li role="presentation">One</li></ul>',
            rendered=_facts("list", 0, 0),
            flags=("One",),
        ),
        Valid(
            "<p>A</p>",
            rendered=_facts("color-contrast", 0, 1, "shortTextContent"),
        ),
        Valid("<p>A message is no page.</p>", rendered=_facts("region", 0, 24)),
        Valid("<p>Nothing found.</p>", rendered=(RenderedBlock(),)),
    ),
)

_COLOURS = ("color", "-webkit-text-fill-color", "background-color", "background-image")


@rule.check_rendered
def check(message: Message, rendered: Rendered, context: Context) -> Iterator[Finding]:
    known = context.policy.accessibility.by_axe
    for start, block, facts in rendered.of(message.body):
        told = set[tuple[object, ...]]()
        for found in facts.violations:
            check = known.get(found.check)
            if check is None or check.unsaid.intersection(_reasons(found)):
                continue
            place = _range(found, start, len(block.text))
            finding = _problem(check, *place) if found.certain else _question(check, *place)
            # Two questions about the same words could not be set aside one by one.
            kind = finding.severity if finding.severity is Severity.REVIEW else check.id
            if (kind, *place) not in told:
                told.add((kind, *place))
                yield finding


def _reasons(found: Violation) -> Iterator[str]:
    return (value for name, value in found.data if name == "reason" and not found.certain)


def _range(found: Violation, start: int, length: int) -> tuple[int, int]:
    if found.start >= min(found.end, length):
        return start, start + length
    return start + found.start, start + min(found.end, length)


def _problem(check: AccessibilityCheck, start: int, end: int) -> Finding:
    return rule.finding(
        start,
        end,
        severity=Severity(check.severity),
        fixes=_fixes(check, start, end),
        covered_by=check.covered_by,
        help=_help(check),
        problem=Phrase(check.title, f"policy.accessibility.{check.id}.title"),
        criterion=check.wcag,
    )


def _question(check: AccessibilityCheck, start: int, end: int) -> Finding:
    return rule.finding(
        start,
        end,
        severity=max(Severity(check.severity), Severity.REVIEW, key=lambda it: it.rank),
        fixes=_fixes(check, start, end),
        covered_by=check.covered_by,
        help=_help(check),
        message="{question} (WCAG {criterion})",
        question=Phrase(check.question, f"policy.accessibility.{check.id}.question"),
        criterion=check.wcag,
    )


def _help(check: AccessibilityCheck) -> Phrase:
    return Phrase(check.help, f"policy.accessibility.{check.id}.help")


def _fixes(check: AccessibilityCheck, start: int, end: int) -> tuple[Fix, ...]:
    if check.id != "contrast":
        return ()
    marks = (SetMark(start, end, name, None) for name in _COLOURS)
    blocks = (SetBlockStyle(start, end, name, None) for name in _COLOURS)
    return (Fix("Remove the colours", (*marks, *blocks)),)

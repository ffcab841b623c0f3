from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from composer.document import Document
from composer.lint.engine import Linter
from composer.lint.finding import Severity
from composer.lint.rule import Rule
from composer.lint.set_aside import entries_of, is_gone, open_findings, set_aside, stale_set_asides
from composer.policy import Policy
from composer.template import Template

Make = Callable[..., Rule]
Lines = Callable[..., Document]

LONG = "x" * 40


def reasons(linter: Linter, template: Template) -> list[str | None]:
    """Return the reason of each finding, None for open ones."""
    return [it.set_aside for it in linter.lint(template)]


@pytest.fixture
def linter(policy: Policy, word_rule: Make) -> Linter:
    """Flags "free" for review."""
    return Linter(policy, [word_rule("free")])


def test_one_occurrence_is_accepted(linter: Linter, document: Lines) -> None:
    """Only the finding chosen is set aside, not the same word elsewhere."""
    template = Template(body=document("feel free", "free gift"))

    accepted = set_aside(template, linter.lint(template)[0], "an idiom")

    assert reasons(linter, accepted) == ["an idiom", None]
    assert len(open_findings(linter.lint(accepted))) == 1


def test_it_follows_its_words(linter: Linter, document: Lines) -> None:
    """Text added far away moves the finding, and the set-aside with it."""
    template = Template(body=document(f"{LONG} feel free {LONG}"))
    accepted = set_aside(template, linter.lint(template)[0], "an idiom")

    moved = replace(accepted, body=document("Hello", f"more {LONG} feel free {LONG} more"))

    assert reasons(linter, moved) == ["an idiom"]
    assert stale_set_asides(moved, linter.lint(moved)) == ()


@pytest.mark.parametrize(
    "body",
    [
        f"{LONG} feel very free {LONG}",
        f"{LONG} feel free, {LONG}",
        f"{LONG} feel free {LONG} {LONG} feel free {LONG}",
        f"{LONG} feel fine {LONG}",
    ],
)
def test_without_one_match_it_is_stale(linter: Linter, document: Lines, body: str) -> None:
    """Changed words beside it, or two places that fit, open the finding again."""
    template = Template(body=document(f"{LONG} feel free {LONG}"))
    accepted = set_aside(template, linter.lint(template)[0], "an idiom")

    changed = replace(accepted, body=document(body))

    assert set(reasons(linter, changed)) <= {None}
    assert len(stale_set_asides(changed, linter.lint(changed))) == 1


def test_another_part_does_not_match(linter: Linter, document: Lines) -> None:
    """A word accepted in the body is open in the subject."""
    template = Template(body=document("feel free"))
    accepted = set_aside(template, linter.lint(template)[0], "an idiom")

    swapped = replace(accepted, body=document(""), subject=document("feel free"))

    assert reasons(linter, swapped) == [None]


@pytest.mark.parametrize("severity", [Severity.MUST_FIX, Severity.ADVICE])
def test_only_review_findings(
    policy: Policy, word_rule: Make, document: Lines, severity: Severity
) -> None:
    """A must-fix finding cannot be set aside, not even by an entry in the file."""
    review = Linter(policy, [word_rule("free")])
    template = Template(body=document("free"))
    accepted = set_aside(template, review.lint(template)[0], "an idiom")
    strict = Linter(policy, [word_rule("free", severity=severity)])

    with pytest.raises(ValueError, match="only review findings"):
        set_aside(template, strict.lint(template)[0], "an idiom")
    assert reasons(strict, accepted) == [None]
    assert len(stale_set_asides(accepted, strict.lint(accepted))) == 1


def test_reason_is_required(linter: Linter, document: Lines) -> None:
    """Accepting a finding says why."""
    template = Template(body=document("free"))

    with pytest.raises(ValueError, match="reason"):
        set_aside(template, linter.lint(template)[0], "  ")


def test_accepting_twice_keeps_the_last_reason(linter: Linter, document: Lines) -> None:
    """One occurrence has one entry."""
    template = Template(body=document("free"))
    finding = linter.lint(template)[0]

    accepted = set_aside(set_aside(template, finding, "one"), finding, "two")

    assert [it.reason for it in accepted.set_aside] == ["two"]


def test_advice_does_not_stand_in_the_way(policy: Policy, word_rule: Make, document: Lines) -> None:
    """Open are must-fix and review findings; advice never is."""
    rules = [
        word_rule("a", severity=Severity.ADVICE),
        word_rule("b", severity=Severity.MUST_FIX),
        word_rule("c", severity=Severity.REVIEW),
    ]

    found = Linter(policy, rules).lint(Template(body=document("a b c")))

    assert [it.rule for it in open_findings(found)] == ["b", "c"]


def test_it_is_gone_with_its_words(linter: Linter, document: Lines) -> None:
    """Where the rule is silent the words may still be there; where they changed it is gone."""
    template = Template(body=document(f"{LONG} feel free {LONG}"))
    accepted = set_aside(template, linter.lint(template)[0], "an idiom")
    entry = accepted.set_aside[0]

    assert stale_set_asides(accepted, ()) == (entry,)
    assert not is_gone(accepted, entry)
    assert is_gone(replace(accepted, body=document(f"{LONG} feel very free {LONG}")), entry)


def test_when_it_was_set_aside_is_noted(linter: Linter, document: Lines) -> None:
    """Setting the same finding aside again replaces the entry, whatever its date."""
    template = Template(body=document("feel free"))
    (finding,) = linter.lint(template)
    first = set_aside(template, finding, "an idiom", datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
    again = set_aside(first, finding, "a quote", datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
    (entry,) = again.set_aside
    assert (entry.reason, entry.date) == ("a quote", "2026-03-02T09:30:00+00:00")
    assert entries_of(again, linter.lint(again)) == {0: entry}
    assert reasons(linter, again) == ["a quote"]

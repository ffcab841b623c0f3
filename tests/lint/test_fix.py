from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.document import Block, Document
from composer.document.edits import Remove, ReplaceText, SetBlockStyle, SetMark
from composer.lint.context import Context
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.fix import apply_fixes, conflicting, fix
from composer.lint.rule import Rule
from composer.lint.set_aside import set_aside
from composer.policy import Policy
from composer.template import Template

Make = Callable[..., Rule]
Lines = Callable[..., Document]


def test_every_safe_fix_is_made(policy: Policy, word_rule: Make, document: Lines) -> None:
    """All occurrences in subject and body are mended, and what was done is told in order."""
    linter = Linter(policy, [word_rule("teh", "the")])
    template = Template(subject=document("teh order"), body=document("is teh one", "teh end"))

    outcome = fix(template, linter)

    assert outcome.template.subject.text == "the order"
    assert outcome.template.body.text == "is the one\nthe end"
    assert outcome.applied == (("teh", "Write the"),) * 3
    assert (outcome.left, outcome.settled) == ((), True)


def test_unsafe_fixes_are_left_to_people(policy: Policy, word_rule: Make, document: Lines) -> None:
    """A fix that is not safe is never made unseen."""
    linter = Linter(policy, [word_rule("teh", "the", safe=False)])
    template = Template(body=document("teh"))

    outcome = fix(template, linter)

    assert outcome.template == template
    assert [it.rule for it in outcome.left] == ["teh"]


def test_only_the_rules_asked_for(policy: Policy, word_rule: Make, document: Lines) -> None:
    """With `only`, other rules' findings stay."""
    linter = Linter(policy, [word_rule("a", "b"), word_rule("x", "y")])

    outcome = fix(Template(body=document("a x")), linter, only={"x"})

    assert outcome.template.body.text == "a y"
    assert [it.rule for it in outcome.left] == ["a"]


def test_fixes_that_overlap_wait_for_the_next_pass(
    policy: Policy, word_rule: Make, document: Lines
) -> None:
    """Two fixes of the same words are made one after the other, the second checked again."""
    linter = Linter(policy, [word_rule("abc", "xbc"), word_rule("bcd", "bcy")])

    outcome = fix(Template(body=document("abcd")), linter)

    assert outcome.template.body.text == "xbcy"
    assert [len(made) for made in outcome.passes] == [1, 1]


def test_fix_that_brings_up_another_finding_is_followed(
    policy: Policy, word_rule: Make, document: Lines
) -> None:
    """What a fix uncovers is mended too."""
    linter = Linter(policy, [word_rule("one", "two"), word_rule("two", "three")])

    outcome = fix(Template(body=document("one")), linter)

    assert outcome.template.body.text == "three"
    assert outcome.settled


def test_circle_is_noticed(policy: Policy, word_rule: Make, document: Lines) -> None:
    """Two rules that undo each other end the loop and are told as not settled."""
    linter = Linter(policy, [word_rule("tick", "tock"), word_rule("tock", "tick")])

    outcome = fix(Template(body=document("tick")), linter)

    assert not outcome.settled
    assert len(outcome.left) == 1


def test_growth_without_end_is_stopped(policy: Policy, word_rule: Make, document: Lines) -> None:
    """A fix that makes its own finding again is stopped after ten passes."""
    linter = Linter(policy, [word_rule("a", "ba")])

    outcome = fix(Template(body=document("a")), linter)

    assert outcome.template.body.text == "b" * 10 + "a"
    assert not outcome.settled


def test_fix_without_effect_is_not_told_as_made(
    policy: Policy, word_rule: Make, document: Lines
) -> None:
    """Replacing words by the same words is no fix; the finding stays."""
    linter = Linter(policy, [word_rule("same", "same"), word_rule("teh", "the")])

    outcome = fix(Template(body=document("same teh")), linter)

    assert outcome.applied == (("teh", "Write the"),)
    assert outcome.settled


def test_fix_that_cannot_be_made_leaves_the_finding(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """A fix that the model refuses changes nothing and breaks nothing."""
    rule = make_rule("odd")
    bad = Fix("Cut", (Remove(0, 99),), safe=True, part="subject")
    rule.check_message(lambda _message, _context: [rule.finding(0, 1, fixes=(bad,))])

    outcome = fix(Template(body=document("a")), Linter(policy, [rule]))

    assert [it.rule for it in outcome.left] == ["odd"]
    assert outcome.applied == ()


def test_set_aside_findings_are_not_fixed(policy: Policy, word_rule: Make, document: Lines) -> None:
    """What the seller accepted is not changed behind their back."""
    linter = Linter(policy, [word_rule("teh", "the", severity=Severity.REVIEW)])
    template = Template(body=document("teh"))
    accepted = set_aside(template, linter.lint(template)[0], "a quotation")

    assert fix(accepted, linter).template == accepted


def test_styles_of_one_range_are_fixed_in_one_pass(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """Fixes that set different properties of the same words do not wait for each other."""
    rule = make_rule("styled", parts=("body",))

    @rule.check_block
    def check(block: Block, context: Context) -> Iterator[Finding]:
        for name, _ in block.style:
            cure = Fix(f"Remove {name}", (SetBlockStyle(0, 1, name, None),), safe=True)
            yield rule.finding(0, 1, at=("style", name), fixes=(cure,))

    (block,) = document("a").blocks
    style = block.style.replaced("color", "red").replaced("line-height", "2")
    template = Template(body=Document((replace(block, style=style),)))

    outcome = fix(template, Linter(policy, [rule]))

    assert outcome.template.body == document("a")
    assert [len(made) for made in outcome.passes] == [2]


@pytest.mark.parametrize(
    ("edit", "other", "expected"),
    [
        (Remove(0, 2), Remove(2, 4), False),
        (Remove(0, 3), Remove(2, 4), True),
        (Remove(0, 2), Remove(0, 2), False),
        (ReplaceText(2, 2, "x"), Remove(2, 4), True),
        (SetMark(0, 9, "bold", value=True), Remove(3, 4), True),
        (SetMark(0, 9, "color", None), SetMark(3, 4, "font-size", None), False),
        (SetMark(0, 9, "color", None), SetMark(3, 4, "color", "red"), True),
    ],
)
def test_what_is_in_conflict(edit: Remove, other: Remove, expected: bool) -> None:
    """Touching ranges may be edited at once, shared ones only where no text changes."""
    assert conflicting([edit], [other]) is expected
    assert conflicting([other], [edit]) is expected


@given(words=st.lists(st.sampled_from(["one", "teh", "", "onetwo", "a teh"]), max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_fixing_settles_and_stays(
    policy: Policy, word_rule: Make, document: Lines, words: list[str]
) -> None:
    """Whatever the text, fixing it again changes nothing, and the passes replay to the result."""
    template = Template(body=document(*words))
    rules = [
        word_rule("one", "two"),
        word_rule("teh", "the"),
        word_rule("two", ""),
        word_rule("the"),
    ]
    linter = Linter(policy, rules)

    outcome = fix(template, linter)
    replayed = template
    for made in outcome.passes:
        replayed = apply_fixes(replayed, made)

    assert fix(outcome.template, linter).template == outcome.template == replayed
    assert {it.rule for it in outcome.left} <= {"the"}

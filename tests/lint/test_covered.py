"""What rendering shows as well as the source is said once."""

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Severity
from composer.lint.rendered import Rendered, RenderedBlock, Seen, Violation
from composer.lint.set_aside import can_set_aside, open_findings, set_aside
from composer.policy import Policy
from composer.template import Template

AUDIT = "accessibility-audit"


@pytest.fixture(scope="module")
def linter() -> Linter:
    """A linter with every rule."""
    return Linter(Policy.load(), rules.load())


def policy_help(check: str) -> str:
    """What mends a check of the audit."""
    return Policy.load().accessibility.checks[check].help


def template_of(html: str) -> Template:
    """A message with the body `html`."""
    return Template(
        subject=read_text("Your order").document,
        body=read_html(html).document,
        language="en",
        reason="order-problem",
        channel="email",
        marketplace="amazon.com",
    )


def audited(linter: Linter, template: Template, *found: Violation) -> list[Finding]:
    """What the audit's rule says where the first block has these violations."""
    facts = {template.body.blocks[0]: RenderedBlock(violations=found)}
    seen = Seen(rendered=Rendered(600, facts))
    return [it for it in linter.lint(template, seen) if it.rule == AUDIT]


def test_what_a_rule_finds_in_the_source_is_not_said_again(linter: Linter) -> None:
    """The finding that was there while typing stays, and no second one joins it."""
    template = template_of('<p style="color: #999">Your parcel is late.</p>')
    assert [it.rule for it in linter.lint(template) if it.clause == "S-A11Y"] == ["low-contrast"]
    assert audited(linter, template, Violation("color-contrast", 0, 20)) == []


def test_other_words_and_other_checks_are_said(linter: Linter) -> None:
    """Only the same place, and only a rule that sees the same, makes the audit's needless."""
    template = template_of('<p><span style="color: #999">Your</span> parcel is late.</p>')
    (beside,) = audited(linter, template, Violation("color-contrast", 5, 11))
    assert beside.text == "parcel"
    (other,) = audited(linter, template, Violation("link-in-text-block", 0, 4))
    assert other.severity is Severity.REVIEW


def test_weights_and_words_are_those_of_the_policy(linter: Linter) -> None:
    """A number of WCAG and advice in a finding, a question where axe cannot tell."""
    template = template_of("<p>Your parcel is late.</p>")
    sure, unsure = audited(
        linter,
        template,
        Violation("color-contrast", 0, 4),
        Violation("color-contrast", 5, 11, certain=False, data=(("reason", "bgImage"),)),
    )
    assert sure.message == "Text and background are too similar (WCAG 1.4.3)"
    assert sure.help == unsure.help == policy_help("contrast")
    assert (sure.severity, sure.text) == (Severity.MUST_FIX, "Your")
    assert unsure.message == "Can these words be read on what is behind them? (WCAG 1.4.3)"
    assert (unsure.severity, unsure.text) == (Severity.REVIEW, "parcel")


def test_noise_and_what_is_off_is_not_said(linter: Linter) -> None:
    """A reason that only makes noise, a rule for pages, a rule nobody knows."""
    template = template_of("<p>Your parcel is late.</p>")
    short = Violation("color-contrast", 0, 4, certain=False, data=(("reason", "nonBmp"),))
    assert audited(linter, template, short, Violation("region", 0, 4), Violation("x", 0, 4)) == []


def test_a_range_beyond_the_block_covers_what_there_is(linter: Linter) -> None:
    """Facts of a block never point at the next one, and an empty range is the whole block."""
    template = template_of("<p>Late</p><p>Sorry</p>")
    for start, end in ((0, 99), (0, 0), (7, 9)):
        (found,) = audited(linter, template, Violation("list", start, end))
        assert (found.location.start, found.location.end) == (0, 4)


def test_the_same_block_twice_is_told_twice(linter: Linter) -> None:
    """Facts belong to a block by its value."""
    template = template_of("<p>Late</p><p>Sorry</p><p>Late</p>")
    found = audited(linter, template, Violation("color-contrast", 0, 4))
    assert [it.location.start for it in found] == [0, 11]


def test_a_question_can_be_set_aside(linter: Linter) -> None:
    """Two questions about the same words are one, so that a reason fits exactly one finding."""
    template = template_of("<p>Your parcel is late.</p>")
    doubts = [
        Violation("color-contrast", 0, 4, certain=False),
        Violation("link-in-text-block", 0, 4, certain=False),
    ]
    (found,) = audited(linter, template, *doubts)
    assert can_set_aside(found)
    accepted = set_aside(template, found, "I looked")
    (again,) = audited(linter, accepted, *doubts)
    assert again.set_aside == "I looked"
    assert not open_findings([again])


def test_plain_text_is_not_audited(linter: Linter) -> None:
    """A channel without HTML sends nothing of what was rendered."""
    template = Template(
        subject=read_text("").document,
        body=read_text("Late").document,
        channel="contact-form",
    )
    assert audited(linter, template, Violation("color-contrast", 0, 4)) == []

"""What a proof says, before it is printed: facts, and a page that nothing can break out of."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from composer import rules
from composer.document.text import read_text
from composer.export.proof import make_proof
from composer.export.proof_page import (
    ProofEntry,
    ProofFact,
    ProofSection,
    ProofSheet,
    proof_page,
)
from composer.library.approval import approve, content_hash
from composer.lint.engine import Linter
from composer.lint.set_aside import set_aside
from composer.policy import Policy
from composer.policy.order import own_order
from composer.template import Template

NOW = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)
HOSTILE = """</style><script>alert(1)</script>"><img src=x onerror="x"> \\ ' {page} $title &amp;"""


@pytest.fixture(scope="module")
def linter() -> Linter:
    """Every rule, without a dictionary."""
    return Linter(Policy.load(), rules.load())


def template(words: str = "Order {{order_id}} is late. We are sorry.", **more: str) -> Template:
    """An email about a late order."""
    table = Policy.load().placeholder_table()
    return replace(
        Template(
            name="Late",
            subject=read_text("Your order {{order_id}}", table).document,
            body=read_text(words, table).document,
            reason="order-problem",
        ),
        **more,
    )


def test_facts_are_those_of_the_template(linter: Linter) -> None:
    """Placeholders are filled in and listed; the hash is the one an approval holds."""
    late = template()
    proof = make_proof(late, linter.lint(late), linter.policy, NOW)
    assert proof.subject == "Your order 112-3456789-0123456"
    assert "Order 112-3456789-0123456 is late." in proof.message
    assert proof.samples == (("order_id", "112-3456789-0123456"),)
    assert proof.content == content_hash(late)
    assert (proof.found, proof.set_aside, proof.approval) == ((), (), None)
    assert (proof.plain, proof.direction, proof.widths) == (False, "ltr", (600, 375))


def test_the_values_are_those_of_an_order(linter: Linter) -> None:
    """In the subject, the message and the list."""
    late = template()
    order = own_order("Mine", {"order_id": "302-7654321-7654321"}, linter.policy.orders[0])
    proof = make_proof(late, linter.lint(late), linter.policy, NOW, order=order)
    assert proof.subject == "Your order 302-7654321-7654321"
    assert "Order 302-7654321-7654321 is late." in proof.message
    assert proof.samples == (("order_id", "302-7654321-7654321"),)


def test_an_approval_is_told_while_it_holds(linter: Linter) -> None:
    """A change after it makes the template unapproved, in its proof too."""
    late = template()
    approved = approve(late, linter.lint(late), edition=linter.policy.edition.id, now=NOW)
    assert make_proof(approved, (), linter.policy, NOW).approval == approved.approval
    changed = replace(approved, body=template("Something else.").body)
    assert make_proof(changed, (), linter.policy, NOW).approval is None


def test_findings_are_parted_by_what_the_seller_decided(linter: Linter) -> None:
    """Open ones with the date of their clause, accepted ones with the date of the decision."""
    late = template("Order {{order_id}} is packed in in a box. See http://www.amazon.com")
    (doubled,) = (it for it in linter.lint(late) if it.rule == "doubled-word")
    accepted = set_aside(late, doubled, "a name", NOW)
    proof = make_proof(accepted, linter.lint(accepted), linter.policy, NOW)
    assert "unsecured-link" in [it.finding.rule for it in proof.found]
    assert all(it.clause_date for it in proof.found)
    (told,) = proof.set_aside
    assert (told.finding.set_aside, told.set_aside_at) == ("a name", NOW.isoformat())


@pytest.mark.parametrize("channel", ["contact-form", "api"])
def test_a_plain_channel_shows_plain_text(linter: Linter, channel: str) -> None:
    """What is shown is what is sent."""
    proof = make_proof(template(channel=channel), (), linter.policy, NOW)
    assert proof.plain
    assert proof.message == "Order 112-3456789-0123456 is late. We are sorry."


def test_a_proof_needs_a_time_with_its_zone(linter: Linter) -> None:
    """Or nobody could tell when it was."""
    with pytest.raises(ValueError, match="zone"):
        make_proof(template(), (), linter.policy, datetime(2026, 3, 4, 10, 30))  # noqa: DTZ001


def test_nothing_breaks_out_of_the_page() -> None:
    """Names, subjects, reasons and foot are words wherever they stand, in the style sheet too."""
    entry = ProofEntry("review", *[HOSTILE] * 6)
    sheet = ProofSheet(
        language="en",
        title=HOSTILE,
        subject=HOSTILE,
        verdict=HOSTILE,
        clean=False,
        disclaimer=HOSTILE,
        facts=(ProofFact(HOSTILE, HOSTILE), ProofFact("Hash", HOSTILE, code=True)),
        sections=(ProofSection(HOSTILE, (entry,)),),
        message_heading=HOSTILE,
        message_note=HOSTILE,
        views=(HOSTILE, HOSTILE),
        foot=HOSTILE,
        page="Page {page} of {pages}",
    )
    page = proof_page(sheet)
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("</style>") == 1
    assert page.count("data-message") == 2
    assert 'content: "Page " counter(page) " of " counter(pages);' in page

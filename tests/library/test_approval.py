from dataclasses import replace
from datetime import UTC, datetime

import pytest

from composer.document import Block, Document, Image, Text
from composer.library.approval import NotReadyError, approve, content_hash, is_approved
from composer.lint.finding import Finding, Location, Severity
from composer.policy import Policy
from composer.template import Attachment, SetAside, Template

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
EDITION = Policy.load().edition.id


def paragraph(text: str) -> Document:
    """Return a document of one paragraph."""
    return Document((Block(inlines=(Text(text),)),))


def finding(severity: Severity, accepted: str | None = None) -> Finding:
    """Return a finding of some rule."""
    return Finding("emoji", "S-EMOJI", severity, "x", Location(end=1), set_aside=accepted)


TEMPLATE = Template(
    subject=paragraph("Order"),
    body=paragraph("Hello"),
    attachments=(Attachment("a.pdf", "invoice"),),
)


def test_approval_holds_while_nothing_changes() -> None:
    """The exact content is approved, with its edition and time."""
    approved = approve(TEMPLATE, (), edition=EDITION, now=NOW)

    assert is_approved(approved)
    assert approved.approval is not None
    assert (approved.approval.edition, approved.approval.date) == (
        EDITION,
        "2026-03-01T12:30:00+00:00",
    )
    assert not is_approved(TEMPLATE)


@pytest.mark.parametrize(
    "change",
    [
        {"subject": paragraph("Order!")},
        {"body": paragraph("Hello!")},
        {"body": replace(TEMPLATE.body, head=("<base href='x'>",))},
        {"reason": "reply"},
        {"channel": "api"},
        {"marketplace": "amazon.de"},
        {"language": "de"},
        {"attachments": ()},
    ],
)
def test_any_change_of_content_ends_it(change: dict[str, object]) -> None:
    """Subject, body, scene and attachments are what was approved."""
    approved = approve(TEMPLATE, (), edition=EDITION, now=NOW)

    assert not is_approved(replace(approved, **change))


@pytest.mark.parametrize(
    "change", [{"name": "x"}, {"id": "x"}, {"group": "x"}, {"set_aside": (SetAside(*"abcdef"),)}]
)
def test_what_is_not_sent_does_not_count(change: dict[str, object]) -> None:
    """Renaming a template leaves it approved."""
    approved = approve(TEMPLATE, (), edition=EDITION, now=NOW)

    assert is_approved(replace(approved, **change))


def test_bytes_of_images_count() -> None:
    """Another picture under the same name is other content."""
    image = Document((Block(inlines=(Image("a.png", alt="A box"),)),))
    template = Template(body=image)

    first = approve(template, (), edition=EDITION, now=NOW, images=lambda _: b"one")

    assert is_approved(first, lambda _: b"one")
    assert not is_approved(first, lambda _: b"two")
    assert not is_approved(first)


def test_parts_are_not_confused() -> None:
    """Words moved from one part to another give another hash."""
    one = Template(subject=paragraph("ab"), body=paragraph("c"))
    two = Template(subject=paragraph("a"), body=paragraph("bc"))

    assert content_hash(one) != content_hash(two)


@pytest.mark.parametrize("severity", [Severity.MUST_FIX, Severity.REVIEW])
def test_open_findings_stand_in_the_way(severity: Severity) -> None:
    """Nothing is approved over an open finding, and the refusal names it."""
    with pytest.raises(NotReadyError, match="1 finding is still open") as refusal:
        approve(TEMPLATE, (finding(severity),), edition=EDITION, now=NOW)

    assert refusal.value.findings == (finding(severity),)


def test_advice_and_set_aside_findings_do_not() -> None:
    """Advice never blocks, nor does what the seller accepted."""
    findings = (finding(Severity.ADVICE), finding(Severity.REVIEW, "checked by hand"))

    assert is_approved(approve(TEMPLATE, findings, edition=EDITION, now=NOW))


def test_set_aside_must_fix_is_still_open() -> None:
    """A must-fix finding blocks even if something marked it as accepted."""
    with pytest.raises(NotReadyError):
        approve(TEMPLATE, (finding(Severity.MUST_FIX, "x"),), edition=EDITION, now=NOW)


def test_time_needs_its_zone() -> None:
    """A date that could mean several moments is refused."""
    with pytest.raises(ValueError, match="zone"):
        approve(TEMPLATE, (), edition=EDITION, now=NOW.replace(tzinfo=None))

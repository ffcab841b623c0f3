import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from composer import resources
from composer.document import Block, Image
from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.export.formats import Format, ImageReader, render
from composer.export.gate import GateClosedError, export, recheck
from composer.library.approval import NotReadyError, approve, content_hash, no_images
from composer.library.template_file import read_template
from composer.lint.context import Context, Settings
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Severity
from composer.lint.fix import fix
from composer.lint.rule import Rule
from composer.lint.set_aside import open_findings, set_aside
from composer.template import Approval, Template

MakeTemplate = Callable[..., Template]
Approve = Callable[..., Template]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
FINE = "<p>Hello,</p><p>your order {{order_id}} is late. We are sorry.</p>"
formats = pytest.mark.parametrize("kind", list(Format))


def forged(template: Template, images: ImageReader = no_images) -> Template:
    """Return `template` approved by hand in its file, never by the app."""
    approval = Approval(content_hash(template, images), "2025-04-25", "2026-03-01T00:00:00+00:00")
    return replace(template, approval=approval)


@formats
def test_approved_template_leaves(
    make_template: MakeTemplate, approved: Approve, linter: Linter, kind: Format
) -> None:
    """What was approved and stayed as it was is exported."""
    exported = export(approved(make_template(FINE)), kind, linter, no_images)

    assert exported.format is kind
    assert b"is late" in exported.data


@formats
def test_unapproved_template_stays(
    make_template: MakeTemplate, linter: Linter, kind: Format
) -> None:
    """Without approval nothing leaves, clean or not."""
    with pytest.raises(GateClosedError, match="not approved yet") as refusal:
        export(make_template(FINE), kind, linter, no_images)

    assert refusal.value.findings == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda it: replace(it, body=read_html(FINE.replace("late", "here")).document),
        lambda it: replace(it, subject=read_text("Other").document),
        lambda it: replace(it, reason="reply"),
        lambda it: replace(it, language="de"),
    ],
)
def test_template_changed_since_stays(
    make_template: MakeTemplate,
    approved: Approve,
    linter: Linter,
    change: Callable[[Template], Template],
) -> None:
    """One letter, or another purpose, ends the approval."""
    template = change(approved(make_template(FINE)))

    with pytest.raises(GateClosedError, match="Approve it again"):
        export(template, Format.HTML, linter, no_images)


def test_changed_picture_counts_as_change(
    make_template: MakeTemplate, approved: Approve, linter: Linter
) -> None:
    """Another picture under the same name is not what was approved."""
    page = FINE + '<p><img src="a.files/b.png" alt="The parcel" width="100"></p>'
    looked_at = Settings(pictures=frozenset({"a.files/b.png"}))
    answered = Linter(linter.policy, linter.rules, looked_at)
    made = make_template(page)
    edition = linter.policy.edition.id
    template = approve(
        made, answered.lint(made), edition=edition, now=datetime.now(UTC), images=lambda _: PNG
    )

    assert export(template, Format.EML, answered, lambda _: PNG).pictures
    with pytest.raises(GateClosedError, match="Approve it again"):
        export(template, Format.EML, answered, lambda _: PNG + b"other")


def test_a_picture_nobody_looked_at_keeps_it_in(
    make_template: MakeTemplate, approved: Approve
) -> None:
    """What a picture shows only a person can say: without an answer nothing is approved."""
    page = FINE + '<p><img src="a.files/b.png" alt="The parcel" width="100"></p>'

    with pytest.raises(NotReadyError):
        approved(make_template(page), lambda _: PNG)


@formats
@pytest.mark.parametrize(
    ("html", "rule"),
    [
        (FINE + "<p>Bye 😊</p>", "emoji"),
        (FINE + '<p><a href="http://www.amazon.com/x">Your order page</a></p>', "unsecured-link"),
        (FINE + '<p style="text-align: center">Centred words</p>', "text-alignment"),
    ],
)
def test_open_findings_keep_it_in_whatever_the_file_says(
    make_template: MakeTemplate, linter: Linter, kind: Format, html: str, rule: str
) -> None:
    """An approval written into the file by hand opens nothing; what is open is named."""
    template = forged(make_template(html))

    with pytest.raises(GateClosedError, match=r"^Still open: .+\.$") as refusal:
        export(template, kind, linter, no_images)

    assert rule in {finding.rule for finding in refusal.value.findings}


def test_what_leaves_is_checked_not_what_is_held(
    make_template: MakeTemplate, approved: Approve, linter: Linter
) -> None:
    """Bytes that differ from the template are caught, in each format."""
    template = approved(make_template(FINE))
    for kind, data in (
        (Format.TEXT, "Hello 😊, order {{order_id}}\n"),
        (Format.HTML, "<p>Hello 😊, order {{order_id}}</p>"),
    ):
        tampered = replace(render(template, kind, no_images), data=data.encode())

        assert [it.rule for it in recheck(template, tampered, linter)] == ["emoji"]
    email = render(template, Format.EML, no_images)
    tampered = replace(email, data=email.data.replace(b"is late", b"is late =F0=9F=98=8A"))

    assert [it.rule for it in recheck(template, tampered, linter)] == ["emoji"]
    broken = replace(email, data=b"Subject: Hi\r\n\r\nHello")
    with pytest.raises(GateClosedError, match="part of it is missing"):
        recheck(template, broken, linter)


def test_accepted_findings_do_not_block(
    make_template: MakeTemplate, approved: Approve, linter: Linter
) -> None:
    """What the seller set aside leaves in every format, although plain text says it elsewhere."""
    page = FINE + '<p><a href="https://tracking.example-carrier.io/7">Follow the parcel</a></p>'
    template = make_template(page)
    with pytest.raises(NotReadyError):
        approved(template)
    for finding in open_findings(linter.lint(template)):
        assert finding.severity is Severity.REVIEW
        template = set_aside(template, finding, "The carrier's own page")

    for kind in Format:
        assert export(approved(template), kind, linter, no_images).data


@pytest.fixture
def picture_linter(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> Linter:
    """One rule, which asks a person to look at every picture."""
    module = ModuleType("sample_rules.picture")
    module.__doc__ = "Picture to look at."
    monkeypatch.setitem(sys.modules, module.__name__, module)
    severity, clause = Severity.REVIEW, "S-IMGW"
    rule = Rule(module.__name__, severity=severity, clause=clause, message="Look", examples=())

    @rule.check_block
    def check(block: Block, context: Context) -> Iterator[Finding]:
        for start, end, run in block.runs():
            if isinstance(run, Image):
                yield rule.finding(start, end, at=("src", ""), text=run.src)

    return Linter(linter.policy, (rule,))


@formats
def test_accepted_findings_on_pictures_do_not_block(
    make_template: MakeTemplate, picture_linter: Linter, kind: Format
) -> None:
    """A picture set aside stays so under the name it has inside an email, and no other does."""
    page = '<p>Hi <img src="a.files/b.png" alt="A"> <img src="a.files/c.png" alt="B"></p>'
    template = make_template(page)
    first, second = picture_linter.lint(template)
    once = set_aside(template, first, "Seen")
    twice = set_aside(once, second, "Seen")

    with pytest.raises(GateClosedError) as refusal:
        export(forged(once, lambda _: PNG), kind, picture_linter, lambda _: PNG)
    exported = export(forged(twice, lambda _: PNG), kind, picture_linter, lambda _: PNG)

    assert {it.text for it in refusal.value.findings} == {"a.files/c.png"}
    assert (b"cid:image2" in exported.data) is (kind is Format.EML)


@pytest.mark.parametrize(
    "path", sorted(resources.path("starters").glob("*/*.html")), ids=lambda path: path.stem
)
def test_starters_leave_in_every_format_once_fixed(
    approved: Approve, linter: Linter, path: Path
) -> None:
    """Whatever the starters hold passes the gate as a page, as plain text and as an email."""
    read = read_template(path.read_text(encoding="utf-8"), linter.policy)
    template = approved(fix(read, linter).template)

    for kind in Format:
        exported = export(template, kind, linter, no_images)

        assert exported.data
        assert exported.hosted == ()

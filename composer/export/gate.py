"""The gate: what leaves is approved, unchanged since, and checked once more as it leaves."""

from collections.abc import Iterator
from dataclasses import replace

from composer.document.eml import read_eml
from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.export.formats import Exported, Format, ImageReader, numbered, render
from composer.library.approval import is_approved
from composer.library.pictures import with_sources
from composer.library.template_file import read_subject
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Severity
from composer.lint.set_aside import open_findings
from composer.phrase import Phrase
from composer.policy import Policy
from composer.template import Template


class GateClosedError(Exception):
    """The template may not leave; `findings` are those still open, perhaps none."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class NotApprovedError(GateClosedError):
    """The template may not leave before the seller approves it as it stands."""


def export(
    template: Template, kind: Format, linter: Linter, read_image: ImageReader, folder: str = ""
) -> Exported:
    """Return an approved template in one format; pictures of HTML go to `folder` beside the file.

    Raises:
        NotApprovedError: it is not approved, or was changed since.
        GateClosedError: what would leave has open findings.
    """
    if template.approval is None:
        raise NotApprovedError(Phrase("This template is not approved yet."))
    if not is_approved(template, read_image):
        raise NotApprovedError(
            Phrase("This template was changed after it was approved. Approve it again.")
        )
    direction = linter.policy.languages.html_direction(template.language)
    exported = render(template, kind, read_image, direction, folder)
    found = recheck(template, exported, linter)
    if found:
        names = "; ".join(dict.fromkeys(finding.message for finding in found))
        raise GateClosedError(Phrase("Still open: {names}.", names=names), found)
    return exported


def recheck(template: Template, exported: Exported, linter: Linter) -> tuple[Finding, ...]:
    """Return what is open in the template, and in the very bytes that would leave.

    In plain text a link is words and an address, so what the seller set aside in the body stands
    elsewhere: there a review finding counts unless one of its rule was set aside.
    """
    checked = linter.lint(template)
    found = list(open_findings(checked))
    accepted = {finding.rule for finding in checked if finding.set_aside is not None}
    for message, plain in read_back(template, exported, linter.policy):
        for finding in open_findings(linter.lint(message)):
            known = plain and finding.severity is Severity.REVIEW and finding.rule in accepted
            if not known and finding.rule not in {it.rule for it in found}:
                found.append(finding)
    return tuple(found)


def read_back(
    template: Template, exported: Exported, policy: Policy
) -> Iterator[tuple[Template, bool]]:
    """Yield the messages that a reader finds in the exported bytes, and whether each is plain."""
    table = policy.placeholder_table()
    if exported.format is Format.TEXT:
        body = read_text(exported.data.decode("utf-8"), table).document
        yield replace(template, body=body), True
        return
    if exported.format is Format.HTML:
        html = read_html(exported.data.decode("utf-8"), table)
        subject = read_subject(html.title or "", table)
        body = with_sources(html.document, exported.moved)
        yield replace(template, subject=subject, body=body), False
        return
    email = read_eml(exported.data, table)
    if email.html is None or email.text is None:
        raise GateClosedError(Phrase("The email could not be made: a part of it is missing."))
    named = {f"cid:{name}": it.source for name, it in numbered(exported.pictures)}
    whole = replace(template, subject=read_subject(email.subject, table))
    yield replace(whole, body=with_sources(email.html.document, named)), False
    yield replace(whole, body=email.text.document), True

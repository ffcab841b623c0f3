"""Approvals: the seller's statement about exact content, held by its hash."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import astuple, replace
from datetime import datetime

from composer.document import Image
from composer.document.html.writer import write_body
from composer.library.template_file import write_subject
from composer.lint.finding import Finding
from composer.lint.set_aside import open_findings
from composer.phrase import Phrase
from composer.template import Approval, Template

Images = Callable[[str], bytes | None]


class NotReadyError(Exception):
    """Content that cannot be approved yet; `findings` are those still open."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        count = len(findings)
        super().__init__(
            Phrase("{count} finding is still open", count=count)
            if count == 1
            else Phrase("{count} findings are still open", count=count)
        )
        self.findings = findings


def no_images(source: str) -> None:
    """Know the bytes of no image: for templates that hold none of their own."""


def content_hash(template: Template, images: Images = no_images) -> str:
    """Return the SHA-256, in hex, of all that an approval vouches for.

    That is subject, body, reason, channel, marketplace, language, attachments and the bytes of
    the images, which `images` returns by their source, None for remote ones.
    """
    content = [
        write_subject(template.subject),
        write_body(template.body),
        list(template.body.head),
        [template.reason, template.channel, template.marketplace, template.language],
        [astuple(attachment) for attachment in template.attachments],
        [[source, _digest(images(source))] for source in _sources(template)],
    ]
    encoded = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(encoded.encode("utf-8", "surrogatepass")).hexdigest()


def approve(
    template: Template,
    findings: Sequence[Finding],
    *,
    edition: str,
    now: datetime,
    images: Images = no_images,
) -> Template:
    """Return `template` approved under `edition`; `findings` are those of exactly this content.

    Raises:
        NotReadyError: where a must-fix or review finding is open.
        ValueError: where `now` has no time zone.
    """
    still_open = open_findings(findings)
    if still_open:
        raise NotReadyError(still_open)
    if now.tzinfo is None:
        raise ValueError("an approval needs a time with its zone")
    date = now.isoformat(timespec="seconds")
    return replace(template, approval=Approval(content_hash(template, images), edition, date))


def is_approved(template: Template, images: Images = no_images) -> bool:
    """Whether the content is still the one that was approved."""
    approval = template.approval
    return approval is not None and approval.content == content_hash(template, images)


def _sources(template: Template) -> list[str]:
    found = {run.src for _, _, run in template.body.runs() if isinstance(run, Image)}
    return sorted(found)


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()

"""A proof: what is known of a template at one moment, for people who decide on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from composer.document import Document, Placeholder
from composer.document.filling import fill
from composer.document.html.writer import write_html
from composer.document.text import write_text
from composer.export.formats import as_subject
from composer.library.approval import Images, content_hash, is_approved, no_images
from composer.lint.finding import Finding
from composer.lint.set_aside import entries_of
from composer.policy import Policy, SampleOrder
from composer.policy.vocabulary import Format
from composer.template import Approval, Attachment, Template

ValueOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ProofFinding:
    """A finding with the date of its clause; `set_aside_at` is "" where nobody noted when."""

    finding: Finding
    clause_date: date | None
    set_aside_at: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a proof says of a template.

    `subject` and `message` have sample values in place of placeholders; `samples` are these, by
    name. `message` is what buyers get: an HTML document, or plain text where `plain`; `widths` in
    px are those it is shown at, desktop and phone. `direction` is ``rtl`` or ``ltr``. `content` is
    the hash that an approval holds, `approval` the one that holds for it. `found` is what is open,
    advice too; `set_aside` what the seller accepted. `library` is the name of the folder it is
    from, "" where it is from none.
    """

    name: str
    subject: str
    reason: str
    channel: str
    marketplace: str
    language: str
    direction: str
    edition: str
    at: datetime
    content: str
    message: str
    plain: bool
    widths: tuple[int, int]
    found: tuple[ProofFinding, ...] = ()
    set_aside: tuple[ProofFinding, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    samples: tuple[tuple[str, str], ...] = ()
    approval: Approval | None = None
    library: str = ""


def make_proof(
    template: Template,
    findings: Sequence[Finding],
    policy: Policy,
    now: datetime,
    *,
    images: Images = no_images,
    order: SampleOrder | None = None,
    shown: Template | None = None,
    library: str = "",
) -> Proof:
    """Return the proof of `template`, of which `findings` are known; open ones are no obstacle.

    The values of `order`, the typical one by default, stand in place of placeholders.
    `shown` is the same template with other names for its pictures, where these tell where they
    are.

    Raises:
        ValueError: where `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a proof needs a time with its zone")
    local = policy.local_samples
    order = local.order_for(order or policy.orders[0], template.language, template.marketplace)
    value_of = order.shown
    told = _told(template, findings, policy)
    message, plain = sent_message(shown or template, policy, value_of)
    return Proof(
        name=template.name,
        subject=sent_subject(template, value_of),
        reason=template.reason,
        channel=template.channel,
        marketplace=template.marketplace,
        language=template.language,
        direction=policy.languages.html_direction(template.language) or "ltr",
        edition=policy.edition.id,
        at=now,
        content=content_hash(template, images),
        message=message,
        plain=plain,
        widths=(policy.limits.reference_width, policy.limits.phone_width),
        found=tuple(it for it in told if it.finding.set_aside is None),
        set_aside=tuple(it for it in told if it.finding.set_aside is not None),
        attachments=template.attachments,
        samples=tuple((name, value_of(name)) for name in _names(template)),
        approval=template.approval if is_approved(template, images) else None,
        library=library,
    )


def sent_subject(template: Template, value_of: ValueOf | None) -> str:
    """Return the subject on one line; without `value_of` placeholders stay as they are spelled."""
    if value_of is None:
        return as_subject(template)
    return " ".join(write_text(fill(template.subject, value_of).document).split())


def sent_message(template: Template, policy: Policy, value_of: ValueOf | None) -> tuple[str, bool]:
    """Return what buyers get, an HTML document, and whether its channel makes it plain text.

    Without `value_of` placeholders stay as they are spelled.
    """
    body = fill(template.body, value_of).document if value_of else template.body
    channel = policy.channels.get(template.channel)
    if channel is not None and channel.format is Format.PLAIN:
        return write_text(body), True
    direction = policy.languages.html_direction(template.language)
    return write_html(body, lang=template.language, dir=direction), False


def _told(
    template: Template, findings: Sequence[Finding], policy: Policy
) -> tuple[ProofFinding, ...]:
    entries = entries_of(template, findings)
    return tuple(
        ProofFinding(
            finding,
            policy.clauses[finding.clause].date,
            entries[number].date if number in entries else "",
        )
        for number, finding in enumerate(findings)
    )


def _names(template: Template) -> list[str]:
    documents: tuple[Document, ...] = (template.subject, template.body)
    runs = (inline for document in documents for _, _, inline in document.runs())
    return list(dict.fromkeys(it.name for it in runs if isinstance(it, Placeholder)))

"""Attachment may not be permitted.

Only product instructions, warranty information and invoices may be attached. Labels and design
proofs depend on the order; programs and files of unknown kinds never pass.
"""

from collections.abc import Iterator
from pathlib import PurePath

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.policy.channel_limit import Verdict
from composer.template import Attachment

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-ATT",
    message="{name}: {told}",
    examples=(
        Invalid("<p>Hi</p>", attachments=(Attachment("catalogue.pdf", "other"),), flags=("",)),
        Invalid("<p>Hi</p>", attachments=(Attachment("label.pdf", "label"),), flags=("",)),
        Invalid(
            "<p>Hallo</p>",
            language="de",
            attachments=(Attachment("setup.exe", "instructions"),),
            flags=("",),
        ),
        Invalid(
            "<p>Hi</p>", attachments=(Attachment("manual.pdf.exe", "instructions"),), flags=("",)
        ),
        Invalid("<p>Hi</p>", attachments=(Attachment("how-to.gif", "instructions"),), flags=("",)),
        Invalid("<p>Hi</p>", attachments=(Attachment("manual.pdf", ""),), flags=("",)),
        Valid("<p>Hi</p>", attachments=(Attachment("manual.pdf", "instructions"),)),
        Valid("<p>Hi</p>", attachments=(Attachment("invoice.v2.pdf", "invoice"),)),
        Valid("<p>Hi</p>"),
    ),
)

_PROGRAMS = frozenset(
    [
        "exe",
        "msi",
        "bat",
        "cmd",
        "com",
        "scr",
        "js",
        "vbs",
        "jar",
        "ps1",
        "sh",
        "app",
        "dmg",
        "pkg",
        "apk",
        "lnk",
        "html",
        "htm",
        "svg",
        "zip",
        "rar",
        "7z",
    ]
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    for number, attachment in enumerate(message.template.attachments):
        for told, severity in _told(attachment, context):
            yield rule.finding(
                part=f"attachment:{number}", severity=severity, name=attachment.name, told=told
            )
    limit = context.policy.channel_limit(context.reason, context.channel)
    count = len(message.template.attachments)
    if limit and limit.max_attachments is not None and count > limit.max_attachments:
        most = limit.max_attachments
        yield rule.finding(
            severity=Severity.REVIEW,
            message="{count} attachments, {most} can be sent here",
            count=count,
            most=most or Phrase("none"),
        )


def _told(attachment: Attachment, context: Context) -> Iterator[tuple[Phrase, Severity | None]]:
    files = context.policy.attachment_files
    suffixes = [suffix.lstrip(".").lower() for suffix in PurePath(attachment.name).suffixes]
    last = suffixes[-1] if suffixes else ""
    kind = context.policy.attachment_kinds.get(attachment.kind)
    if last == "gif":
        yield Phrase("GIF images are not permitted"), None
    elif last in _PROGRAMS:
        yield Phrase("files of type .{ending} are not accepted", ending=last), None
    elif last not in files.extensions:
        accepted = ", ".join(files.extensions)
        yield (
            Phrase("this type may not be accepted; these are: {accepted}", accepted=accepted),
            Severity.REVIEW,
        )
    elif kind is None:
        yield (
            Phrase("is it product instructions, warranty information or an invoice?"),
            Severity.REVIEW,
        )
    elif kind.verdict is Verdict.CHECK:
        name = Phrase(kind.title.lower(), f"policy.attachment.{kind.id}.title")
        yield Phrase("attach a {kind} only where this order needs it", kind=name), Severity.REVIEW
    elif kind.verdict is Verdict.NOT_PERMITTED:
        yield (
            Phrase("only instructions, warranty information and invoices may be attached"),
            None,
        )

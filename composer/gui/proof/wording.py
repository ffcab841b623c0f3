"""A proof in the words of the interface."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QLocale

from composer.export.proof import Proof, ProofFinding
from composer.export.proof_page import ProofEntry, ProofFact, ProofSection, ProofSheet
from composer.gui.findings.model import FindingRow
from composer.gui.findings.rows import finding_rows
from composer.gui.template.finding_counts import counts
from composer.gui.words.saying import edition_sentence, language_title, named
from composer.gui.words.text import day_text, listed, time_text, tr_
from composer.lint.finding import Finding
from composer.lint.rule import Rule
from composer.lint.set_aside import open_findings
from composer.policy import Policy
from composer.template import Template

# A name may run the other way than the line it stands in.
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def proof_sheet(
    proof: Proof, template: Template, policy: Policy, rules: Mapping[str, Rule]
) -> ProofSheet:
    """Return all that the proof of `template` says; `rules` are by their ids."""
    edition = edition_sentence(policy.editions[proof.edition])
    name = proof.name or tr_("proof.unnamed")
    open_counts = counts(tuple(it.finding for it in proof.found))
    verdict = (
        tr_("proof.open", counts=open_counts, edition=edition)
        if proof.found
        else tr_("findings.empty", edition=edition)
    )
    return ProofSheet(
        language=QLocale().bcp47Name(),
        title=tr_("proof.title", name=name),
        subject=proof.subject,
        verdict=verdict,
        clean=not open_findings(it.finding for it in proof.found),
        disclaimer=tr_("proof.disclaimer"),
        facts=tuple(_facts(proof, policy, edition)),
        sections=tuple(_sections(proof, template, policy, rules)),
        message_heading=tr_("proof.message"),
        message_note=_note(proof),
        views=tuple(
            tr_("preview.caption", view=tr_(f"preview.{view}"), width=width)
            for view, width in zip(("desktop", "phone"), proof.widths, strict=True)
        ),
        foot=_foot(proof, name),
        page=tr_("proof.page", page="{page}", pages="{pages}"),
    )


def _foot(proof: Proof, name: str) -> str:
    name, library = (f"{_ISOLATE}{it}{_END_ISOLATE}" for it in (name, proof.library))
    key = "proof.foot_in" if proof.library else "proof.foot"
    return tr_(key, name=name, library=library, date=_moment(proof.at))


def _facts(proof: Proof, policy: Policy, edition: str) -> Iterable[ProofFact]:
    reason, channel = policy.reasons.get(proof.reason), policy.channels.get(proof.channel)
    yield ProofFact(
        tr_("header.reason"),
        named("reason", reason.id, reason.title) if reason else tr_("app_state.no_reason"),
    )
    if channel:
        yield ProofFact(tr_("proof.channel"), named("channel", channel.id, channel.title))
    yield ProofFact(tr_("header.marketplace"), proof.marketplace)
    yield ProofFact(tr_("header.language"), language_title(policy.languages, proof.language))
    if proof.attachments:
        yield ProofFact(tr_("proof.attachments"), listed(it.name for it in proof.attachments))
    yield ProofFact(tr_("proof.edition"), edition[:1].upper() + edition[1:])
    yield ProofFact(tr_("proof.made"), _moment(proof.at))
    yield ProofFact(tr_("proof.approval"), _approval(proof, policy))
    if not proof.set_aside:
        yield ProofFact(tr_("set_aside.group"), tr_("proof.nothing_set_aside"))
    yield ProofFact(tr_("proof.content"), proof.content, code=True)


def _approval(proof: Proof, policy: Policy) -> str:
    if proof.approval is None:
        return tr_("proof.not_approved")
    edition = policy.editions.get(proof.approval.edition)
    sentence = edition_sentence(edition) if edition else proof.approval.edition
    return tr_("proof.approved", date=_noted(proof.approval.date), edition=sentence)


def _sections(
    proof: Proof, template: Template, policy: Policy, rules: Mapping[str, Rule]
) -> Iterable[ProofSection]:
    def entries(told: tuple[ProofFinding, ...]) -> tuple[ProofEntry, ...]:
        rows = finding_rows((it.finding for it in told), template, policy, rules)
        return tuple(_entry(it, row) for it, row in zip(told, rows, strict=True))

    if proof.found:
        yield ProofSection(tr_("findings.title"), entries(proof.found))
    if proof.set_aside:
        yield ProofSection(tr_("set_aside.group"), entries(proof.set_aside))


def _entry(told: ProofFinding, row: FindingRow) -> ProofEntry:
    finding = told.finding
    return ProofEntry(
        kind=str(finding.severity),
        mark=tr_(f"severity.{finding.severity}"),
        title=row.title,
        quote=row.text,
        place=_place(row),
        clause=tr_(
            "proof.clause",
            clause=finding.clause,
            text=row.clause_text,
            source=row.clause_source,
            date=row.clause_date or tr_("why.undated"),
        ),
        decision=_decision(finding, told.set_aside_at),
    )


def _place(row: FindingRow) -> str:
    if row.in_subject:
        return tr_("proof.in_subject")
    return tr_("proof.at_paragraph", number=row.paragraph) if row.paragraph else ""


def _decision(finding: Finding, at: str) -> str:
    if finding.set_aside is None:
        return ""
    if not at:
        return tr_("proof.set_aside", reason=finding.set_aside)
    return tr_("proof.set_aside_at", date=_noted(at), reason=finding.set_aside)


def _note(proof: Proof) -> str:
    notes = [tr_("proof.plain")] if proof.plain else []
    if proof.samples:
        pairs = (
            tr_(
                "proof.sample", name=named("placeholder", name, name.replace("_", " ")), value=value
            )
            for name, value in proof.samples
        )
        notes.append(tr_("proof.samples", samples=listed(pairs)))
    return " ".join(notes)


def _noted(at: str) -> str:
    """Return a time as a file notes it in words; one that is no time as it is."""
    try:
        return _moment(datetime.fromisoformat(at))
    except ValueError:
        return at


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return tr_("proof.moment", day=day_text(local), time=time_text(local))

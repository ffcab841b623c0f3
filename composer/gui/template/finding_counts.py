"""How many findings are open, in words."""

from composer.gui.words.text import listed, tr_
from composer.lint.finding import Finding, Severity
from composer.lint.set_aside import open_findings


def counts(findings: tuple[Finding, ...]) -> str:
    """Say how many findings of each severity are open; advice where it is all that is left."""
    must, review = _open(findings)
    parts = []
    if must:
        parts.append(tr_("app_state.must_fix", count=must))
    if review:
        parts.append(tr_("app_state.review", count=review))
    advice = sum(finding.severity is Severity.ADVICE for finding in findings)
    if advice and not parts:
        parts.append(tr_("app_state.advice", count=advice))
    return listed(parts) if parts else tr_("app_state.clean")


def what_first(findings: tuple[Finding, ...]) -> str:
    """Say what has to be done about the open findings before approving."""
    must, review = _open(findings)
    if must and review:
        fix = tr_("app_state.why_not_fix", count=must)
        return tr_("app_state.why_not_both", fix=fix, count=review)
    if must:
        return tr_("app_state.why_not_fix", count=must)
    return tr_("app_state.why_not_decide", count=review)


def _open(findings: tuple[Finding, ...]) -> tuple[int, int]:
    """Count what must be fixed, and what is to be reviewed."""
    found = open_findings(findings)
    must = sum(finding.severity is Severity.MUST_FIX for finding in found)
    return must, len(found) - must


def waiting(findings: tuple[Finding, ...]) -> str:
    """Say in a few words what is shown of what approving waits for; nothing where it does not.

    How many there are stands beside it, and nothing is repaired by looking at them.
    """
    must, review = _open(findings)
    if must:
        return tr_("header.see_must_fix")
    return tr_("header.see_review") if review else ""

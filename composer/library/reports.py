"""What a seller holds to be wrong, kept in a file of theirs that they may send."""

import json
from datetime import UTC, datetime
from pathlib import Path

from composer import __version__
from composer.library.errors import LibraryError, reason
from composer.lint.finding import Finding
from composer.phrase import Phrase
from composer.template import Template


def keep_report(path: Path, template: Template, finding: Finding, note: str) -> None:
    """Add a wrong finding to the file at `path`: rule, words, scene and the seller's note.

    Raises:
        LibraryError: where the system refuses.
    """
    row = {
        "rule": finding.rule,
        "clause": finding.clause,
        "severity": str(finding.severity),
        "message": finding.message,
        "text": finding.text or finding.excerpt,
        "part": finding.location.part,
    }
    _keep(path, row, template, note)


def keep_missed(path: Path, template: Template, part: str, text: str, note: str) -> None:
    """Add words of one part that should have been flagged to the same file; they have no rule.

    Raises:
        LibraryError: where the system refuses.
    """
    _keep(path, {"rule": "", "text": text, "part": part}, template, note)


def _keep(path: Path, row: dict[str, str], template: Template, note: str) -> None:
    """Add a line of JSON."""
    whole = {
        **row,
        "language": template.language,
        "reason": template.reason,
        "channel": template.channel,
        "marketplace": template.marketplace,
        "note": note,
        "version": __version__,
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(whole, ensure_ascii=False) + "\n")
    except OSError as error:
        raise LibraryError(
            Phrase("“{name}” could not be written: {reason}.", name=path.name, reason=reason(error))
        ) from error

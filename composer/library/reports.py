"""Findings that a seller holds to be wrong, kept in a file of theirs that they may send."""

import json
from datetime import UTC, datetime
from pathlib import Path

from composer import __version__
from composer.library.errors import LibraryError, reason
from composer.lint.finding import Finding
from composer.template import Template


def keep_report(path: Path, template: Template, finding: Finding, note: str) -> None:
    """Add a line of JSON to the file at `path`: rule, words, scene and the seller's note.

    Raises:
        LibraryError: where the system refuses.
    """
    where = finding.location
    row = {
        "rule": finding.rule,
        "clause": finding.clause,
        "severity": str(finding.severity),
        "message": finding.message,
        "text": finding.text or finding.excerpt,
        "part": where.part,
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
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    except OSError as error:
        raise LibraryError(f"“{path.name}” could not be written: {reason(error)}.") from error
